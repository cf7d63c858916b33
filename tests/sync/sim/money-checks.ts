import { isDeepStrictEqual } from 'node:util'
import { cashFigures } from '#domain/day/cash-figures.ts'
import type { Method, Payment } from '#domain/payment/payment.ts'
import { instantOf } from '#domain/reference/zone.ts'
import { mintedBy } from '#domain/ticket/code.ts'
import type { SimDesk } from './desk.ts'
import type { World } from './world.ts'

/** Each payment has its own receipt, says what gave it back, and was never given back more than it was. [M6] */
export function checkMoney(truth: ReadonlyMap<string, object>): string[] {
  const payments = [...truth]
    .filter(
      ([key, document]) => key.startsWith('orders/') && 'kind' in document && document.kind === 'payment',
    )
    .map(([, document]) => document as Payment)
  const receipts = new Set(payments.map(({ code }) => code))
  const twice = payments.length - receipts.size
  const faults = twice === 0 ? [] : [`[M6] ${twice} receipts were given out twice`]
  for (const payment of payments) {
    if (payment.reversalOf !== undefined) {
      if (!truth.has(`orders/${payment.reversalOf}`)) faults.push(`[M6] ${payment.code} gives back nothing`)
      continue
    }
    const refunds = payments
      .filter(({ reversalOf }) => reversalOf === payment.id)
      .map(({ id, amount }) => ({ id, amount: -amount }))
    const told = payment.givenBack ?? []
    const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1)
    if (!isDeepStrictEqual(refunds.toSorted(byId), told.toSorted(byId)))
      faults.push(`[M6] ${payment.code} tells of ${JSON.stringify(told)} and has ${JSON.stringify(refunds)}`)
    const sum = refunds.reduce((all, { amount }) => all + amount, 0)
    if (sum > payment.amount) faults.push(`[M6] ${payment.code}: ${sum} of ${payment.amount} were given back`)
  }
  return faults
}

/** What the day's screen of a desk says of its drawer and of its centre is what headquarters' SQL says of the same records. */
export async function checkDrawer(
  world: World,
  desk: SimDesk,
  carried: readonly string[],
): Promise<string[]> {
  const cash = await world.until(desk.ask('cash'))
  const enrolment = desk.inside.core.enrolment.value
  // Whoever sits there has no drawer.
  if (cash === null || enrolment === undefined) return []
  const rows = await world.hq.database.query<{
    code: string
    method: Method
    amount: number
    reversalOf: string | null
  }>(
    `select code, method, amount::float8 as amount, reversal_of as "reversalOf" from payment_view
     where centre_id = $1 and captured_at >= $2
       and id in (select doc_id from feed where collection = 'orders' and op = 'put' and partition = any($3::text[]))`,
    [desk.centreId, instantOf(`${cash.day}T00:00`, enrolment.centre.zone), carried],
  )
  const paid = rows.map(({ reversalOf, ...row }) => (reversalOf === null ? row : { ...row, reversalOf }))
  world.counts.add('drawer compared with headquarters')
  const wanted = {
    centre: cashFigures(paid),
    here: cashFigures(paid.filter(({ code }) => mintedBy(code, enrolment.label))),
  }
  const shown = { centre: cash.centre, here: cash.here }
  return isDeepStrictEqual(shown, wanted)
    ? []
    : [`[M6] the drawer says ${JSON.stringify(shown)}, headquarters ${JSON.stringify(wanted)}`]
}
