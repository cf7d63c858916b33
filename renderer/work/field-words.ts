import { spoken } from '#domain/customer/msisdn.ts'
import type { Words } from '#renderer/words/words.ts'

/** What people call a field of a record or of a step. */
export function fieldName(field: string, { items, terms }: Words): string {
  return nameIn(terms.field, field) ?? nameIn(items.payload, field) ?? field
}

/** The values of a field that is one of few, with their words; `undefined` for a field that is written. */
export function namesOf(
  field: string,
  { terms, queue, orders, payments, ticketing }: Words,
): Readonly<Record<string, string>> | undefined {
  const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    status: terms.ticketStatus,
    to: { ...terms.ticketStatus, ...queue.status },
    orderStatus: orders.status,
    wish: orders.wish,
    purpose: payments.purpose,
    method: payments.method,
    gender: terms.gender,
    language: terms.language,
    type: terms.ticketType,
    department: terms.department,
    priority: { ...terms.priority, ...queue.priority },
    need: queue.need,
    channel: terms.channel,
    direction: terms.direction,
    verification: terms.verification,
    disposition: terms.disposition,
    kind: terms.customerKind,
    provenance: terms.provenance,
    segment: terms.segment,
    taskState: ticketing.taskState,
    outcome: ticketing.taskState,
    shipmentStatus: ticketing.shipmentStatus,
    as: ticketing.ticketLink,
  }
  return tables[field]
}

/** A value as it is read. */
export function valueWords(field: string, value: string, words: Words): string {
  if (field === 'phone' || field === 'altPhone') return value === '' ? '' : spoken(value)
  const names = namesOf(field, words)
  return (names === undefined ? undefined : nameIn(names, value)) ?? value
}

function nameIn(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}
