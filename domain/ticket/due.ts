import type { Priority, Ticket } from '#domain/ticket/ticket.ts'

const hour = 3_600_000
/** From opening to resolution, by the clock around. Calendars and pauses come with the service-level policies. */
const allowed: Record<Priority, number> = { p1: 4 * hour, p2: 24 * hour, p3: 72 * hour, p4: 120 * hour }

/** When a ticket should be resolved, in ms UTC: a pure function, so two machines agree. */
export function dueAt(ticket: Pick<Ticket, 'openedAt' | 'priority'>): number {
  return ticket.openedAt + allowed[ticket.priority]
}
