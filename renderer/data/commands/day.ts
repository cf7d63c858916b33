import { firstValueFrom } from 'rxjs'
import type { Contact } from '#domain/contact/contact.ts'
import { csvLine } from '#domain/csv-line.ts'
import type { Days } from '#domain/day/contact-figures.ts'
import { isPayment, type OrderRecord } from '#domain/order/order-record.ts'
import type { Payment } from '#domain/payment/payment.ts'
import { leadsCentre } from '#domain/staff/roles.ts'
import type { Reference } from '#domain/reference/reference.ts'
import { locked, type Work } from '#renderer/data/commands/command.ts'
import type { Done } from '#renderer/data/contract.ts'
import type { DayRange } from '#renderer/data/contract-day.ts'
import type { ExportedWork } from '#renderer/data/contract-inbox.ts'
import type { Desk } from '#renderer/data/desk.ts'
import { contactsIn, daysAt } from '#renderer/data/queries/day.ts'
import { moneyOf, type Centre } from '#renderer/data/queries/payments.ts'
import { readRecords } from '#renderer/data/replica.ts'

const columns = [
  'started_at',
  'agent',
  'channel',
  'direction',
  'reason',
  'disposition',
  'verification',
  'handle_seconds',
  'tickets',
] as const

const moneyColumns = [
  'receipt',
  'at',
  'method',
  'amount',
  'purpose',
  'bill',
  'order',
  'reference',
  'gives_back',
  'by',
] as const

/** A file leaves every protection behind: no customer is named in it. */
export const exportDay: Work<'exportDay'> = (desk, { range }) =>
  fileOf(desk, range, '', columns, async (centre, days, reference) => {
    const contacts = await firstValueFrom(contactsIn(desk, centre.id, days))
    return contacts
      .toSorted((a, b) => a.startedAt - b.startedAt)
      .map((contact) => cellsOf(contact, reference))
  })

/** Neither what somebody noted: it may be about the customer. */
export const exportPayments: Work<'exportPayments'> = (desk, { range }) =>
  fileOf(desk, range, 'payments-', moneyColumns, async (centre, { days }, reference) => {
    const payments = (await firstValueFrom(moneyOf(desk, centre, days))).filter(isPayment)
    const orderIds = payments.flatMap(({ orderId }) => orderId ?? [])
    const asked = (await readRecords(desk.core.replica, 'orders', orderIds)) as OrderRecord[]
    const codes = new Map(asked.map(({ id, code }) => [id, code]))
    return payments
      .toSorted((a, b) => a.capturedAt - b.capturedAt)
      .map((payment) => moneyCells(payment, codes, reference))
  })

type People = ReadonlyMap<string, Reference>

/** A file for whoever leads the centre; `rows` are its lines, the oldest first. */
async function fileOf(
  desk: Desk,
  range: DayRange,
  what: string,
  heading: readonly string[],
  rows: (centre: Centre, days: Days, people: People) => Promise<string[][]>,
): Promise<Done<ExportedWork>> {
  const person = desk.sessions.person.value
  const centre = desk.core.enrolment.value?.centre
  if (person === undefined || centre === undefined) return locked
  if (!leadsCentre(person.role)) return { ok: false, problem: 'not_permitted' }
  const days = daysAt(desk, centre.zone, range === 'today' ? 1 : 7)
  const lines = await rows(centre, days, await firstValueFrom(desk.reference))
  const on = new Date(days.now).toISOString().slice(0, 10)
  return {
    ok: true,
    value: {
      name: `loket-${centre.id}-${what}${range}-${on}.csv`,
      text: `${[heading, ...lines].map(csvLine).join('\r\n')}\r\n`,
      count: lines.length,
    },
  }
}

const staffName = (people: People, id: string) => people.get(`staff:${id}`)?.name ?? id

function cellsOf(contact: Contact, people: People): string[] {
  return [
    new Date(contact.startedAt).toISOString(),
    staffName(people, contact.agentId),
    contact.channel,
    contact.direction,
    contact.reasonCode,
    contact.disposition,
    contact.verification,
    String(contact.handleSeconds),
    String(contact.ticketIds.length),
  ]
}

function moneyCells(payment: Payment, codes: ReadonlyMap<string, string>, people: People): string[] {
  const { code, capturedAt, method, amount, purpose, capturedBy } = payment
  const { bill = '', orderId = '', reference = '', reversedCode = '' } = payment
  return [
    code,
    new Date(capturedAt).toISOString(),
    method,
    String(amount),
    purpose,
    bill,
    codes.get(orderId) ?? '',
    reference,
    reversedCode,
    staffName(people, capturedBy),
  ]
}
