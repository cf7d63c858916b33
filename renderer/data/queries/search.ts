import {
  combineLatest,
  distinctUntilChanged,
  from,
  map,
  startWith,
  switchMap,
  throttleTime,
  type Observable,
} from 'rxjs'
import type { Customer } from '#domain/customer/customer.ts'
import type { OrderRecord } from '#domain/order/order-record.ts'
import type { Subscription } from '#domain/subscription/subscription.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import type { SearchAnswer, SearchHit } from '#renderer/data/contract.ts'
import type { Desk } from '#renderer/data/desk.ts'
import { plain, readRecords, type Replica } from '#renderer/data/replica.ts'
import type { SearchIndex, Target } from '#renderer/search/search-index.ts'

/**
 * What was found here, and in how much of the world it was looked for: "not found" is the most dangerous answer. So
 * there is none before the index is full.
 */
export function search(desk: Desk, text: string, limit: number): Observable<SearchAnswer> {
  const { changes, filled } = desk.lines
  // A round says several things; a question that is being answered does not begin anew for each.
  const asOf = desk.course.pipe(
    map((course) => course.lastAcknowledgedAt),
    distinctUntilChanged(),
  )
  const changed = changes.pipe(
    throttleTime(250, undefined, { leading: true, trailing: true }),
    startWith(undefined),
  )
  return from(filled).pipe(
    switchMap(() => combineLatest([asOf, changed])),
    switchMap(async ([at]): Promise<SearchAnswer> => {
      const { targets, more } = await found(desk, text, limit)
      return {
        text,
        hits: await hitsOf(desk.core.replica, targets),
        more,
        searched: desk.search.customers(),
        ...(at === undefined ? {} : { asOf: at }),
      }
    }),
  )
}

/** What stands on the slip of an order or a payment names one record, and leads to whose it is. */
const aSlipCode = /^[or]-[a-z0-9.-]+$/i

async function found(desk: Desk, text: string, limit: number): Promise<ReturnType<SearchIndex['find']>> {
  const code = text.trim().toUpperCase()
  if (!aSlipCode.test(code)) return desk.search.find(text, limit)
  const orders = await desk.core.replica.orders.find({ selector: { code }, sort: [{ code: 'asc' }] }).exec()
  const ids = [...new Set(orders.flatMap((order) => customerOf(plain<OrderRecord>(order))))]
  if (ids.length === 0) return desk.search.find(text, limit)
  return { targets: ids.map((id) => ({ kind: 'customer', id })), more: false }
}

function customerOf(record: OrderRecord): string[] {
  return 'customerId' in record ? [record.customerId] : []
}

async function hitsOf(replica: Replica, targets: readonly Target[]): Promise<SearchHit[]> {
  const idsOf = (kind: Target['kind']) =>
    targets.filter((target) => target.kind === kind).map((target) => target.id)
  const linesOf = async (id: string) => [id, await numbersOf(replica, id)] as const
  const [{ tickets, customers }, lines] = await Promise.all([
    namedBy(replica, idsOf('ticket'), idsOf('customer')),
    Promise.all(idsOf('customer').map(linesOf)),
  ])
  const numbers = new Map(lines)
  return targets.flatMap((target): SearchHit[] => {
    if (target.kind === 'customer') {
      const found = customers.get(target.id)
      return found === undefined ? [] : [customerHit(found, numbers.get(target.id) ?? [])]
    }
    const found = tickets.get(target.id)
    return found === undefined ? [] : [ticketHit(found, customers.get(found.customerId ?? '')?.name)]
  })
}

/** Tickets, and the customers of both kinds of hits. */
async function namedBy(
  replica: Replica,
  ticketIds: readonly string[],
  customerIds: readonly string[],
): Promise<{ tickets: Map<string, Ticket>; customers: Map<string, Customer> }> {
  const tickets = (await readRecords(replica, 'tickets', ticketIds)) as Ticket[]
  const wanted = new Set([...customerIds, ...tickets.flatMap((each) => each.customerId ?? [])])
  const customers = (await readRecords(replica, 'customers', [...wanted])) as Customer[]
  return {
    tickets: new Map(tickets.map((each) => [each.id, each])),
    customers: new Map(customers.map((each) => [each.id, each])),
  }
}

async function numbersOf(replica: Replica, customerId: string): Promise<string[]> {
  const found = await replica.subscriptions.find({ selector: { customerId } }).exec()
  return found.flatMap((document) => (document as unknown as Subscription).msisdn ?? [])
}

function customerHit(customer: Customer, msisdns: readonly string[]): SearchHit {
  const { id, name, code, phone, city, provenance, valueTier } = customer
  return {
    kind: 'customer',
    customerId: id,
    name,
    code,
    msisdns,
    provenance,
    valueTier,
    ...(phone === undefined ? {} : { phone }),
    ...(city === undefined ? {} : { city }),
  }
}

function ticketHit(ticket: Ticket, customerName: string | undefined): SearchHit {
  const { id, code, subject, status } = ticket
  return {
    kind: 'ticket',
    ticketId: id,
    code,
    subject,
    status,
    ...(customerName === undefined ? {} : { customerName }),
  }
}
