import { combineLatest, map, of, switchMap, type Observable } from 'rxjs'
import type { Contact } from '#domain/contact/contact.ts'
import type { Reference } from '#domain/reference/reference.ts'
import { mintedBy } from '#domain/ticket/code.ts'
import { dueAt } from '#domain/ticket/due.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import type { SlipFacts, SlipSubject } from '#renderer/data/contract-slips.ts'
import type { Desk } from '#renderer/data/desk.ts'
import { printedSlips } from '#renderer/data/printed-slips.ts'
import { live, liveOne } from '#renderer/data/queries/live.ts'
import { nameOf } from '#renderer/data/queries/tickets.ts'

interface Saved {
  readonly contact?: Contact | undefined
  readonly ticket?: Ticket | undefined
}

/** What the slip of saved work says; `null` where that work is not here. */
export function slip(desk: Desk, what: SlipSubject['of'], id: string): Observable<SlipFacts | null> {
  return savedUnder(desk, what, id).pipe(
    switchMap((saved) =>
      saved.contact === undefined && saved.ticket === undefined ? of(null) : factsOf(desk, saved),
    ),
  )
}

function savedUnder({ core: { replica } }: Desk, what: SlipSubject['of'], id: string): Observable<Saved> {
  if (what === 'ticket') return liveOne(replica, 'tickets', id).pipe(map((ticket) => ({ ticket })))
  return liveOne(replica, 'contacts', id).pipe(
    switchMap((contact) => {
      const ticketId = contact?.ticketIds[0]
      if (ticketId === undefined) return of({ contact })
      return liveOne(replica, 'tickets', ticketId).pipe(map((ticket) => ({ contact, ticket })))
    }),
  )
}

function factsOf(desk: Desk, { contact, ticket }: Saved): Observable<SlipFacts> {
  const { core, course, reference, states } = desk
  const customerId = contact?.customerId ?? ticket?.customerId ?? ''
  return combineLatest([
    liveOne(core.replica, 'customers', customerId),
    live(core.replica, 'subscriptions', { selector: { customerId } }),
    printedSlips(core),
    reference,
    combineLatest([states, course]),
  ]).pipe(
    map(([customer, lines, printed, known, [stateOf, { link }]]): SlipFacts => {
      const id = ticket?.id ?? contact?.id ?? ''
      const line = lines.find((each) => each.id === ticket?.subscriptionId)
      const number = line?.msisdn ?? contact?.numberGiven ?? customer?.phone
      const state = ticket === undefined ? stateOf('contacts', id) : stateOf('tickets', id)
      return {
        id,
        at: contact?.endedAt ?? ticket?.openedAt ?? 0,
        centreName: core.enrolment.value?.centre.name ?? '',
        language: customer?.language ?? 'id',
        ...nameOf('agentName', known, contact?.agentId ?? ticket?.openedBy ?? ''),
        ...(number === undefined ? {} : { number }),
        ...(contact === undefined ? {} : { contact }),
        ...(ticket === undefined ? {} : { ticket, dueAt: dueAt(ticket) }),
        ...labelOf('reason', known, contact?.reasonCode ?? ticket?.reasonCode),
        ...labelOf('resolution', known, ticket?.resolutionCode),
        unsent: state === 'saved_here' && link === 'down',
        copy: printed.has(id) || !isFromHere(desk, ticket),
      }
    }),
  )
}

/** A contact's slip is offered on its own PC alone; a ticket's code says where it was opened. */
function isFromHere({ core }: Desk, ticket: Ticket | undefined): boolean {
  return ticket === undefined || mintedBy(ticket.code, core.enrolment.value?.label ?? '')
}

function labelOf<F extends 'reason' | 'resolution'>(
  field: F,
  known: ReadonlyMap<string, Reference>,
  code: string | undefined,
): Partial<Record<F, Reference['label']>> {
  const label = code === undefined ? undefined : known.get(`${field}:${code}`)?.label
  return (label === undefined ? {} : { [field]: label }) as Partial<Record<F, Reference['label']>>
}
