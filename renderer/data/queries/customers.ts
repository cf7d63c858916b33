import { combineLatest, map, type Observable } from 'rxjs'
import type { Contact } from '#domain/contact/contact.ts'
import type { Customer } from '#domain/customer/customer.ts'
import type { Subscription } from '#domain/subscription/subscription.ts'
import type { TicketEvent } from '#domain/ticket/ticket-event.ts'
import { refKey } from '#domain/sync/records.ts'
import { isOpen, type Ticket } from '#domain/ticket/ticket.ts'
import type { CustomerView, TicketRow, TimelineEntry } from '#renderer/data/contract.ts'
import { timeAt, type Desk, type StateOf } from '#renderer/data/desk.ts'
import { ofFamily } from '#renderer/data/queries/family.ts'
import { live, liveOne } from '#renderer/data/queries/live.ts'
import { isOrder, isPayment } from '#domain/order/order-record.ts'
import { orderEntries, recordsOf } from '#renderer/data/queries/orders.ts'
import { paymentEntries } from '#renderer/data/queries/payments.ts'
import { nameOf, rowOf } from '#renderer/data/queries/tickets.ts'

const dayMs = 86_400_000

/** At least as many as the head of the screen counts: so its parts ask the same and are answered once. */
const fewestContacts = 100

const contactsOf = (desk: Desk, customerId: string, limit: number): Observable<Contact[]> =>
  ofFamily(desk, customerId, (id) =>
    live(desk.core.replica, 'contacts', {
      selector: { ofCustomer: id },
      sort: [{ ofCustomer: 'asc' }, { newest: 'asc' }],
      limit: Math.max(limit, fewestContacts),
    }),
  )

const plainTicketsOf = (desk: Desk, customerId: string): Observable<Ticket[]> =>
  ofFamily(desk, customerId, (id) =>
    live(desk.core.replica, 'tickets', {
      selector: { ofCustomer: id },
      sort: [{ ofCustomer: 'asc' }, { newest: 'asc' }],
      limit: 200,
    }),
  )

export function customer(desk: Desk, customerId: string): Observable<CustomerView | null> {
  const { replica } = desk.core
  return combineLatest([
    liveOne(replica, 'customers', customerId),
    plainTicketsOf(desk, customerId),
    contactsOf(desk, customerId, fewestContacts),
    desk.states,
  ]).pipe(
    map(([found, tickets, contacts, stateOf]) =>
      found === undefined
        ? null
        : { ...viewOf(found, tickets, contacts, stateOf, timeAt(desk)), ...movingTo(desk, found) },
    ),
  )
}

/** Where the customer goes by a move that was captured here and has not come back in the feed. */
function movingTo(desk: Desk, { id, homeCentreId }: Customer): Pick<CustomerView, 'movingTo'> {
  const moves = desk.core.outbox
    .touching(refKey({ collection: 'customers', id }))
    .filter((entry) => entry.state !== 'attention')
    .flatMap((entry) => entry.operation.steps)
  return moves.some(({ kind }) => kind === 'moveCustomer') ? { movingTo: homeCentreId } : {}
}

function viewOf(
  found: Customer,
  tickets: readonly Ticket[],
  contacts: readonly Contact[],
  stateOf: StateOf,
  now: number,
): CustomerView {
  const lastContact = [...contacts].toSorted((a, b) => b.startedAt - a.startedAt)[0]
  return {
    customer: found,
    state: stateOf('customers', found.id),
    ...(found.mergedInto === undefined ? {} : { mergedInto: found.mergedInto }),
    tenureMonths: Math.max(0, Math.floor((now - Date.parse(found.since)) / (30.44 * dayMs))),
    openTickets: tickets.filter(isOpen).length,
    complaints90Days: tickets.filter(
      (ticket) => ticket.type === 'complaint' && ticket.openedAt > now - 90 * dayMs,
    ).length,
    contacts30Days: contacts.filter((contact) => contact.startedAt > now - 30 * dayMs).length,
    ...(lastContact === undefined ? {} : { lastContact }),
  }
}

export function subscriptionsOf(desk: Desk, customerId: string): Observable<Subscription[]> {
  return ofFamily(desk, customerId, (id) =>
    live(desk.core.replica, 'subscriptions', { selector: { customerId: id } }),
  )
}

export function ticketsOf(desk: Desk, customerId: string): Observable<TicketRow[]> {
  return combineLatest([plainTicketsOf(desk, customerId), desk.reference, desk.states]).pipe(
    map(([tickets, reference, stateOf]) =>
      tickets
        .toSorted((a, b) => b.openedAt - a.openedAt)
        .map((ticket) => rowOf(ticket, undefined, reference, stateOf)),
    ),
  )
}

export function timelineOf(desk: Desk, customerId: string, limit: number): Observable<TimelineEntry[]> {
  const events = ofFamily(desk, customerId, (id) =>
    live(desk.core.replica, 'ticketEvents', {
      selector: { ofCustomer: id },
      sort: [{ ofCustomer: 'asc' }, { newest: 'asc' }],
      limit,
    }),
  )
  return combineLatest([
    contactsOf(desk, customerId, limit),
    events,
    combineLatest([plainTicketsOf(desk, customerId), recordsOf(desk, customerId)]),
    desk.reference,
    desk.states,
  ]).pipe(
    map(([contacts, found, [tickets, asked], reference, stateOf]) => {
      const byId = new Map(tickets.map((ticket) => [ticket.id, ticket]))
      const entries: TimelineEntry[] = [
        ...contacts.map((contact): TimelineEntry => ({
          kind: 'contact',
          at: contact.startedAt,
          contact,
          ...nameOf('agentName', reference, contact.agentId),
          state: stateOf('contacts', contact.id),
        })),
        ...found.map((event): TimelineEntry =>
          eventEntry(event, byId.get(event.ticketId), nameOf('actorName', reference, event.actorId), stateOf),
        ),
        ...asked.filter(isOrder).flatMap((order) => orderEntries(order, reference, stateOf)),
        ...asked.filter(isPayment).flatMap((payment) => paymentEntries(payment, reference, stateOf)),
      ]
      return entries.toSorted((a, b) => b.at - a.at).slice(0, limit)
    }),
  )
}

function eventEntry(
  event: TicketEvent,
  ticket: Ticket | undefined,
  actor: { actorName?: string },
  stateOf: StateOf,
): TimelineEntry {
  return {
    kind: 'ticket',
    at: event.at,
    event,
    ticketCode: ticket?.code ?? '',
    subject: ticket?.subject ?? '',
    ...actor,
    state: stateOf('ticketEvents', event.id),
  }
}
