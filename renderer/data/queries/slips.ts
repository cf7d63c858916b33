import { combineLatest, map, of, switchMap, type Observable } from 'rxjs'
import type { Contact } from '#domain/contact/contact.ts'
import { isOrder, isPayment, type OrderRecord } from '#domain/order/order-record.ts'
import type { Order } from '#domain/order/order.ts'
import type { Payment } from '#domain/payment/payment.ts'
import type { Reference } from '#domain/reference/reference.ts'
import { mintedBy } from '#domain/ticket/code.ts'
import { slaOf, type SlaPolicy } from '#domain/ticket/sla.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import type { SlipFacts, SlipSubject } from '#renderer/data/contract-slips.ts'
import type { Desk } from '#renderer/data/desk.ts'
import { printedSlips } from '#renderer/data/printed-slips.ts'
import { live, liveOne } from '#renderer/data/queries/live.ts'
import { plainOrdersOf } from '#renderer/data/queries/orders.ts'
import { nameOf, policyFor } from '#renderer/data/queries/tickets.ts'

interface Saved {
  readonly contact?: Contact | undefined
  readonly ticket?: Ticket | undefined
  readonly order?: Order | undefined
  readonly payment?: Payment | undefined
}

/** What the slip of saved work says; `null` where that work is not here. */
export function slip(desk: Desk, what: SlipSubject['of'], id: string): Observable<SlipFacts | null> {
  return savedUnder(desk, what, id).pipe(
    switchMap((saved) =>
      (saved.contact ?? saved.ticket ?? saved.order ?? saved.payment) === undefined
        ? of(null)
        : factsOf(desk, saved),
    ),
  )
}

function savedUnder({ core: { replica } }: Desk, what: SlipSubject['of'], id: string): Observable<Saved> {
  if (what === 'ticket') return liveOne(replica, 'tickets', id).pipe(map((ticket) => ({ ticket })))
  if (what === 'order' || what === 'payment') return liveOne(replica, 'orders', id).pipe(map(savedAs))
  return liveOne(replica, 'contacts', id).pipe(
    switchMap((contact) => {
      const ticketId = contact?.ticketIds[0]
      if (ticketId === undefined) return of({ contact })
      return liveOne(replica, 'tickets', ticketId).pipe(map((ticket) => ({ contact, ticket })))
    }),
  )
}

function savedAs(record: OrderRecord | undefined): Saved {
  if (record === undefined) return {}
  if (isPayment(record)) return { payment: record }
  return isOrder(record) ? { order: record } : {}
}

function factsOf(desk: Desk, { contact, ticket, order, payment }: Saved): Observable<SlipFacts> {
  const { core, course, reference, states } = desk
  const customerId = contact?.customerId ?? ticket?.customerId ?? (order ?? payment)?.customerId ?? ''
  return combineLatest([
    liveOne(core.replica, 'customers', customerId),
    live(core.replica, 'subscriptions', { selector: { customerId } }),
    combineLatest([
      printedSlips(core),
      contact === undefined && payment === undefined ? of([]) : plainOrdersOf(desk, customerId),
    ]),
    reference,
    combineLatest([states, course]),
  ]).pipe(
    map(([customer, lines, [printed, asked], known, [stateOf, { link }]]): SlipFacts => {
      const orders = order === undefined ? asked.filter((each) => isOf(each, contact)) : [order]
      const main = mainOf({ contact, ticket, order: orders[0], payment })
      const about = ticket?.subscriptionId ?? (orders[0] ?? payment)?.subscriptionId
      const paidOrder = asked.find(({ id }) => id === payment?.orderId)
      const line = lines.find(({ id }) => id === about)
      const number = line?.msisdn ?? contact?.numberGiven ?? customer?.phone
      return {
        id: main.id,
        ...(main.code === undefined ? {} : { code: main.code }),
        at: contact?.endedAt ?? ticket?.openedAt ?? (order ?? payment)?.capturedAt ?? 0,
        centreName: core.enrolment.value?.centre.name ?? '',
        language: customer?.language ?? 'id',
        ...nameOf(
          'agentName',
          known,
          contact?.agentId ?? ticket?.openedBy ?? (order ?? payment)?.capturedBy ?? '',
        ),
        ...(number === undefined ? {} : { number }),
        ...(contact === undefined ? {} : { contact }),
        ...(ticket === undefined ? {} : ticketFacts(ticket, policyFor(known)(ticket))),
        orders,
        ...(payment === undefined ? {} : { payment }),
        ...(paidOrder === undefined ? {} : { paidOrder }),
        ...labelOf('reason', known, contact?.reasonCode ?? ticket?.reasonCode),
        ...labelOf('resolution', known, ticket?.resolutionCode),
        unsent: stateOf(main.collection, main.id) === 'saved_here' && link === 'down',
        copy: printed.has(main.id) || !isFromHere(desk, main.code),
      }
    }),
  )
}

function isOf({ contactId }: Order, contact: Contact | undefined): boolean {
  return contact !== undefined && contactId === contact.id
}

/** A ticket whose clock stands has no time to write on paper. */
function ticketFacts(ticket: Ticket, policy: SlaPolicy): Pick<SlipFacts, 'ticket' | 'dueAt'> {
  const { dueAt } = slaOf(ticket, policy)
  return { ticket, ...(dueAt === undefined ? {} : { dueAt }) }
}

interface Main {
  readonly collection: 'tickets' | 'orders' | 'contacts'
  readonly id: string
  readonly code?: string
}

/** The record by which people ask again. */
function mainOf({ contact, ticket, order, payment }: Saved): Main {
  if (payment !== undefined) return { collection: 'orders', id: payment.id, code: payment.code }
  if (ticket !== undefined) return { collection: 'tickets', id: ticket.id, code: ticket.code }
  if (order !== undefined) return { collection: 'orders', id: order.id, code: order.code }
  return { collection: 'contacts', id: contact?.id ?? '' }
}

/** A contact's slip is offered on its own PC alone; a code says where it was minted. */
function isFromHere({ core }: Desk, code: string | undefined): boolean {
  return code === undefined || mintedBy(code, core.enrolment.value?.label ?? '')
}

function labelOf<F extends 'reason' | 'resolution'>(
  field: F,
  known: ReadonlyMap<string, Reference>,
  code: string | undefined,
): Partial<Record<F, Reference['label']>> {
  const label = code === undefined ? undefined : known.get(`${field}:${code}`)?.label
  return (label === undefined ? {} : { [field]: label }) as Partial<Record<F, Reference['label']>>
}
