import type { Ticket } from '#domain/ticket/ticket.ts'
import { isOpen } from '#domain/ticket/ticket.ts'
import { isEscalated, isLate, slaOf } from '#domain/ticket/sla.ts'
import type { PolicyOf } from '#domain/ticket/policies.ts'
import type { TicketEvent } from '#domain/ticket/ticket-event.ts'

/** How the tickets of a centre stand, and what happened to them since an instant. */
export interface TicketFigures {
  readonly open: number
  readonly late: number
  /** Before the supervisors, by somebody's word or by a rule. */
  readonly escalated: number
  /** Due within the next four hours. */
  readonly dueSoon: number
  readonly opened: number
  readonly resolved: number
  readonly reopened: number
}

const soon = 4 * 3_600_000

/** `open`: every open ticket. `events`: at least those since then. `policyOf`: what was promised for each. */
export function ticketFigures(
  open: readonly Ticket[],
  events: readonly TicketEvent[],
  { now, since, policyOf }: { readonly now: number; readonly since: number; readonly policyOf: PolicyOf },
): TicketFigures {
  const clocks = open.filter(isOpen).map((ticket) => ({ ticket, sla: slaOf(ticket, policyOf(ticket)) }))
  const recent = events.filter(({ at }) => at >= since)
  return {
    open: clocks.length,
    late: clocks.filter(({ sla }) => isLate(sla, now)).length,
    escalated: clocks.filter(({ ticket, sla }) => isEscalated(ticket, sla, now)).length,
    dueSoon: clocks.filter(({ sla: { dueAt: due = 0 } }) => due >= now && due < now + soon).length,
    opened: recent.filter(({ kind }) => kind === 'opened').length,
    resolved: recent.filter(({ kind, to }) => kind === 'moved' && to === 'resolved').length,
    reopened: recent.filter(isReopening).length,
  }
}

/** Somebody took up again what had been called done. */
function isReopening({ kind, from, to }: Pick<TicketEvent, 'kind' | 'from' | 'to'>): boolean {
  return kind === 'moved' && (from === 'resolved' || from === 'closed') && to === 'open'
}
