import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Customer } from '#domain/customer/customer.ts'
import { maskedName } from '#domain/customer/masked.ts'
import { spoken } from '#domain/customer/msisdn.ts'
import { agentAt, vocabulary } from './agent.ts'
import { findingsOn } from './axe.ts'
import { root, type Console } from './console.ts'
import { countInput } from './count-input.ts'
import { databaseIn } from './database.ts'
import { demoPeople } from './demo.ts'
import { otherDesk } from './other-desk.ts'
import { connectTelephone } from './telephone.ts'
import { expect, test, type DemoHeadquarters } from './with-demo.ts'

const { calls, common, frame, terms, work } = vocabulary.id
const env = { LOKET_CALL_PORT: '0' }

/** `SHOTS=folder` keeps pictures of what stands on the screen, for whoever changes it. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS']
  if (folder === undefined) return
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`), animations: 'disabled' })
  }
}

interface Callers {
  /** Customers with a number that nobody else has. */
  readonly known: readonly { readonly customer: Customer; readonly number: string }[]
  /** Two customers with one number. */
  readonly shared: { readonly number: string; readonly names: readonly string[] }
}

async function callersOf(demo: DemoHeadquarters): Promise<Callers> {
  const desk = await otherDesk(demo.url, demo.code('KDI'), demoPeople.branch)
  const customers = (await desk.all('customers')).filter(({ mergedInto }) => mergedInto === undefined)
  const lines = await desk.all('subscriptions')
  const held = (number: string) =>
    new Set([
      ...lines.filter(({ msisdn }) => msisdn === number).map(({ customerId }) => customerId),
      ...customers
        .filter(({ phone, altPhone }) => phone === number || altPhone === number)
        .map(({ id }) => id),
    ])
  const known = lines.flatMap(({ customerId, msisdn, status }) => {
    const customer = customers.find(({ id }) => id === customerId)
    if (customer === undefined || msisdn === undefined || status !== 'active') return []
    return held(msisdn).size === 1 ? [{ customer, number: msisdn }] : []
  })
  const [first, second] = known.filter(({ customer }) => customer.phone !== undefined)
  const number = first?.customer.phone ?? ''
  await desk.take(
    'changeContactDetails',
    { customerId: second?.customer.id ?? '', changes: { phone: number } },
    { phone: second?.customer.phone ?? '' },
  )
  const taken = [first?.customer.id, second?.customer.id]
  return {
    known: known.filter(({ customer }) => !taken.includes(customer.id)),
    shared: { number, names: [first?.customer.name ?? '', second?.customer.name ?? ''] },
  }
}

async function openDesk(
  demo: DemoHeadquarters,
  openConsole: (options: object) => Promise<Console>,
  person: string,
): Promise<Console> {
  const desk = await openConsole({ server: demo.url, lang: 'id', env })
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768))
  await agentAt(desk.page).enrol(demo.code('KDI'))
  await agentAt(desk.page).signIn(person)
  await desk.page
    .getByText(/400 pelanggan/)
    .first()
    .waitFor()
  return desk
}

/** Notes when the card with this name is on the screen, by the clock that the test reads too. */
async function watchCard(page: Page, name: string): Promise<() => Promise<number>> {
  await page.evaluate((shown) => {
    const seen = Promise.withResolvers<number>()
    const look = () => {
      const card = document.querySelector('[data-testid="call-card"]')
      if (card?.textContent.includes(shown) === true) seen.resolve(performance.timeOrigin + performance.now())
    }
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true })
    Object.assign(window, { cardSeen: seen.promise })
  }, name)
  return () => page.evaluate(() => (window as unknown as { cardSeen: Promise<number> }).cardSeen)
}

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
  const focused = (label: string) => expect(page.getByLabel(label, { exact: true }).first()).toBeFocused()

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
  await expect(page.getByText(/menunggu/)).toHaveCount(0, { timeout: 30_000 })

  await demo.stop()
  await using database = await databaseIn(join(info.outputPath('headquarters')))
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
  await expect(
    page
      .getByRole('button', { name: maskedName(shared.names[0] ?? '') })
      .or(page.getByRole('button', { name: maskedName(shared.names[1] ?? '') }))
      .first(),
  ).toBeFocused()
  await keys.press('Enter')
  await expect(page.locator('#contact-verification')).toBeFocused()
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
  await expect(page.getByLabel(work.search.field, { exact: true })).toBeFocused()
  await page.getByRole('button', { name: work.search.registerWith('0817-0000-4321') }).waitFor()
  await look(page, 'call-unknown-answered')
  await keys.press('Enter')
  await expect(page.getByLabel(work.register.name, { exact: true })).toBeFocused()
  await keys.type('Wa Ode Telepon')
  await keys.press('Control+Enter')
  // It was registered while its own caller spoke, so its name is no secret to the agent; it is masked all the same.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(maskedName('Wa Ode Telepon'))
  await expect(page.getByRole('complementary').getByText(maskedName('Wa Ode Telepon'))).toBeVisible()
})

test('the telephone is off until it is switched on; links and the simulator ring by the same way', async ({
  demo,
  openConsole,
}) => {
  test.setTimeout(240_000)
  const { known } = await callersOf(demo)
  const [caller] = known
  if (caller === undefined) throw new Error('the demo has too few customers')
  const desk = await openDesk(demo, openConsole, demoPeople.branch)
  const { page } = desk
  const card = page.getByTestId('call-card')
  const open = (link: string) => secondInstance(desk.userData, link)

  await open(`loket://call?number=${encodeURIComponent(caller.number)}&id=early`)
  const telephone = await connectTelephone(page)
  await expect(card).toHaveCount(0)
  expect(await telephone.say('ringing', 'x', caller.number, 'wrong')).toBe(401)
  await expect(card).toHaveCount(0)

  await open(`loket://call?number=${encodeURIComponent(caller.number)}&id=by-link`)
  await expect(card).toContainText(maskedName(caller.customer.name))
  // A page that is loaded anew has the call still.
  await page.reload()
  await agentAt(page).signIn(demoPeople.branch)
  await expect(card).toContainText(maskedName(caller.customer.name))
  await card.getByRole('button', { name: calls.giveUp }).click()
  await expect(card).toHaveCount(0)

  await page.keyboard.press('Alt+1')
  await expect(page.getByRole('heading', { name: calls.missed.title })).toBeVisible()
  await look(page, 'call-missed')
  expect(await findingsOn(page, 'missed calls')).toEqual([])
  await page.getByRole('button', { name: calls.missed.callBack }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(caller.customer.name)
  await expect(page.getByRole('heading', { name: calls.missed.title })).toHaveCount(0)
  await page.keyboard.press('Alt+r')
  await page.keyboard.type('tagihan g')
  await page.getByRole('option', { name: 'Tagihan ganda' }).waitFor()
  await page.keyboard.press('Enter')
  await expect(page.getByText(calls.skill.hint(terms.department.billing))).toBeVisible()
  await look(page, 'call-skill')
  await page.locator('#contact-disposition').focus()
  await page.keyboard.type('selesai')
  await page.getByRole('option', { name: terms.disposition.resolved }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('complementary').getByText(work.contact.done)).toBeVisible()
  await page.keyboard.press('Alt+1')
  await page.getByText(work.desk.myTickets).first().waitFor()
  await expect(page.getByRole('heading', { name: calls.missed.title })).toHaveCount(0)

  await page.keyboard.press('Control+k')
  await page.keyboard.type('simulasi')
  await page.getByRole('dialog').getByText(calls.simulator.palette).waitFor()
  await expect(page.getByRole('textbox', { name: frame.palette.placeholder })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel(calls.simulator.number)).toBeFocused()
  await page.keyboard.type(caller.number)
  await page.keyboard.press('Enter')
  await expect(card).toContainText(calls.simulated)
  await expect(card).toContainText(maskedName(caller.customer.name))
  await page.getByRole('button', { name: calls.simulator.ended }).click()
  await expect(card).toHaveCount(0)

  await page
    .getByRole('radiogroup', { name: calls.settings.take })
    .getByText(frame.settings.off, { exact: true })
    .click()
  await expect(page.getByText(telephone.token)).toHaveCount(0)
  await expect(telephone.say('ringing', 'late', caller.number)).rejects.toThrow()
  await expect(page.getByText(common.recordStates.saved_here)).toHaveCount(0)
})

test('a contact says once each that it grows long, and no clock on the wall changes how long it took', async ({
  demo,
  openConsole,
}) => {
  test.setTimeout(240_000)
  const { page } = await openDesk(demo, openConsole, demoPeople.agent)
  await page.clock.install()
  await page.keyboard.press('F4')
  const timer = page.getByRole('timer', { name: work.contact.timer })
  await expect(timer).toBeVisible()
  await page.evaluate(() => {
    const region = document.getElementById('announcements')
    const heard: string[] = []
    Object.assign(window, { heard })
    new MutationObserver(() => heard.push(region?.textContent ?? '')).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    })
  })
  const heard = () =>
    page.evaluate(
      (sentences) =>
        (window as unknown as { heard: string[] }).heard
          .map((said) => said.trim())
          .filter((said, place, all) => said !== all[place - 1] && sentences.includes(said)),
      [work.contact.amber, work.contact.red],
    )

  await page.clock.fastForward(80_000)
  await expect(timer).toHaveText(/^01:[23]\d$/)
  expect(await heard()).toEqual([])
  await page.clock.fastForward(11_000)
  await expect.poll(heard).toEqual([work.contact.amber])
  await expect(page.getByText(work.contact.amberMark, { exact: true })).toBeVisible()
  await page.clock.setSystemTime(new Date('1970-01-02'))
  await page.clock.setSystemTime(new Date('2031-01-01'))
  await expect(timer).toHaveText(/^01:[34]\d$/)
  await page.clock.fastForward(60_000)
  await expect.poll(heard).toEqual([work.contact.amber, work.contact.red])
  await expect(page.getByText(work.contact.redMark, { exact: true })).toBeVisible()
  await page.clock.fastForward(100_000)
  await expect(timer).toHaveText(/^04:\d\d$/)
  expect(await heard()).toEqual([work.contact.amber, work.contact.red])
})

/** What the operating system does with a link: it starts the application again with it, which tells the first one and ends. */
async function secondInstance(userData: string, link: string): Promise<void> {
  const electron = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '', 'electron')
  const second = spawn(electron, [root, '--no-sandbox', link], {
    env: { ...process.env, LOKET_USER_DATA: userData, LOKET_UNATTENDED: 'yes' },
    stdio: 'ignore',
  })
  await once(second, 'exit')
}
