import type { Page } from '@playwright/test'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { agentAt, vocabulary } from './agent.ts'
import type { Console } from './console.ts'
import { databaseIn } from './database.ts'
import { demoPeople } from './demo.ts'
import { publishRelease } from './publish.ts'
import { expectSettled } from './settled.ts'
import { mountSmallDisk, type SmallDisk } from './small-disk.ts'
import { expect, test as withDemo } from './with-demo.ts'

const { common, frame, problems, work } = vocabulary.id

interface SmallDiskFixtures {
  disk: SmallDisk
  /** Opens the console of a counter in Kendari with its profile on the small disk. */
  openCounter: (server: string) => Promise<Console>
}

/** The small disk is unmounted after every console on it has closed. */
const test = withDemo.extend<SmallDiskFixtures>({
  disk: [
    async ({ cuttableLine: _ }, use, info) => {
      const disk = await mountSmallDisk(info.outputPath('small'))
      if (typeof disk === 'string') {
        test.skip(true, disk)
        throw new Error('a skipped test goes on')
      }
      await use(disk)
      await disk.close()
    },
    { timeout: 120_000 },
  ],
  openCounter: async ({ disk, demo, openConsole }, use) =>
    use(async (server) => {
      const desk = await openConsole({ server, userData: join(disk.path, 'profile') })
      await agentAt(desk.page).enrol(demo.code('KDI'))
      await agentAt(desk.page).signIn(demoPeople.branch)
      await expect(desk.page.getByText(/400 pelanggan/).first()).toBeVisible()
      return desk
    }),
})

test('[T5] below 1 GB a hint, below 200 MB nothing is pulled and work is still taken and sent', async ({
  disk,
  demo,
  openCounter,
}) => {
  test.setTimeout(240_000)
  const { page } = await openCounter(demo.url)

  await disk.leave(900)
  await expect(page.getByText(frame.sync.diskWarn)).toBeVisible({ timeout: 45_000 })
  await publishRelease(demo.url, demo.code('HQ'), demoPeople.admin, '2026.11.91')
  await expect(page.getByText('2026.11.91').first()).toBeVisible({ timeout: 45_000 })

  await disk.leave(150)
  await expect(page.getByText(frame.sync.diskStop)).toBeVisible({ timeout: 45_000 })
  await publishRelease(demo.url, demo.code('HQ'), demoPeople.admin, '2026.11.92')
  await agentAt(page).register('Uji Disk Menipis', '0812 7800 001')
  await expect(page.getByText(common.recordStates.at_headquarters).first()).toBeVisible({ timeout: 45_000 })
  await expect(page.getByText('2026.11.92')).toHaveCount(0)

  await disk.leave(2_000)
  await page.keyboard.press('Control+s')
  await expect(page.getByText('2026.11.92').first()).toBeVisible({ timeout: 60_000 })
})

test('[T6] on a full disk work is refused in words, and what was called saved arrives once there is room', async ({
  disk,
  demo,
  cuttableLine,
  openCounter,
}) => {
  test.setTimeout(300_000)
  const line = await cuttableLine(demo.url)
  const desk = await openCounter(line.url)
  const ballast = () => stat(join(desk.userData, 'ballast')).catch(() => undefined)
  await expect.poll(async () => (await ballast())?.size).toBe(64 * 1024 * 1024)
  await line.cut()

  // The disk fills while the agent works: first to the brim, then the ballast's room too.
  const saved: string[] = []
  const tried: string[] = []
  const tryMore = async (count: number) => {
    for (let left = count; left > 0; left--) {
      const name = `Uji Penuh ${tried.length + 1}`
      tried.push(name)
      if (await isTaken(desk.page, name)) saved.push(name)
    }
  }
  await tryMore(2)
  await disk.leave(0)
  await tryMore(3)
  await expect.poll(ballast, { timeout: 45_000 }).toBeUndefined()
  await disk.leave(0)
  await tryMore(3)
  expect(saved.length).toBeGreaterThanOrEqual(2)
  expect(tried.length - saved.length).toBeGreaterThan(0)

  await desk.kill()
  await desk.restart()
  await expect(desk.page.getByText(common.notOpenedFullTitle)).toBeVisible({ timeout: 45_000 })
  await expect(desk.page.getByText(common.notOpenedUnsent(String(saved.length)))).toBeVisible()

  await disk.leave(2_000)
  await desk.page.getByRole('button', { name: common.retry }).click()
  await agentAt(desk.page).signIn(demoPeople.branch)
  // Chromium may have thrown its database away meanwhile: then the journal has brought the work back.
  for (const name of saved) {
    await agentAt(desk.page).find(name)
    await expect(desk.page.getByRole('heading', { name })).toBeVisible()
  }
  await line.restore()
  await desk.page.keyboard.press('Control+s')
  await expectSettled(desk.page)
  await desk.close()
  await demo.stop()
  await using database = await databaseIn(demo.dataFolder)
  expect(await database.customersNamed('Uji Penuh')).toEqual(saved.toSorted().map((name) => ({ name, n: 1 })))
})

test('[T7] a desk that starts on a full disk throws its ballast, and the counter goes on', async ({
  disk,
  demo,
  cuttableLine,
  openCounter,
}) => {
  test.setTimeout(240_000)
  const line = await cuttableLine(demo.url)
  const desk = await openCounter(line.url)
  await line.cut()
  await agentAt(desk.page).register('Uji Pemberat 1', '0812 7900 001')
  await desk.close()
  await disk.leave(0)

  await desk.restart()
  await agentAt(desk.page).signIn(demoPeople.branch)
  await agentAt(desk.page).find('Uji Pemberat 1')
  await agentAt(desk.page).register('Uji Pemberat 2', '0812 7900 002')
  await line.restore()
  await desk.page.keyboard.press('Control+s')
  await expect(desk.page.getByText(common.recordStates.at_headquarters).first()).toBeVisible({
    timeout: 60_000,
  })
})

/** Whether the screen called the new customer saved; if not, it has to say so in words. */
async function isTaken(page: Page, name: string): Promise<boolean> {
  await page.keyboard.press('Alt+b')
  await page.getByLabel(work.register.name, { exact: true }).fill(name)
  await page
    .getByLabel(work.register.phone, { exact: true })
    .fill(`0812 78${name.replaceAll(/\D/g, '')}5 0001`)
  await page.keyboard.press('Control+Enter')
  const saved = page.getByRole('heading', { name })
  await expect(saved.or(page.getByText(problems.not_saved))).toBeVisible()
  return saved.isVisible()
}
