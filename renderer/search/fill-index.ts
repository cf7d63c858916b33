import type { Customer } from '#domain/customer/customer.ts'
import { searchDigits } from '#domain/customer/msisdn.ts'
import type { Subscription } from '#domain/subscription/subscription.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { indexed, type IndexedName, type Line } from '#renderer/search/line.ts'
import { packLine } from '#renderer/search/pack-line.ts'
import type { SearchIndex } from '#renderer/search/search-index.ts'

/** Where the index gets its lines from: the replica, without knowing how it stores. */
export interface Indexed {
  readonly collection: IndexedName
  readonly id: string
  /** Absent when the record left. */
  readonly record?: Customer | Subscription | Ticket
}

export function index(into: SearchIndex, { collection, id, record }: Indexed): void {
  if (record === undefined) into.remove(collection, id)
  else {
    into.put(collection, packed.get(record) ?? packLine(lineOf(collection, record)))
    packed.delete(record)
  }
}

/** The disk keeps the line of a record beside it, and the index takes the same line a moment later. */
const packed = new WeakMap<object, Uint8Array>()

export function packedLineOf(collection: IndexedName, record: object): Uint8Array {
  const line = packLine(lineOf(collection, record))
  packed.set(record, line)
  return line
}

export function isIndexed(collection: string): collection is IndexedName {
  return (indexed as readonly string[]).includes(collection)
}

function lineOf(collection: IndexedName, record: object): Line {
  if (collection === 'customers') return customerLine(record as Customer)
  return collection === 'subscriptions'
    ? subscriptionLine(record as Subscription)
    : ticketLine(record as Ticket)
}

function customerLine({ id, name, code, email, phone, altPhone, nikLast4, mergedInto }: Customer): Line {
  const numbers = [phone, altPhone].flatMap((number) => (number === undefined ? [] : [searchDigits(number)]))
  return {
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
    id,
    digits: digits.filter((each) => each !== undefined),
    target: customerId,
  }
}

function ticketLine({ id, code, subject }: Ticket): Line {
  return { id, words: subject, codes: [code] }
}
