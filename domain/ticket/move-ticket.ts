import { Type } from 'typebox'
import { code, id, oneOf, text } from '#domain/fields.ts'
import { defineStep, refused, unchanged, type StepOutcome } from '#domain/sync/step.ts'
import { mayMove, nextStatuses } from '#domain/ticket/lifecycle.ts'
import { stopsAfter } from '#domain/ticket/stops.ts'
import { openTasks } from '#domain/ticket/task.ts'
import { happen, permitsTicketWork, touchesTicket, type Happening } from '#domain/ticket/thread.ts'
import { isOpen, ticketStatuses, type Ticket, type TicketStatus } from '#domain/ticket/ticket.ts'

interface Move {
  readonly to: TicketStatus
  readonly note?: string
  readonly resolutionCode?: string
}

/** Why a ticket cannot have this status now; `undefined` when it can, or has it already. */
export function whyNotMove(ticket: Pick<Ticket, 'status' | 'tasks'>, to: TicketStatus) {
  if (ticket.status === to) return undefined
  if (!mayMove(ticket.status, to)) return 'status_not_reachable'
  return to === 'resolved' && openTasks(ticket).length > 0 ? 'task_open' : undefined
}

/**
 * The statuses that lead to another one, with it: a new ticket is taken up first. Empty when it is there already, a
 * problem when nothing leads there now.
 */
export function pathTo(ticket: Pick<Ticket, 'status' | 'tasks'>, to: TicketStatus) {
  if (ticket.status === to) return []
  const why = whyNotMove(ticket, to)
  if (why !== 'status_not_reachable') return why ?? [to]
  const via = (['open', 'in_progress'] as const).find(
    (each) => mayMove(ticket.status, each) && mayMove(each, to),
  )
  return via === undefined ? why : (whyNotMove({ ...ticket, status: via }, to) ?? [via, to])
}

/** Every status that the ticket can have next, as it is now. */
export function movesOf(ticket: Pick<Ticket, 'status' | 'tasks'>): readonly TicketStatus[] {
  return nextStatuses[ticket.status].filter((to) => whyNotMove(ticket, to) === undefined)
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
  const why = whyNotMove(ticket, move.to)
  if (why !== undefined) return notMoved(ticket, move, note, why)
  if (move.to === 'resolved' && move.resolutionCode === undefined) return refused('resolution_missing')
  const { closedAt: _closed, resolutionCode: _resolution, ...going } = ticket
  const rest = isOpen({ status: move.to }) ? going : withoutEscalation(going)
  const kept =
    move.to === 'closed' && ticket.resolutionCode !== undefined
      ? { resolutionCode: ticket.resolutionCode }
      : {}
  const given =
    move.to === 'resolved' && move.resolutionCode !== undefined ? { resolutionCode: move.resolutionCode } : {}
  const closed = move.to === 'closed' ? { closedAt: at } : {}
  return {
    ticket: {
      ...rest,
      ...kept,
      ...given,
      ...closed,
      status: move.to,
      stops: stopsAfter(ticket, move.to, at),
    },
    event: { kind: 'moved', from: ticket.status, to: move.to, ...note },
  }
}

function withoutEscalation<T extends Partial<Ticket>>(ticket: T): Omit<T, 'escalatedAt' | 'escalatedBy'> {
  const { escalatedAt: _at, escalatedBy: _by, ...rest } = ticket
  return rest
}

function notMoved(
  ticket: Ticket,
  move: Move,
  note: { text?: string },
  problem: 'status_not_reachable' | 'task_open',
): Happening {
  const because = problem === 'task_open' ? { problem } : {}
  return {
    ticket,
    event: { kind: 'not_moved', from: ticket.status, to: move.to, ...because, ...note },
    attention: [
      {
        kind: 'transition',
        problem,
        subject: { collection: 'tickets', id: ticket.id },
        customerId: ticket.customerId,
        fields: [{ field: 'status', base: '', mine: move.to, theirs: ticket.status }],
      },
    ],
  }
}
