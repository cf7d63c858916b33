import type { Ticket } from '#domain/ticket/ticket.ts'
import type { TicketEvent } from '#domain/ticket/ticket-event.ts'
import { servingRoles, type Role } from '#domain/staff/roles.ts'
import type { Ref, Records, Write } from '#domain/sync/records.ts'
import { derivedId, refused, unchanged, type StepContext, type StepOutcome } from '#domain/sync/step.ts'

/** Everybody works on tickets, headquarters' admins too. */
export const permitsTicketWork = (role: Role) =>
  role === 'admin' || (servingRoles as readonly Role[]).includes(role)

export const touchesTicket = (payload: { readonly ticketId: string }, context: StepContext): Ref[] => [
  { collection: 'tickets', id: payload.ticketId },
  { collection: 'ticketEvents', id: derivedId(context) },
]

export interface Happening {
  readonly ticket: Ticket
  readonly event: Omit<TicketEvent, 'id' | 'rev' | 'ticketId' | 'customerId' | 'at' | 'actorId' | 'centreId'>
  readonly attention?: Extract<StepOutcome, { done: true }>['attention']
}

/** Runs a change of one ticket that leaves one event in its thread. When the event is there, the change has happened. */
export function happen(
  records: Records,
  ticketId: string,
  context: StepContext,
  change: (ticket: Ticket) => Happening | StepOutcome,
): StepOutcome {
  const ticket = records.get('tickets', ticketId)
  if (ticket === undefined) return refused('unknown_record')
  if (records.get('ticketEvents', derivedId(context)) !== undefined) return unchanged
  const happening = change(ticket)
  if ('done' in happening) return happening
  const writes: Write[] = [
    {
      collection: 'tickets',
      record: { ...happening.ticket, updatedAt: Math.max(ticket.updatedAt, context.at) },
    },
    { collection: 'ticketEvents', record: { ...eventOf(ticket, context), ...happening.event } },
  ]
  return { done: true, writes, attention: happening.attention ?? [] }
}

function eventOf(ticket: Ticket, context: StepContext) {
  const { at, actorId, centreId } = context
  const customer = ticket.customerId === undefined ? {} : { customerId: ticket.customerId }
  return { id: derivedId(context), rev: 0, ticketId: ticket.id, ...customer, at, actorId, centreId }
}
