import { Type } from 'typebox'
import { code, id, oneOf, text } from '#domain/fields.ts'
import { defineStep, refused, unchanged, type StepOutcome } from '#domain/sync/step.ts'
import { mayMove } from '#domain/ticket/lifecycle.ts'
import { happen, permitsTicketWork, touchesTicket, type Happening } from '#domain/ticket/thread.ts'
import { ticketStatuses, type Ticket, type TicketStatus } from '#domain/ticket/ticket.ts'

interface Move {
  readonly to: TicketStatus
  readonly note?: string
  readonly resolutionCode?: string
}

/**
 * Another status. The ticket's life decides from the status it has now: the same target is nothing to do; a move that
 * its life does not allow leaves the status, keeps the agent's words in the thread and asks a person.
 */
export const moveTicket = defineStep({
  kind: 'moveTicket',
  v: 1,
  payload: Type.Object({
    ticketId: id(),
    to: oneOf(ticketStatuses),
    note: Type.Optional(text(4000)),
    resolutionCode: Type.Optional(code()),
  }),
  permits: permitsTicketWork,
  touches: touchesTicket,
  apply: (records, payload, _seen, context) =>
    happen(records, payload.ticketId, context, (ticket) => moved(ticket, payload, context.at)),
})

function moved(ticket: Ticket, move: Move, at: number): Happening | StepOutcome {
  const note = move.note === undefined || move.note === '' ? {} : { text: move.note }
  if (ticket.status === move.to)
    return 'text' in note ? { ticket, event: { kind: 'note', ...note } } : unchanged
  if (!mayMove(ticket.status, move.to)) return notMoved(ticket, move, note)
  if (move.to === 'resolved' && move.resolutionCode === undefined) return refused('resolution_missing')
  const { closedAt: _closed, resolutionCode: _resolution, ...rest } = ticket
  const kept =
    move.to === 'closed' && ticket.resolutionCode !== undefined
      ? { resolutionCode: ticket.resolutionCode }
      : {}
  const given =
    move.to === 'resolved' && move.resolutionCode !== undefined ? { resolutionCode: move.resolutionCode } : {}
  const closed = move.to === 'closed' ? { closedAt: at } : {}
  return {
    ticket: { ...rest, ...kept, ...given, ...closed, status: move.to },
    event: { kind: 'moved', from: ticket.status, to: move.to, ...note },
  }
}

function notMoved(ticket: Ticket, move: Move, note: { text?: string }): Happening {
  return {
    ticket,
    event: { kind: 'not_moved', from: ticket.status, to: move.to, ...note },
    attention: [
      {
        kind: 'transition',
        problem: 'status_not_reachable',
        subject: { collection: 'tickets', id: ticket.id },
        customerId: ticket.customerId,
        fields: [{ field: 'status', base: '', mine: move.to, theirs: ticket.status }],
      },
    ],
  }
}
