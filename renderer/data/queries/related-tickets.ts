import { combineLatest, map, of, switchMap, type Observable } from 'rxjs'
import type { Ticket } from '#domain/ticket/ticket.ts'
import type { RelatedTicket } from '#renderer/data/contract-tickets.ts'
import type { Desk } from '#renderer/data/desk.ts'
import { live, liveOne } from '#renderer/data/queries/live.ts'
import { readRecords } from '#renderer/data/replica.ts'

const month = 30 * 86_400_000
const most = 8

/** What is linked first, then what the same customer asked for about the same time, the same reason before others. */
export function relatedTo(desk: Desk, ticketId: string): Observable<RelatedTicket[]> {
  const { replica } = desk.core
  return liveOne(replica, 'tickets', ticketId).pipe(
    switchMap((ticket) => {
      if (ticket === undefined) return of([])
      const links = ticket.links ?? []
      const linked = of(links.map((link) => link.ticketId)).pipe(
        switchMap(async (ids) => (await readRecords(replica, 'tickets', ids)) as Ticket[]),
      )
      const near =
        ticket.customerId === undefined
          ? of([])
          : live(replica, 'tickets', {
              selector: { ofCustomer: ticket.customerId },
              sort: [{ ofCustomer: 'asc' }, { newest: 'asc' }],
              limit: 100,
            })
      return combineLatest([linked, near]).pipe(map(([known, others]) => rowsOf(ticket, known, others)))
    }),
  )
}

function rowsOf(ticket: Ticket, linked: readonly Ticket[], near: readonly Ticket[]): RelatedTicket[] {
  const links = new Map((ticket.links ?? []).map((link) => [link.ticketId, link.as]))
  const isNear = (other: Ticket) =>
    other.id !== ticket.id && !links.has(other.id) && Math.abs(other.openedAt - ticket.openedAt) <= month
  const hasReason = (other: Ticket) =>
    ticket.reasonCode !== undefined && other.reasonCode === ticket.reasonCode
  const rest = near.filter(isNear).toSorted((a, b) => Number(hasReason(b)) - Number(hasReason(a)))
  return [...linked, ...rest].slice(0, most).map((other) => {
    const as = links.get(other.id)
    const { id, code, subject, status } = other
    return {
      ticket: { id, code, subject, status },
      sameReason: hasReason(other),
      ...(as === undefined ? {} : { as }),
    }
  })
}
