import { day as dayEn } from '#renderer/words/en/day.ts'
import { knowledge as knowledgeEn } from '#renderer/words/en/knowledge.ts'
import { orders as ordersEn } from '#renderer/words/en/orders.ts'
import { payments as paymentsEn } from '#renderer/words/en/payments.ts'
import { day } from '#renderer/words/id/day.ts'
import { knowledge } from '#renderer/words/id/knowledge.ts'
import { orders } from '#renderer/words/id/orders.ts'
import { payments } from '#renderer/words/id/payments.ts'
import type { Page } from '@playwright/test'
import { agentAt, vocabulary } from './agent.ts'
import { findingsOn } from './axe.ts'
import type { Console } from './console.ts'
import { countInput } from './count-input.ts'
import { demoPeople } from './demo.ts'
import { expectFocus } from './focus.ts'
import { expect, test, type DemoHeadquarters } from './with-demo.ts'

const languages = ['id', 'en'] as const
type Language = (typeof languages)[number]

interface Tour {
  readonly page: Page
  readonly language: Language
  /** Looks at what stands on the screen now. */
  readonly look: (name: string) => Promise<void>
}

async function tour(desk: Console, language: Language, findings: string[]): Promise<Tour> {
  const { page } = desk
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768))
  if (language === 'en') await page.getByRole('button', { name: 'English' }).click()
  const look = async (name: string) => void findings.push(...(await findingsOn(page, name)))
  return { page, language, look }
}

const ordersOf = { id: orders, en: ordersEn }
const paymentsOf = { id: payments, en: paymentsEn }
const dayOf = { id: day, en: dayEn }
const knowledgeOf = { id: knowledge, en: knowledgeEn }

for (const language of languages) {
  test(`no screen of the counter shuts anybody out, in ${language}, light and dark`, async ({
    demo,
    openConsole,
  }) => {
    test.setTimeout(300_000)
    const findings: string[] = []
    const seen = await tour(await openConsole({ server: demo.url }), language, findings)
    await counter(seen, demo)
    expect(findings).toEqual([])
  })

  test(`no screen of headquarters’ admins shuts anybody out, in ${language}, light and dark`, async ({
    demo,
    openConsole,
  }) => {
    test.setTimeout(240_000)
    const findings: string[] = []
    const seen = await tour(await openConsole({ server: demo.url }), language, findings)
    await releases(seen, demo)
    expect(findings).toEqual([])
  })
}

async function counter({ page, language, look }: Tour, demo: DemoHeadquarters): Promise<void> {
  const { frame, queue, ticketing, work } = vocabulary[language]
  const agent = agentAt(page, language)
  const heading = (name: string) => page.getByRole('heading', { name, exact: true }).waitFor()
  const option = page.getByRole('option').first()

  await heading(frame.enrol.title)
  await look('enrol')
  await agent.enrol(demo.code('KDI'))
  await look('sign-in')
  await agent.signIn(demoPeople.supervisor)
  await page.getByText(work.desk.myTickets).first().waitFor()
  await look('desk')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('rahma')
  await page.getByRole('dialog').getByText(/rahma/i).first().waitFor()
  await look('palette')
  await page.keyboard.press('Escape')
  await page.keyboard.press('F1')
  await page.getByRole('dialog').waitFor()
  await look('help sheet')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })

  await page.keyboard.press('Alt+2')
  await look('search')
  await page.getByLabel(work.search.field, { exact: true }).fill('rahma')
  await option.waitFor()
  await look('search with hits')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: work.customer.startContact }).waitFor()
  await look('customer')
  await page.getByRole('button', { name: paymentsOf[language].take }).waitFor()
  await page.keyboard.press('F9')
  await page.getByRole('dialog').getByLabel(paymentsOf[language].form.amount).waitFor()
  await look('payment')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('F4')
  await page.getByLabel(work.contact.withTicket).check()
  await look('customer with a running contact')
  await page.keyboard.press('Alt+b')
  await heading(work.register.title)
  await look('register')

  await page.keyboard.press('Alt+3')
  await page.getByText(ticketing.list.view.open, { exact: true }).first().click()
  await page.getByRole('row').nth(1).waitFor()
  await look('tickets')
  await page.getByRole('row').nth(1).focus()
  await page.keyboard.press('Space')
  await page.getByText(ticketing.list.unselect).waitFor()
  await look('tickets, one chosen')
  await page.keyboard.press('Escape')
  await page.getByRole('row').nth(1).click()
  await page.getByRole('button', { name: work.ticket.noteDo }).waitFor()
  await look('ticket')
  await page.locator('#ticket-macro').click()
  await page.getByRole('option').first().click()
  await page.getByRole('region', { name: ticketing.macro.staged }).waitFor()
  await look('ticket with a macro put ready')
  await page.keyboard.press('Alt+4')
  await heading(work.catalogue.title)
  await page.getByRole('row').nth(1).waitFor()
  await look('catalogue')
  await page.keyboard.press('Alt+8')
  await heading(queue.title)
  await look('queue')
  await page.keyboard.press('Alt+0')
  await heading(knowledgeOf[language].title)
  await look('knowledge')
  await page.keyboard.press('Alt+h')
  await page.getByRole('radiogroup', { name: dayOf[language].parts }).waitFor()
  await look('day')
  await page.getByText(dayOf[language].part.closing, { exact: true }).click()
  await page.getByRole('button', { name: paymentsOf[language].cash.count }).waitFor()
  await look('day, before the shop closes')
  await page.keyboard.press('Alt+6')
  await heading(frame.sync.title)
  await look('sync')
  await page.keyboard.press('Alt+9')
  await heading(frame.settings.title)
  await look('settings')
  await agent.lock()
  await look('lock')
}

async function releases({ page, language, look }: Tour, demo: DemoHeadquarters): Promise<void> {
  const { work } = vocabulary[language]
  const words = work.releases
  await agentAt(page, language).enrol(demo.code('HQ'), 'Pusat')
  await agentAt(page, language).signIn(demoPeople.admin)
  await page.keyboard.press('Alt+5')
  await page.getByRole('button', { name: words.startFromLast('').trim() }).click()
  await page.getByRole('row').nth(1).waitFor()
  await look('releases: draft')
  await page.getByRole('row').nth(1).click()
  await page.getByLabel(words.fields.amount).waitFor()
  await look('releases: offering')
  await page.getByRole('tab', { name: words.published }).click()
  await page.getByRole('row').nth(1).waitFor()
  await look('releases: published')
  await page.getByRole('tab', { name: words.rollout }).click()
  await page.getByRole('row').nth(1).waitFor()
  await look('releases: rollout')
  await page.keyboard.press('F7')
  await page.getByText(ordersOf[language].answer.empty).waitFor()
  await look('orders of all centres')
  await page.keyboard.press('Alt+0')
  await page.getByText(knowledgeOf[language].part.maintain, { exact: true }).click()
  await page.getByRole('row').nth(1).click()
  await page.getByRole('region', { name: knowledgeOf[language].maintain.form }).waitFor()
  await look('knowledge: an article is changed')
}

test('a customer who walks in is served by keyboard alone', async ({ demo, openConsole }, info) => {
  test.setTimeout(120_000)
  const { page } = await openConsole({ server: demo.url })
  const { common, frame, terms, work } = vocabulary.id
  const keys = page.keyboard
  const panel = page.getByRole('complementary', { name: frame.header.contactPanel })
  const focused = (label: string) => expectFocus(page.getByLabel(label, { exact: true }).first())
  await agentAt(page).enrol(demo.code('KDI'))
  await agentAt(page).signIn(demoPeople.branch)
  await page.getByText(work.desk.myTickets).first().waitFor()
  await countInput(page)

  await keys.press('F4')
  await focused(work.search.field)
  await keys.type('rahmatia')
  await page.getByRole('option').first().waitFor()
  await keys.press('Enter')
  await expect(panel.getByRole('button', { name: /Rahmatia/ })).toBeVisible()
  await keys.press('Alt+v')
  await focused(work.contact.verification)
  const sighted = page.getByRole('option', { name: terms.verification.id_sighted, exact: true })
  await expect(async () => {
    await keys.press('ArrowDown')
    await expect(sighted).toHaveAttribute('data-combobox-selected', 'true', { timeout: 1_000 })
  }).toPass()
  await keys.press('Enter')
  await expect(page.locator('#contact-verification')).toHaveValue(terms.verification.id_sighted)
  await keys.press('Alt+r')
  await focused(work.contact.reason)
  await keys.type('kuota tid')
  await page.getByRole('option', { name: 'Kuota tidak masuk' }).waitFor()
  await keys.press('Enter')
  await keys.press('Alt+k')
  await focused(work.contact.note)
  await keys.type('Kuota belum masuk')
  await keys.press('Tab')
  await focused(work.contact.withTicket)
  await keys.press('Space')
  await expect(page.locator('#contact-subject')).toHaveValue('Kuota tidak masuk')
  await keys.press('Control+Enter')
  await expect(panel.getByText(work.contact.done)).toBeVisible()
  await expect(panel.getByText(/^Tiket T-KDI1-\d{4}-\d+ ikut dibuat$/)).toBeVisible()
  await expect(panel.getByText(common.recordStates.at_headquarters)).toBeVisible({ timeout: 30_000 })

  const { pointer, pressed, written } = await page.evaluate(() => window.counted)
  expect(pointer).toBe(0)
  info.annotations.push({
    type: 'keystrokes',
    description: `${pressed} to serve a walk-in customer, ${written} of them characters of what was said`,
  })
})
