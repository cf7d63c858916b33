import type { QueueTicket } from '#domain/queue/queue-ticket.ts'
import { slip } from '#renderer/words/id/slip.ts'
import { vocabulary } from './agent.ts'
import { findingsOn } from './axe.ts'
import { countInput } from './count-input.ts'
import { demoPeople } from './demo.ts'
import { expectFocus } from './focus.ts'
import { look } from './look.ts'
import { otherDesk } from './other-desk.ts'
import { deskOf, focused, give, panelOf } from './queue-desk.ts'
import { readPdf } from './pdf.ts'
import { saveTo } from './save-to.ts'
import { expect, test } from './with-demo.ts'

const { frame, queue, terms, work } = vocabulary.id

test('[X4] from F2 to the next F2: a walk-in visitor is served by keyboard alone, with a macro, a ticket and its slip, in one operation', async ({
  demo,
  openConsole,
}, info) => {
  test.setTimeout(180_000)
  const desk = await openConsole({ server: demo.url })
  const page = await deskOf(desk, demo.code('KDI'), demoPeople.branch)
  const paper = info.outputPath('slip.pdf')
  await saveTo(desk, paper)
  const keys = page.keyboard
  await keys.press('Alt+8')
  await page.getByText(queue.nobodyHint).waitFor()
  expect(await give(page, 1)).toBe('A1-001')
  expect(await give(page, 1)).toBe('A1-002')
  await keys.press('Alt+1')
  await page.getByText(queue.waiting('2')).waitFor()
  await countInput(page)
  const began = Date.now()

  await keys.press('F2')
  await focused(page, work.search.field)
  await expect(panelOf(page).getByText('A1-001')).toBeVisible()
  await keys.type('rahmatia')
  await keys.press('Enter')
  await focused(page, work.contact.verification)
  await expect(panelOf(page).getByText(queue.status.serving)).toBeVisible()
  await keys.press('Alt+v')
  await keys.type('ktp')
  await keys.press('Enter')
  await expect(page.locator('#contact-verification')).toHaveValue(terms.verification.id_sighted)
  await keys.press('Alt+r')
  await keys.type('kuo')
  await keys.press('Enter')
  await expect(page.locator('#contact-reason')).toHaveValue('Kuota tidak masuk')
  await keys.press('Alt+m')
  await keys.type('kuo')
  await keys.press('Enter')
  await expect(page.locator('#contact-note')).toHaveValue(/kuotanya belum masuk/)
  await expect(page.locator('#contact-subject')).toHaveValue('Kuota tidak masuk')
  await keys.press('Control+Enter')
  await expect(panelOf(page).getByText(work.contact.done)).toBeVisible()
  await keys.press('Alt+q')
  await expect(panelOf(page).getByText(slip.saved)).toBeVisible()
  await keys.press('F2')
  await expect(panelOf(page).getByText('A1-002')).toBeVisible()
  await focused(page, work.search.field)
  const seconds = (Date.now() - began) / 1000

  const { pointer, pressed, written } = await page.evaluate(() => window.counted)
  expect(pointer).toBe(0)
  expect(pressed).toBeLessThanOrEqual(30)
  const says = `walk-in, F2 to F2: ${pressed} keystrokes (${written} of them characters), the machine's part ${seconds.toFixed(1)} s`
  info.annotations.push({ type: 'keystrokes', description: says })
  process.stdout.write(`${says}\n`)

  expect((await readPdf(paper)).text).toContain('Kuota tidak masuk')
  // What headquarters has of it.
  await expect(page.getByTestId('sync-pill')).toHaveText(frame.pill.up, { timeout: 60_000 })
  const other = await otherDesk(demo.url, demo.code('KDI'), demoPeople.agent)
  const numbers = await other.all('queueTickets')
  const first = numbers.find(({ display }) => display === 'A1-001') as QueueTicket
  expect(first).toMatchObject({ status: 'served', counter: '1' })
  const contact = (await other.all('contacts')).find(({ id }) => id === first.contactId)
  expect(contact).toMatchObject({ channel: 'walk_in', disposition: 'ticket_created' })
  const ticket = (await other.all('tickets')).find(({ id }) => contact?.ticketIds?.includes(id) === true)
  expect(ticket?.tasks).toMatchObject([{ department: 'service', state: 'open' }])
})

test('a visitor whom nobody knows becomes a provisional customer in three fields without leaving the flow', async ({
  demo,
  openConsole,
}, info) => {
  test.setTimeout(180_000)
  const page = await deskOf(await openConsole({ server: demo.url }), demo.code('KDI'), demoPeople.branch)
  const keys = page.keyboard
  await keys.press('Alt+8')
  await page.getByText(queue.nobodyHint).waitFor()
  await give(page, 4)
  await countInput(page)
  await keys.press('F2')
  await focused(page, work.search.field)
  await keys.type('08179990077')
  await page.getByText(work.search.notFoundHint).waitFor()
  await keys.press('Enter')
  await focused(page, work.register.name)
  await expect(page.getByLabel(work.register.phone)).toHaveValue('08179990077')
  await keys.type('La Ode Bahar')
  await keys.press('Tab')
  await keys.press('Tab')
  await focused(page, work.register.nikOptional)
  await keys.press('Control+Enter')
  await page.getByRole('heading', { name: 'La Ode Bahar' }).waitFor()
  await focused(page, work.contact.verification)
  await expect(panelOf(page).getByText(queue.status.serving)).toBeVisible()
  await keys.press('Alt+r')
  await keys.type('kuo')
  await keys.press('Enter')
  await keys.press('Alt+k')
  await keys.press('Tab')
  await keys.press('Tab')
  await focused(page, work.contact.disposition)
  await keys.type('informasi')
  await keys.press('Enter')
  await keys.press('Control+Enter')
  await expect(panelOf(page).getByText(work.contact.done)).toBeVisible()
  const { pointer, pressed, written } = await page.evaluate(() => window.counted)
  expect(pointer).toBe(0)
  const says = `walk-in, not found: ${pressed} keystrokes (${written} of them characters)`
  info.annotations.push({ type: 'keystrokes', description: says })
  process.stdout.write(`${says}\n`)
})

test('[X1] the queue’s screen by its keys: transfer, no-show, put back, cancel; and a colleague who called first is named', async ({
  demo,
  openConsole,
}) => {
  test.setTimeout(240_000)
  const page = await deskOf(
    await openConsole({ server: demo.url, lang: 'id' }),
    demo.code('KDI'),
    demoPeople.supervisor,
  )
  const keys = page.keyboard
  const row = (display: string) => page.getByRole('row').filter({ hasText: display })
  const at = async (display: string) => {
    await expect(row(display)).toBeVisible()
    await page.getByRole('row').nth(1).focus()
    await keys.press('Home')
    for (let tries = 0; (await row(display).getAttribute('aria-selected')) !== 'true'; tries++) {
      if (tries > 20) throw new Error(`${display} cannot be reached by the keyboard`)
      await keys.press('j')
    }
    await expectFocus(row(display))
  }
  await keys.press('Alt+8')
  await page.getByText(queue.nobodyHint).waitFor()
  await look(page, 'queue-empty')
  await keys.press('Alt+g')
  await page.getByRole('dialog').getByRole('button').nth(1).waitFor()
  await look(page, 'queue-give')
  expect(await findingsOn(page, 'give a number', ['dark'])).toEqual([])
  await keys.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  for (const place of [1, 1, 2, 3]) await give(page, place)

  // Enter calls a number out of its turn, and the contact begins.
  await at('B1-001')
  await keys.press('Enter')
  await focused(page, work.search.field)
  await look(page, 'queue-called')
  await keys.press('Alt+l')
  await page.getByRole('dialog').getByText(queue.transferHint).waitFor()
  await look(page, 'queue-transfer')
  await keys.press('2')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await expect(page.locator('#contact-disposition')).toHaveValue(terms.disposition.transferred)
  await panelOf(page).getByRole('button', { name: work.contact.cancel }).press('Enter')

  // Who does not come goes with one key, from the contact and from the list; and may come back.
  await keys.press('F2')
  await expect(panelOf(page).getByText('A1-001')).toBeVisible()
  await keys.press('Alt+d')
  await expect(panelOf(page).getByText(work.contact.cancelled)).toBeVisible()
  await keys.press('Alt+8')
  await expect(row('A1-001')).toHaveCount(0)
  await page.getByText(queue.view.done, { exact: true }).click()
  await expect(row('A1-001')).toContainText(queue.status.no_show)
  await at('A1-001')
  await keys.press('Enter')
  await expect(panelOf(page).getByText('A1-001')).toBeVisible()
  await panelOf(page).getByRole('button', { name: work.contact.cancel }).press('Enter')
  await keys.press('Alt+8')
  await at('A1-001')
  await keys.press('z')
  await expect(row('A1-001')).toContainText(queue.status.waiting)
  await at('A1-002')
  await keys.press('c')
  await expect(row('A1-002')).toHaveCount(0)
  await look(page, 'queue')
  expect(await findingsOn(page, 'queue', ['dark'])).toEqual([])

  // A colleague was faster; the desk hears it, and the agent is told before the visitor is served twice.
  await expect(page.getByTestId('sync-pill')).toHaveText(frame.pill.up, { timeout: 60_000 })
  const other = await otherDesk(demo.url, demo.code('KDI'), demoPeople.agent)
  const called = (await other.all('queueTickets')).find(
    ({ display, status }) => display === 'C1-001' && status === 'waiting',
  ) as QueueTicket
  await other.take('callNumber', { queueTicketId: called.id, counter: 'Kasir' })
  await expect(row('C1-001')).toContainText('Kasir')
  await keys.press('F2')
  await expect(panelOf(page).getByText('A1-001')).toBeVisible()
  await other.take('moveNumber', {
    queueTicketId: (await idOf(other, 'A1-001')) ?? '',
    to: 'serving',
    counter: '9',
  })
  await expect(panelOf(page).getByText(queue.heldElsewhere('9'))).toBeVisible({ timeout: 30_000 })
  await keys.press('F2')
  await expect(panelOf(page).getByText(queue.busy)).toBeVisible()
  await look(page, 'queue-elsewhere')
  expect(await findingsOn(page, 'a number that a colleague has', ['dark'])).toEqual([])
})

async function idOf(
  other: Awaited<ReturnType<typeof otherDesk>>,
  shown: string,
): Promise<string | undefined> {
  return (await other.all('queueTickets')).find(({ display }) => display === shown)?.id
}
