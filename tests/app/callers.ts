import type { Page } from '@playwright/test'
import type { Customer } from '#domain/customer/customer.ts'
import { agentAt } from './agent.ts'
import type { Console } from './console.ts'
import { demoPeople } from './demo.ts'
import { otherDesk } from './other-desk.ts'
import type { DemoHeadquarters } from './with-demo.ts'

interface Callers {
  /** Customers with a number that nobody else has. */
  readonly known: readonly { readonly customer: Customer; readonly number: string }[]
  /** Two customers with one number. */
  readonly shared: { readonly number: string; readonly names: readonly string[] }
}

export async function callersOf(demo: DemoHeadquarters): Promise<Callers> {
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

/** A desk of Kendari at 1366×768, filled, with this person at it; its telephone takes any free port. */
export async function openDesk(
  demo: DemoHeadquarters,
  openConsole: (options: object) => Promise<Console>,
  person: string,
): Promise<Console> {
  const desk = await openConsole({ server: demo.url, lang: 'id', env: { LOKET_CALL_PORT: '0' } })
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
export async function watchCard(page: Page, name: string): Promise<() => Promise<number>> {
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
