import { existsSync } from 'node:fs'
import { agentAt, vocabulary } from './agent.ts'
import { expect, test, type Console } from './console.ts'
import { databaseIn } from './database.ts'
import { demoPeople, hq, seedDemo } from './demo.ts'

const { common, courier, problems } = vocabulary.id
const siti = 'Siti Uji Kurir'

/** Where the shell's save dialog would ask. */
async function savesTo(desk: Console, path: string): Promise<void> {
  await desk.app.evaluate(
    ({ session }, to) =>
      void session.defaultSession.on('will-download', (_event, item) => item.setSavePath(to)),
    path,
  )
}

/** The courier's part of the sync screen; what is read out to a person who listens says the same. */
const part = (desk: Console) => desk.page.getByRole('region', { name: courier.title })

async function openSync(desk: Console): Promise<void> {
  await desk.page.keyboard.press('Alt+6')
  await desk.page.getByRole('heading', { name: courier.title, exact: true }).waitFor()
}

async function importing(desk: Console, file: string): Promise<void> {
  // On a busy machine the key may come before the screen listens.
  await expect(async () => {
    const chosen = desk.page.waitForEvent('filechooser', { timeout: 5000 })
    await desk.page.keyboard.press('Alt+i')
    await (await chosen).setFiles(file)
  }).toPass()
}

test('[J1][J3] a day’s work leaves as a file and comes back acknowledged, without a line', async ({
  openConsole,
  startHeadquarters,
  cuttableLine,
}, info) => {
  test.setTimeout(180_000)
  const dataFolder = info.outputPath('headquarters')
  const [work, answer] = [info.outputPath('work.kurir'), info.outputPath('answer.kurir')]
  const { codes } = await seedDemo(dataFolder)
  const headquarters = await startHeadquarters({ dataFolder })
  const line = await cuttableLine(headquarters.url)
  const desk = await openConsole({ server: line.url })
  const agent = agentAt(desk.page)
  await agent.enrol(codes['KDI']?.[0] ?? '')
  await agent.signIn(demoPeople.branch)
  await expect(desk.page.getByText(/400 pelanggan/).first()).toBeVisible()
  await line.cut()
  await headquarters.stop()

  await agent.register(siti, '0817 5550 456')
  await expect(desk.page.getByText(common.recordStates.saved_here, { exact: true }).first()).toBeVisible()
  await openSync(desk)
  await savesTo(desk, work)
  await expect(async () => {
    await desk.page.keyboard.press('Alt+x')
    await expect(part(desk).getByText(courier.stays)).toBeVisible({ timeout: 5000 })
  }).toPass()
  await expect.poll(() => existsSync(work)).toBe(true)
  await expect(part(desk).getByText(/^Terakhir: 1 pekerjaan, /)).toBeVisible()
  await expect(desk.page.getByText(common.recordStates.saved_here, { exact: true }).first()).toBeVisible()

  expect(await hq(dataFolder, 'courier', 'import', work, '--out', answer)).toContain(
    'KDI1: 1 operation taken (1 accepted)',
  )
  await importing(desk, work)
  await expect(desk.page.getByText(problems.courier_wrong_way)).toBeVisible()
  await desk.restart()
  await agentAt(desk.page).signIn(demoPeople.branch)
  await openSync(desk)
  await importing(desk, answer)
  await expect(part(desk).getByText(/^Terakhir: 1 pekerjaan dijawab, /)).toBeVisible()
  await expect(part(desk).getByText(/Isi PC ini cocok dengan pusat per /)).toBeVisible()
  await expect(desk.page.getByText(common.recordStates.saved_here, { exact: true })).toHaveCount(0)
  await expect(
    desk.page.getByText(common.recordStates.at_headquarters, { exact: true }).first(),
  ).toBeVisible()
  await agentAt(desk.page).find('0817 5550 456')
  await expect(desk.page.getByRole('heading', { name: siti })).toBeVisible()

  await using database = await databaseIn(dataFolder)
  expect(
    await database.ask(
      `select count(*)::int as n from document where collection = 'customers' and body->>'name' = '${siti}'`,
    ),
  ).toEqual([{ n: 1 }])
})

test('[J9] a desk that was enrolled at headquarters is filled from a file where it arrives', async ({
  openConsole,
  startHeadquarters,
  cuttableLine,
}, info) => {
  test.setTimeout(180_000)
  const dataFolder = info.outputPath('headquarters')
  const filling = info.outputPath('filling.kurir')
  const { codes } = await seedDemo(dataFolder)
  const headquarters = await startHeadquarters({ dataFolder })
  const line = await cuttableLine(headquarters.url)
  const desk = await openConsole({ server: line.url })
  // The PC is packed up before its filling began.
  await desk.page.route(/\/v1\/snapshot/, (route) => route.abort())
  await agentAt(desk.page).enrol(codes['KDI']?.[0] ?? '')
  await agentAt(desk.page).askToSignIn(demoPeople.branch)
  await expect(desk.page.getByRole('heading', { name: vocabulary.id.frame.priming.title })).toBeVisible()
  await line.cut()
  await headquarters.stop()
  await hq(dataFolder, 'courier', 'bundle', '--device', 'KDI1', '--out', filling)

  await importing(desk, filling)
  await expect(desk.page.getByTestId('sync-pill')).toBeVisible()
  await expect(desk.page.getByText(/400 pelanggan/).first()).toBeVisible()
})
