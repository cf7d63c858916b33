import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { agentAt, vocabulary } from './agent.ts'
import { demoPassword, demoPeople, seedDemo } from './demo.ts'
import { folder, primingHeld, shoot, sized } from './shoot.ts'
import { shotIndex, type ShotName } from './shot-list.ts'
import { test } from './with-demo.ts'

/** What an agent would type in each language. */
const typed = {
  id: {
    verification: 'ktp',
    reason: 'Kuota tidak masuk',
    wish: 'ganti kartu',
    note: 'Kuota belum masuk sejak pagi, sudah diperiksa di *123#.',
    scope: /400 pelanggan/,
  },
  en: {
    verification: 'id',
    reason: 'Data quota not received',
    wish: 'sim card',
    note: 'Quota has not arrived since this morning, checked with *123#.',
    scope: /400 customers/,
  },
} as const

test.beforeAll(async () => {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'README.md'), shotIndex())
})

for (const language of ['id', 'en'] as const) {
  const { common, work, ticketing, frame } = vocabulary[language]
  const say = typed[language]

  test(`a desk’s day in ${language}`, async ({ openConsole, startHeadquarters, cuttableLine }, info) => {
    const dataFolder = info.outputPath('headquarters')
    const { codes } = await seedDemo(dataFolder)
    const headquarters = await startHeadquarters({ dataFolder })
    const line = await cuttableLine(headquarters.url)
    const desk = await openConsole({ server: line.url, lang: 'id' })
    const page = await sized(desk, language)
    const agent = agentAt(page, language)
    const shot = (name: ShotName) => shoot(page, language, name)
    const key = (combination: string) => page.keyboard.press(combination)
    const type = (text: string) => page.keyboard.type(text)

    await shot('enrol')
    await line.cut()
    await page.getByLabel(frame.enrol.code, { exact: true }).fill(codes['KDI']?.[0] ?? '')
    await page.getByLabel(frame.enrol.name, { exact: true }).fill('Loket 1')
    await key('Enter')
    await page.getByText(frame.enrol.unreachable).first().waitFor()
    await shot('enrol-unreachable')
    await line.restore()
    await page.getByLabel(frame.signIn.password, { exact: true }).waitFor({ timeout: 30_000 })
    await shot('sign-in')
    await primingHeld(page, async () => {
      await page.getByLabel(frame.signIn.username, { exact: true }).fill(demoPeople.supervisor)
      await page.getByLabel(frame.signIn.password, { exact: true }).fill(demoPassword)
      await key('Enter')
      await page.getByText(frame.priming.title).waitFor()
      await shot('priming')
    })
    await page.getByText(say.scope).first().waitFor()
    await page.getByText(frame.pill.up).first().waitFor()
    await shot('desk')
    await key('Control+k')
    await type('rahma')
    await shot('palette')
    await key('Escape')
    await key('F1')
    await shot('keys')
    await key('Escape')

    await key('Alt+2')
    await shot('search-empty')
    await type('ra')
    await shot('search')
    await page.getByLabel(work.search.field, { exact: true }).fill('0817 999 000')
    await shot('search-not-found')
    await key('Alt+3')
    await page.getByText(ticketing.list.view.open, { exact: true }).first().click()
    await shot('tickets')
    // The world is another one each day; the second ticket has a thread.
    await page.getByRole('row').nth(2).click()
    await shot('ticket')
    await agent.find('wagiyem')
    await shot('customer')

    await key('F4')
    await key('Alt+v')
    await type(say.verification)
    await key('Enter')
    await key('Alt+r')
    await type(say.reason.slice(0, 5))
    await key('Enter')
    await key('Alt+k')
    await type(say.note)
    await shot('customer-contact')
    await page.getByLabel(work.contact.withTicket).check()
    await shot('contact-ticket')
    await key('Alt+t')
    await shot('customer-ticket')
    await key('Escape')
    await key('Alt+o')
    await page.locator('#order-wish').waitFor()
    await type(say.wish)
    await page.getByRole('option').first().waitFor()
    await key('Enter')
    await shot('customer-order')
    await key('Escape')
    await key('Control+Enter')
    await page.getByText(work.contact.done).first().waitFor()
    await page.getByText(common.recordStates.at_headquarters).nth(1).waitFor()
    await shot('contact-done')
    await page.getByRole('button', { name: common.close }).click()

    await key('Alt+b')
    await shot('register')
    await page.getByText(work.register.verified, { exact: true }).click()
    await shot('register-verified')
    await page.getByText(work.register.provisional, { exact: true }).first().click()
    await key('Alt+4')
    await shot('catalogue')
    for (const row of [1, 2, 3]) await page.getByRole('row').nth(row).getByRole('checkbox').check()
    await shot('catalogue-compare')
    await key('Alt+0')
    await page.getByRole('article').waitFor()
    await shot('knowledge')
    await key('Alt+6')
    await shot('sync-online')

    await line.cut()
    await agent.register('Wa Ode Sitti Nurhaliza', '0878 4455 6677')
    await agent.contact({
      reason: say.reason,
      disposition: 'ticket_created',
      note: say.note,
      ticket: say.reason,
    })
    await key('Control+s')
    await page.getByText(frame.pill.offlineWaiting('2')).first().waitFor()
    await shot('customer-offline')
    await key('Alt+6')
    await shot('sync-offline')
    await key('Control+l')
    await shot('lock-offline')
  })
}
