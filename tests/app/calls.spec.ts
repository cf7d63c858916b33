import { maskedName } from '#domain/customer/masked.ts'
import { spoken } from '#domain/customer/msisdn.ts'
import { vocabulary } from './agent.ts'
import { findingsOn } from './axe.ts'
import { callersOf, openDesk, watchCard } from './callers.ts'
import { countInput } from './count-input.ts'
import { databaseIn } from './database.ts'
import { demoPeople } from './demo.ts'
import { expectFocus } from './focus.ts'
import { look } from './look.ts'
import { connectTelephone } from './telephone.ts'
import { expect, test } from './with-demo.ts'

const { calls, frame, terms, work } = vocabulary.id

test('a call is taken, verified, written down and ended by keyboard alone; a second one waits and is not lost', async ({
  demo,
  openConsole,
}, info) => {
  test.setTimeout(240_000)
  const { known } = await callersOf(demo)
  const [caller, second] = known
  if (caller === undefined || second === undefined) throw new Error('the demo has too few customers')
  const { page } = await openDesk(demo, openConsole, demoPeople.agent)
  const telephone = await connectTelephone(page)
  await look(page, 'settings-telephone')
  await page.keyboard.press('Alt+1')
  await page.getByText(work.desk.myTickets).first().waitFor()
  await countInput(page)
  const keys = page.keyboard
  const panel = page.getByRole('complementary', { name: frame.header.contactPanel })
  const focused = (label: string) => expectFocus(page.getByLabel(label, { exact: true }).first())

  const cardSeen = await watchCard(page, maskedName(caller.customer.name))
  const rang = performance.timeOrigin + performance.now()
  expect(await telephone.say('ringing', 'c1', caller.number)).toBe(202)
  const card = page.getByTestId('call-card')
  await expect(card).toContainText(maskedName(caller.customer.name))
  await expect(card).toContainText(spoken(caller.number))
  await expect(card).toContainText('Tagihan')
  const machine = Math.round((await cardSeen()) - rang)
  await expect(page.getByText(caller.customer.name)).toHaveCount(0)
  await look(page, 'call-card')
  expect(await findingsOn(page, 'call card')).toEqual([])

  await keys.press('F4')
  await focused(work.contact.verification)
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText(maskedName(caller.customer.name))
  await expect(page.getByText(caller.customer.name)).toHaveCount(0)
  await keys.type('pertanyaan')
  await page.getByRole('option', { name: terms.verification.knowledge }).waitFor()
  await keys.press('Enter')
  await expect(heading).toHaveText(caller.customer.name)

  await keys.press('Alt+r')
  await focused(work.contact.reason)
  expect(await telephone.say('ringing', 'c2', second.number)).toBe(202)
  const waiting = page.getByRole('group', { name: calls.waitingLabel })
  await expect(waiting).toContainText(spoken(second.number))
  await focused(work.contact.reason)
  await expect(card).toHaveCount(0)
  await keys.type('kuota tid')
  await page.getByRole('option', { name: 'Kuota tidak masuk' }).waitFor()
  await keys.press('Enter')
  await look(page, 'call-second-waits')

  await keys.press('Control+Enter')
  await focused(work.contact.disposition)
  await expect(page.getByText(work.contact.missingDisposition)).toBeVisible()
  expect(await telephone.say('ended', 'c1', caller.number)).toBe(202)
  await expect(panel.getByText(calls.wrapUp)).toBeVisible()
  await keys.type('informasi')
  await page.getByRole('option', { name: terms.disposition.information_given }).waitFor()
  await keys.press('Enter')
  await keys.press('Control+Enter')
  await expect(panel.getByText(work.contact.done)).toBeVisible()

  const { pointer, pressed, written } = await page.evaluate(() => window.counted)
  expect(pointer).toBe(0)
  const sentence = `${pressed} keys for a call, ${written} of them letters; ${machine} ms from the event to the card`
  info.annotations.push({ type: 'keystrokes', description: sentence })
  console.log(`      ${sentence}`)

  await expect(card).toContainText(maskedName(second.customer.name))
  await look(page, 'call-second-popped')
  expect(await telephone.say('ended', 'c2', second.number)).toBe(202)
  await expect(card).toHaveCount(0)
  // It is written down a moment later, and only then on its way.
  await page.keyboard.press('Alt+1')
  await expect(page.getByRole('region', { name: calls.missed.title })).toContainText(spoken(second.number))
  await expect(page.getByText(frame.footer.allSent)).toBeVisible({ timeout: 30_000 })

  await demo.stop()
  await using database = await databaseIn(demo.dataFolder)
  const rows = await database.ask(
    `select body->>'disposition' as disposition, body->>'reasonCode' as reason, body->>'customerId' as customer,
       (body->>'handleMs')::int >= (body->>'wrapMs')::int as timed
     from document where collection = 'contacts' and body ? 'handleMs' order by body->>'startedAt'`,
  )
  expect(rows).toEqual([
    {
      disposition: 'information_given',
      reason: 'KUOTA-TIDAK-MASUK',
      customer: caller.customer.id,
      timed: true,
    },
    { disposition: 'abandoned', reason: 'MISSED_CALL', customer: second.customer.id, timed: null },
  ])
})

test('a number of several customers leads to a choice without names, an unknown one to a provisional customer', async ({
  demo,
  openConsole,
}) => {
  test.setTimeout(240_000)
  const { shared } = await callersOf(demo)
  const { page } = await openDesk(demo, openConsole, demoPeople.branch)
  const telephone = await connectTelephone(page)
  const keys = page.keyboard
  const card = page.getByTestId('call-card')
  await keys.press('Alt+1')

  await telephone.say('ringing', 'several', shared.number)
  await expect(card).toContainText(calls.several('2'))
  await keys.press('F4')
  await expect(page.getByRole('heading', { name: calls.who })).toBeVisible()
  for (const name of shared.names) await expect(page.getByText(name)).toHaveCount(0)
  await look(page, 'call-choice')
  expect(await findingsOn(page, 'call choice')).toEqual([])
  await expectFocus(
    page
      .getByRole('button', { name: maskedName(shared.names[0] ?? '') })
      .or(page.getByRole('button', { name: maskedName(shared.names[1] ?? '') }))
      .first(),
  )
  await keys.press('Enter')
  await expectFocus(page.locator('#contact-verification'))
  await keys.press('Alt+r')
  await keys.type('kuota tid')
  await page.getByRole('option', { name: 'Kuota tidak masuk' }).waitFor()
  await keys.press('Enter')
  await page.locator('#contact-disposition').focus()
  await keys.type('informasi')
  await page.getByRole('option', { name: terms.disposition.information_given }).waitFor()
  await keys.press('Enter')
  await keys.press('Control+Enter')
  await expect(page.getByRole('complementary').getByText(work.contact.done)).toBeVisible()

  await telephone.say('ringing', 'unknown', '0817 0000 4321')
  await expect(card).toContainText('0817-0000-4321')
  await expect(card).toContainText('400')
  await look(page, 'call-unknown')
  await keys.press('F4')
  await expectFocus(page.getByLabel(work.search.field, { exact: true }))
  await page.getByRole('button', { name: work.search.registerWith('0817-0000-4321') }).waitFor()
  await look(page, 'call-unknown-answered')
  await keys.press('Enter')
  await expectFocus(page.getByLabel(work.register.name, { exact: true }))
  await keys.type('Wa Ode Telepon')
  await keys.press('Control+Enter')
  // It was registered while its own caller spoke, so its name is no secret to the agent; it is masked all the same.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(maskedName('Wa Ode Telepon'))
  await expect(page.getByRole('complementary').getByText(maskedName('Wa Ode Telepon'))).toBeVisible()
})
