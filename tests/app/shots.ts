import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { agentAt, vocabulary } from './agent.ts'
import { demoPassword, demoPeople, hq, seedDemo } from './demo.ts'
import { eightConflicts } from './eight-conflicts.ts'
import { otherDesk } from './other-desk.ts'
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
  const { common, work, terms, ticketing, frame } = vocabulary[language]
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
    await key('Tab')
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
    await key('Alt+9')
    await shot('settings')

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

  test(`calls, in practice, in ${language}`, async ({ demo, openConsole }) => {
    const { calls, practice } = vocabulary[language]
    const desk = await openConsole({ server: demo.url, lang: 'id' })
    const page = await sized(desk, language)
    await agentAt(page, language).enrol(demo.code('KDI'))
    await agentAt(page, language).signIn(demoPeople.branch)
    await page.keyboard.press('Alt+9')
    await page.getByRole('button', { name: practice.enter }).click()
    await page
      .getByText(/30 (pelanggan|customers)/)
      .first()
      .waitFor()
    await shoot(page, language, 'practice')
    const ring = async (number: string) => {
      await page.keyboard.press('Alt+9')
      await page.getByLabel(calls.simulator.number).fill(number)
      await page.keyboard.press('Enter')
    }
    await ring('0817 0000 1005')
    await page.getByTestId('call-card').waitFor()
    await page.keyboard.press('Alt+1')
    await shoot(page, language, 'call-card')
    await page.keyboard.press('F4')
    await shoot(page, language, 'call-contact')
    await ring('0817 0000 1000')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await shoot(page, language, 'call-waits')
    await page.getByRole('button', { name: work.contact.cancel }).click()
    await page.getByText(calls.several('2')).waitFor()
    await page.keyboard.press('F4')
    await page.getByRole('heading', { name: calls.who }).waitFor()
    await shoot(page, language, 'call-choice')
  })

  test(`what needs a supervisor, and a revoked PC, in ${language}`, async ({ demo, openConsole }) => {
    const other = await otherDesk(demo.url, demo.code('KDI'), demoPeople.agent)
    const items = await eightConflicts(other)
    const desk = await openConsole({ server: demo.url, lang: 'id' })
    const page = await sized(desk, language)
    const agent = agentAt(page, language)
    await agent.enrol(demo.code('KDI'), terms.role.supervisor)
    await agent.signIn(demoPeople.supervisor)
    await page.getByText(frame.pill.up).first().waitFor()
    await page.keyboard.press('Alt+7')
    const show = async (item: string, name: ShotName, key?: string) => {
      await page.locator(`[data-item="${items[item]?.id}"]`).click()
      await page.locator(`[data-detail="${items[item]?.id}"]`).waitFor()
      if (key !== undefined) await page.keyboard.press(key)
      await shoot(page, language, name)
    }
    await show('edit', 'decisions')
    await show('twin', 'decisions-match')
    await show('forbidden', 'decisions-edit', '1')
    await page.keyboard.press('Escape')
    await agent.find('wagiyem')
    await page.keyboard.press('Alt+p')
    await page.getByRole('dialog').waitFor()
    await shoot(page, language, 'customer-move')
    await page.keyboard.press('Escape')

    await demo.stop()
    await hq(demo.dataFolder, 'device', 'revoke', 'KDI2')
    await demo.restart()
    await page.getByText(frame.revoked.over).waitFor({ timeout: 90_000 })
    await shoot(page, language, 'revoked')
  })

  test(`headquarters’ admins and a browser in ${language}`, async ({
    openConsole,
    openBrowser,
    startHeadquarters,
  }, info) => {
    const dataFolder = info.outputPath('headquarters')
    const { codes } = await seedDemo(dataFolder)
    const headquarters = await startHeadquarters({ dataFolder })
    const page = await sized(await openConsole({ server: headquarters.url, lang: 'id' }), language)
    const agent = agentAt(page, language)
    await agent.enrol(codes['HQ']?.[0] ?? '', terms.role.admin)
    await agent.signIn(demoPeople.admin)
    await page.getByText(frame.pill.up).first().waitFor()
    await shoot(page, language, 'desk-empty')
    await page.keyboard.press('Alt+5')
    await page.getByRole('button', { name: new RegExp(work.releases.startFromLast('\\S+')) }).click()
    await shoot(page, language, 'releases-draft')
    await page.getByRole('tab', { name: work.releases.published }).click()
    await shoot(page, language, 'releases-published')
    await page.getByRole('tab', { name: work.releases.rollout }).click()
    await shoot(page, language, 'releases-rollout')

    const { context } = await openBrowser(headquarters.url)
    const second = await context.newPage()
    await second.setViewportSize({ width: 1366, height: 768 })
    await second.goto(headquarters.url)
    await second.getByText(vocabulary.id.common.openElsewhereTitle).waitFor()
    if (language === 'en') await second.getByRole('button', { name: 'English' }).click()
    await shoot(second, language, 'not-opened')
  })
}
