import { mostStops, type Stop, type Ticket, type TicketStatus } from '#domain/ticket/ticket.ts'

const running: readonly TicketStatus[] = ['new', 'open', 'in_progress', 'pending_department']

/** What a ticket's clock goes by. */
export type Course = Pick<Ticket, 'status' | 'openedAt' | 'updatedAt'> & { readonly stops?: readonly Stop[] }

/** The stops of a ticket. One that stood before stops were written down stands since its last change. */
export function stopsOf({ status, updatedAt, stops = [] }: Course): readonly Stop[] {
  if (running.includes(status) || openStop(stops) !== undefined) return stops
  return [...stops, { status, since: Math.max(updatedAt, edgeOf(stops) ?? 0) }]
}

/** The same after another status. A clock that was set back never makes time run backwards. */
export function stopsAfter(ticket: Course, to: TicketStatus, at: number): Stop[] {
  const before = stopsOf(ticket)
  const last = openStop(before)
  const now = Math.max(at, edgeOf(before) ?? ticket.openedAt)
  const closed = last === undefined ? before : [...before.slice(0, -1), { ...last, until: now }]
  const next = running.includes(to) ? closed : [...closed, { status: to, since: now }]
  return next.slice(-mostStops)
}

function openStop(stops: readonly Stop[]): Stop | undefined {
  const last = stops.at(-1)
  return last !== undefined && last.until === undefined ? last : undefined
}

function edgeOf(stops: readonly Stop[]): number | undefined {
  const last = stops.at(-1)
  return last?.until ?? last?.since
}
