import {
  combineLatest,
  distinctUntilChanged,
  from,
  map,
  of,
  startWith,
  switchMap,
  throttleTime,
  type Observable,
} from 'rxjs'
import type { Contact } from '#domain/contact/contact.ts'
import { missedCallReason } from '#domain/contact/missed-call.ts'
import type { Customer } from '#domain/customer/customer.ts'
import { toE164 } from '#domain/customer/msisdn.ts'
import { newestFirst } from '#domain/fields.ts'
import type { Subscription } from '#domain/subscription/subscription.ts'
import type { CallerMatch, CallerView, MissedCall } from '#renderer/data/contract-calls.ts'
import { timeAt, type Desk } from '#renderer/data/desk.ts'
import { customer } from '#renderer/data/queries/customers.ts'
import { live } from '#renderer/data/queries/live.ts'
import { plain, readRecords } from '#renderer/data/replica.ts'

const most = 5
/** A number's digits may stand in a few other lines too; the true holders are among the first of them. */
const looked = 20
/** A centre's contacts of a day are a few hundred. */
const mostOfADay = 2000
const dayMs = 86_400_000

export function caller(desk: Desk, number: string): Observable<CallerView> {
  const { changes, filled } = desk.lines
  const changed = changes.pipe(
    throttleTime(250, undefined, { leading: true, trailing: true }),
    startWith(undefined),
  )
  const acknowledged = desk.course.pipe(
    map(({ lastAcknowledgedAt }) => lastAcknowledgedAt),
    distinctUntilChanged(),
  )
  return from(filled).pipe(
    switchMap(() => combineLatest([acknowledged, changed])),
    switchMap(async ([asOf]) => ({
      asOf,
      found: await holdersOf(desk, number),
    })),
    switchMap(({ asOf, found }) =>
      matchesOf(desk, found).pipe(
        map((matches) => ({
          number,
          matches,
          searched: desk.search.customers(),
          ...(asOf === undefined ? {} : { asOf }),
        })),
      ),
    ),
  )
}

interface Holder {
  readonly customerId: string
  readonly line?: Subscription
}

/** The customers whose number it is, whole and not only in part; a record that stands for another one leads there. */
export async function holdersOf({ core, search }: Desk, written: string): Promise<readonly Holder[]> {
  const number = toE164(written)
  if (number === undefined) return []
  const ids = search
    .find(number, looked)
    .targets.filter(({ kind }) => kind === 'customer')
    .map(({ id }) => id)
  const customers = (await readRecords(core.replica, 'customers', ids)) as Customer[]
  const holders = await Promise.all(
    customers.map(async ({ id, phone, altPhone, mergedInto }): Promise<Holder[]> => {
      const lines = await core.replica.subscriptions.find({ selector: { customerId: id } }).exec()
      const line = lines.map((each) => plain<Subscription>(each)).find(({ msisdn }) => msisdn === number)
      if (line === undefined && phone !== number && altPhone !== number) return []
      return [{ customerId: mergedInto ?? id, ...(line === undefined ? {} : { line }) }]
    }),
  )
  return [...new Map(holders.flat().map((each) => [each.customerId, each])).values()].slice(0, most)
}

function matchesOf(desk: Desk, holders: readonly Holder[]): Observable<CallerMatch[]> {
  if (holders.length === 0) return of([])
  return combineLatest(
    holders.map(({ customerId, ...line }) =>
      customer(desk, customerId).pipe(map((view) => (view === null ? [] : [{ view, ...line }]))),
    ),
  ).pipe(map((all) => all.flat()))
}

export function missedCalls(desk: Desk): Observable<MissedCall[]> {
  const { replica } = desk.core
  const newest = { $lte: newestFirst(timeAt(desk) - dayMs) }
  return live(replica, 'contacts', {
    selector: { newest },
    sort: [{ newest: 'asc' }],
    limit: mostOfADay,
  }).pipe(
    switchMap(async (contacts) => {
      const missed = stillMissed(contacts, timeAt(desk) - dayMs)
      const ids = missed.flatMap(({ customerId }) => customerId ?? [])
      const known = (await readRecords(replica, 'customers', [...new Set(ids)])) as Customer[]
      const names = new Map(known.map(({ id, name }) => [id, name]))
      return missed.map((contact): MissedCall => {
        const customerName = names.get(contact.customerId ?? '')
        return { contact, ...(customerName === undefined ? {} : { customerName }) }
      })
    }),
  )
}

/** Of each number the newest, unless there was a conversation with it since. */
function stillMissed(contacts: readonly Contact[], since: number): readonly Contact[] {
  const spoken = new Set<string>()
  return contacts
    .toSorted((a, b) => b.startedAt - a.startedAt)
    .filter(({ reasonCode, disposition, startedAt, numberGiven = '' }) => {
      const number = toE164(numberGiven) ?? numberGiven
      if (startedAt < since || number === '' || spoken.has(number)) return false
      spoken.add(number)
      return reasonCode === missedCallReason && disposition === 'abandoned'
    })
}
