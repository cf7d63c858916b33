import type { Customer } from '#domain/customer/customer.ts'
import { searchDigits } from '#domain/customer/msisdn.ts'
import type { Subscription } from '#domain/subscription/subscription.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import type { IndexedName, Line, SearchIndex } from '#renderer/search/search-index.ts'

/** Where the index gets its lines from: the replica, without knowing how it stores. */
export interface Indexed {
  readonly collection: IndexedName
  readonly id: string
  /** Absent when the record left. */
  readonly record?: Customer | Subscription | Ticket
}

export function index(into: SearchIndex, { collection, id, record }: Indexed): void {
  if (record === undefined) return into.remove(collection, id)
  if (collection === 'customers') into.put(customerLine(record as Customer))
  else if (collection === 'subscriptions') into.put(subscriptionLine(record as Subscription))
  else into.put(ticketLine(record as Ticket))
}

function customerLine({ id, name, code, email, phone, altPhone, nikLast4, mergedInto }: Customer): Line {
  const numbers = [phone, altPhone].flatMap((number) => (number === undefined ? [] : [searchDigits(number)]))
  return {
    collection: 'customers',
    id,
    words: `${name} | ${email ?? ''}`,
    codes: [code],
    digits: nikLast4 === undefined ? numbers : [...numbers, nikLast4],
    ...(mergedInto === undefined ? {} : { target: mergedInto }),
  }
}

function subscriptionLine({ id, customerId, msisdn, iccidTail }: Subscription): Line {
  const digits = [msisdn === undefined ? undefined : searchDigits(msisdn), iccidTail]
  return {
    collection: 'subscriptions',
    id,
    digits: digits.filter((each) => each !== undefined),
    target: customerId,
  }
}

function ticketLine({ id, code, subject }: Ticket): Line {
  return { collection: 'tickets', id, words: subject, codes: [code] }
}
