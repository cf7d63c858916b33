import { combineLatest, distinctUntilChanged, map, of, switchMap, type Observable } from 'rxjs'
import { cashFigures } from '#domain/day/cash-figures.ts'
import { firstInstantOf } from '#domain/day/contact-figures.ts'
import { newestFirst } from '#domain/fields.ts'
import { isDrawerCount, isPayment, type OrderRecord } from '#domain/order/order-record.ts'
import { leftOf, type Payment } from '#domain/payment/payment.ts'
import { permitsCash } from '#domain/payment/permits.ts'
import type { Reference, Zone } from '#domain/reference/reference.ts'
import { leadsCentre } from '#domain/staff/roles.ts'
import { mintedBy } from '#domain/ticket/code.ts'
import type { CashView, CountRow, PaymentEntry, PaymentRow } from '#renderer/data/contract-payments.ts'
import type { Desk, StateOf } from '#renderer/data/desk.ts'
import { daysAt } from '#renderer/data/queries/day.ts'
import { live } from '#renderer/data/queries/live.ts'
import { recordsOf } from '#renderer/data/queries/orders.ts'
import { today } from '#renderer/data/queries/queue.ts'
import { nameOf } from '#renderer/data/queries/tickets.ts'

/** A busy centre takes some hundreds a day. */
const mostOfADay = 20_000

export function paymentsOf(desk: Desk, customerId: string): Observable<PaymentRow[]> {
  return combineLatest([recordsOf(desk, customerId), desk.reference, desk.states]).pipe(
    map(([records, reference, stateOf]) =>
      records
        .filter(isPayment)
        .toSorted((a, b) => b.capturedAt - a.capturedAt)
        .map((payment) => ({
          payment,
          ...nameOf('takenByName', reference, payment.capturedBy),
          left: leftOf(payment),
          state: stateOf('orders', payment.id),
        })),
    ),
  )
}

/** A payment and what was noted on it, for the timeline. */
export function paymentEntries(
  payment: Payment,
  reference: ReadonlyMap<string, Reference>,
  stateOf: StateOf,
): PaymentEntry[] {
  const about = { kind: 'payment', payment, state: stateOf('orders', payment.id) } as const
  return [
    { ...about, at: payment.capturedAt, ...nameOf('actorName', reference, payment.capturedBy) },
    ...payment.events.map(({ id, at, by, note = '' }) => ({
      ...about,
      at,
      note: { id, text: note },
      ...nameOf('actorName', reference, by),
    })),
  ]
}

export function cash(desk: Desk): Observable<CashView | null> {
  return combineLatest([desk.sessions.person, desk.core.enrolment]).pipe(
    map(([person, enrolment]) =>
      person === undefined || !(permitsCash(person.role) || leadsCentre(person.role)) ? undefined : enrolment,
    ),
    distinctUntilChanged(),
    switchMap((enrolment) =>
      enrolment === undefined
        ? of(null)
        : today(desk).pipe(
            switchMap((day) =>
              combineLatest([moneyOf(desk, enrolment.centre), desk.reference, desk.states]).pipe(
                map(([records, reference, stateOf]) =>
                  viewOf(day, records, enrolment, { reference, stateOf }),
                ),
              ),
            ),
          ),
    ),
  )
}

export interface Centre {
  readonly id: string
  readonly zone: Zone
}

/** What this centre took, gave back and counted since its midnight, or in some days until now. */
export function moneyOf(desk: Desk, { id, zone }: Centre, days = 1): Observable<OrderRecord[]> {
  const since = firstInstantOf(daysAt(desk, zone, days))
  return live(desk.core.replica, 'orders', {
    selector: { newest: { $lte: newestFirst(since) } },
    sort: [{ newest: 'asc' }],
    limit: mostOfADay,
  }).pipe(map((found) => found.filter(({ centreId }) => centreId === id)))
}

interface Around {
  readonly reference: ReadonlyMap<string, Reference>
  readonly stateOf: StateOf
}

function viewOf(
  day: string,
  records: readonly OrderRecord[],
  { label }: { readonly label: string },
  { reference, stateOf }: Around,
): CashView {
  const payments = records.filter(isPayment)
  const own = payments.filter(({ code }) => mintedBy(code, label))
  const counts = records
    .filter(isDrawerCount)
    .filter(({ code }) => mintedBy(code, label))
    .toSorted((a, b) => b.capturedAt - a.capturedAt)
    .map((count): CountRow => ({
      count,
      ...nameOf('countedByName', reference, count.capturedBy),
      state: stateOf('orders', count.id),
    }))
  const lastCount = counts[0]?.count.capturedAt ?? 0
  return {
    day,
    here: cashFigures(own),
    centre: cashFigures(payments),
    counts,
    sinceCount: own.some(({ capturedAt, method }) => method === 'cash' && capturedAt > lastCount),
    whole: records.length < mostOfADay,
  }
}
