import type { Ticket } from '#domain/ticket/ticket.ts'
import { isOpen } from '#domain/ticket/ticket.ts'
import { dueAt } from '#domain/ticket/due.ts'
import type { TicketEvent } from '#domain/ticket/ticket-event.ts'

/** How the tickets of a centre stand, and what happened to them since an instant. */
export interface TicketFigures {
  readonly open: number
  readonly late: number
  /** Due within the next four hours. */
  readonly dueSoon: number
  readonly opened: number
  readonly resolved: number
  readonly reopened: number
}

const soon = 4 * 3_600_000

/** `open`: every open ticket. `events`: at least those since then. */
export function ticketFigures(
  open: readonly Ticket[],
  events: readonly TicketEvent[],
  { now, since }: { readonly now: number; readonly since: number },
): TicketFigures {
  const dues = open.filter(isOpen).map(dueAt)
  const recent = events.filter(({ at }) => at >= since)
  return {
    open: dues.length,
    late: dues.filter((due) => due < now).length,
    dueSoon: dues.filter((due) => due >= now && due < now + soon).length,
    opened: recent.filter(({ kind }) => kind === 'opened').length,
    resolved: recent.filter(({ kind, to }) => kind === 'moved' && to === 'resolved').length,
    reopened: recent.filter(isReopening).length,
  }
}

/** Somebody took up again what had been called done. */
function isReopening({ kind, from, to }: Pick<TicketEvent, 'kind' | 'from' | 'to'>): boolean {
  return kind === 'moved' && (from === 'resolved' || from === 'closed') && to === 'open'
}
