import type { Customer } from '#domain/customer/customer.ts'
import { searchDigits } from '#domain/customer/msisdn.ts'
import type { Subscription } from '#domain/subscription/subscription.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import type { SearchIndex } from '#renderer/search/search-index.ts'

/** Where the index gets its lines from: the replica, without knowing how it stores. */
export interface Indexed {
  readonly collection: 'customers' | 'subscriptions' | 'tickets'
  readonly id: string
  /** Absent when the record left. */
  readonly record?: Customer | Subscription | Ticket
}

/** Names the line of a record. */
export const lineOf = ({ collection, id }: Pick<Indexed, 'collection' | 'id'>) => `${collection}/${id}`

export function index(into: SearchIndex, { collection, id, record }: Indexed): void {
  const key = lineOf({ collection, id })
  if (record === undefined) return into.remove(key)
  if (collection === 'customers') indexCustomer(into, key, record as Customer)
  else if (collection === 'subscriptions') indexSubscription(into, key, record as Subscription)
  else indexTicket(into, key, record as Ticket)
}

function indexCustomer(into: SearchIndex, key: string, customer: Customer): void {
  const numbers = [customer.phone, customer.altPhone].flatMap((number) =>
    number === undefined ? [] : [searchDigits(number)],
  )
  const tail = customer.nikLast4 === undefined ? [] : [customer.nikLast4]
  into.put(
    key,
    `${customer.name} | ${customer.code} | ${customer.email ?? ''}`,
    [...numbers, ...tail, customer.code.replace(/\D/g, '')],
    {
      kind: 'customer',
      id: customer.mergedInto ?? customer.id,
    },
  )
}

function indexSubscription(into: SearchIndex, key: string, line: Subscription): void {
  const digits = [...(line.msisdn === undefined ? [] : [searchDigits(line.msisdn)]), line.iccidTail ?? '']
  into.put(key, '', digits, { kind: 'customer', id: line.customerId })
}

function indexTicket(into: SearchIndex, key: string, ticket: Ticket): void {
  into.put(key, `${ticket.code} | ${ticket.subject}`, [ticket.code.replace(/\D/g, '')], {
    kind: 'ticket',
    id: ticket.id,
  })
}
