import { Type } from 'typebox'
import { id, oneOf } from '#domain/fields.ts'
import type { Ref, Write } from '#domain/sync/records.ts'
import { defineStep, derivedId, refused, unchanged, type StepContext } from '#domain/sync/step.ts'
import { happen, permitsTicketWork, touchesTicket } from '#domain/ticket/thread.ts'
import { mostLinks, type LinkedTicket, type Ticket, type TicketLink } from '#domain/ticket/ticket.ts'

const otherEnd: Readonly<Record<TicketLink, TicketLink>> = {
  related: 'related',
  duplicate_of: 'has_duplicate',
  has_duplicate: 'duplicate_of',
}
const otherOf = (payload: { readonly otherTicketId: string }): Ref => ({
  collection: 'tickets',
  id: payload.otherTicketId,
})

/** Two tickets are about the same thing: both say so. A link never goes; a duplicate is more than a relation. */
export const linkTickets = defineStep({
  kind: 'linkTickets',
  v: 1,
  since: 2,
  payload: Type.Object({
    ticketId: id(),
    otherTicketId: id(),
    as: oneOf(['related', 'duplicate_of'] as const),
  }),
  permits: permitsTicketWork,
  touches: (payload, context: StepContext) => [
    ...touchesTicket(payload, context),
    otherOf(payload),
    { collection: 'ticketEvents', id: derivedId(context, 'f') },
  ],
  apply: (records, { ticketId, otherTicketId, as }, _seen, context) => {
    const other = records.get('tickets', otherTicketId)
    if (other === undefined) return refused('unknown_record')
    if (ticketId === otherTicketId) return refused('link_to_itself')
    const here = happen(records, ticketId, context, (ticket) => {
      if (ticket.links?.some((link) => link.ticketId === otherTicketId && isAsMuch(link, as)) === true)
        return unchanged
      if (isFull(ticket, otherTicketId) || isFull(other, ticketId)) return refused('too_many')
      return {
        ticket: withLink(ticket, { ticketId: otherTicketId, as }),
        event: { kind: 'linked', otherTicketId, link: as },
      }
    })
    if (!here.done || here.writes.length === 0) return here
    return { ...here, writes: [...here.writes, ...thereOf(other, ticketId, otherEnd[as], context)] }
  },
})

function isAsMuch({ as }: LinkedTicket, wanted: TicketLink): boolean {
  return as !== 'related' || wanted === 'related'
}

function isFull({ links = [] }: Ticket, otherId: string): boolean {
  return links.length >= mostLinks && !links.some(({ ticketId }) => ticketId === otherId)
}

function withLink(ticket: Ticket, link: LinkedTicket): Ticket {
  const rest = (ticket.links ?? []).filter(({ ticketId }) => ticketId !== link.ticketId)
  return { ...ticket, links: [...rest, link] }
}

/** The same at the other end. */
function thereOf(other: Ticket, otherTicketId: string, link: TicketLink, context: StepContext): Write[] {
  const { at, actorId, centreId } = context
  const customer = other.customerId === undefined ? {} : { customerId: other.customerId }
  const linked = withLink(other, { ticketId: otherTicketId, as: link })
  return [
    { collection: 'tickets', record: { ...linked, updatedAt: Math.max(other.updatedAt, at) } },
    {
      collection: 'ticketEvents',
      record: {
        id: derivedId(context, 'f'),
        rev: 0,
        ticketId: other.id,
        ...customer,
        kind: 'linked',
        at,
        actorId,
        centreId,
        otherTicketId,
        link,
      },
    },
  ]
}
