import { combineLatest, distinctUntilChanged, map, of, switchMap, timer, type Observable } from 'rxjs'
import type { Contact } from '#domain/contact/contact.ts'
import { contactFigures, firstInstantOf, type Days } from '#domain/day/contact-figures.ts'
import { ticketFigures } from '#domain/day/ticket-figures.ts'
import { newestFirst } from '#domain/fields.ts'
import { heldBy, supervisors, type Item } from '#domain/item/item.ts'
import { leadsCentre } from '#domain/staff/roles.ts'
import type { PolicyOf } from '#domain/ticket/policies.ts'
import { isEscalated, isLate, slaOf } from '#domain/ticket/sla.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import type { TicketEvent } from '#domain/ticket/ticket-event.ts'
import type { AgentDay, DayView } from '#renderer/data/contract-day.ts'
import { timeAt, type Desk } from '#renderer/data/desk.ts'
import { live } from '#renderer/data/queries/live.ts'
import { nameOf, policyFor, rows } from '#renderer/data/queries/tickets.ts'

const minute = 60_000
const weekLong = 7
/** A call centre's week may be more; then the newest are counted and the screen says so. */
const mostContacts = 20_000
const mostTickets = 10_000
const mostLate = 5

export function day(desk: Desk): Observable<DayView | null> {
  return combineLatest([desk.sessions.person, desk.core.enrolment]).pipe(
    switchMap(([person, enrolment]) =>
      person === undefined || enrolment === undefined || !leadsCentre(person.role)
        ? of(null)
        : viewOf(desk, enrolment.centre),
    ),
  )
}

/** The contacts that began in these days at this centre; `limit` of the newest. */
export function contactsIn(desk: Desk, centreId: string, days: Days): Observable<Contact[]> {
  return live(desk.core.replica, 'contacts', {
    selector: { newest: { $lte: newestFirst(firstInstantOf(days)) } },
    sort: [{ newest: 'asc' }],
    limit: mostContacts,
  }).pipe(map((found) => found.filter((contact) => contact.centreId === centreId)))
}

/** Where the days stand now; anew at midnight. */
export function daysAt(desk: Desk, zone: Days['zone'], days: number): Days {
  return { now: timeAt(desk), zone, days }
}

function viewOf(desk: Desk, { id: centreId, zone }: { id: string; zone: Days['zone'] }): Observable<DayView> {
  const { replica } = desk.core
  const since = timer(0, minute).pipe(
    map(() => firstInstantOf(daysAt(desk, zone, weekLong))),
    distinctUntilChanged(),
  )
  const contacts = since.pipe(switchMap(() => contactsIn(desk, centreId, daysAt(desk, zone, weekLong))))
  const events: Observable<TicketEvent[]> = since.pipe(
    switchMap((from) =>
      live(replica, 'ticketEvents', {
        selector: { newest: { $lte: newestFirst(from) } },
        sort: [{ newest: 'asc' }],
        limit: mostContacts,
      }),
    ),
  )
  const open: Observable<Ticket[]> = live(replica, 'tickets', {
    selector: { stage: 'open' },
    sort: [{ stage: 'asc' }, { priority: 'asc' }, { openedAt: 'asc' }],
    limit: mostTickets,
  })
  const items: Observable<Item[]> = live(replica, 'items', { selector: { status: 'open' } })
  const late = rows(
    desk,
    combineLatest([open, desk.reference, timer(0, minute)]).pipe(
      map(([found, reference]) => mostUrgent(found, policyFor(reference), timeAt(desk))),
    ),
  )
  return combineLatest([contacts, events, open, late, items, desk.reference, timer(0, minute)]).pipe(
    map(([had, happened, tickets, lateRows, openItems, reference]): DayView => {
      const now = timeAt(desk)
      const today = contactFigures(had, { now, zone, days: 1 })
      return {
        today,
        week: contactFigures(had, { now, zone, days: weekLong }),
        agents: today.byAgent.map((figures): AgentDay => ({
          ...figures,
          ...nameOf('name', reference, figures.agentId),
        })),
        tickets: ticketFigures(
          tickets.filter((ticket) => ticket.centreId === centreId),
          happened.filter((event) => event.centreId === centreId),
          { now, since: firstInstantOf({ now, zone, days: 1 }), policyOf: policyFor(reference) },
        ),
        late: lateRows,
        items: {
          open: openItems.length,
          forSupervisors: openItems.filter((item) => (heldBy(item) ?? supervisors) === supervisors).length,
        },
        whole: had.length < mostContacts && happened.length < mostContacts && tickets.length < mostTickets,
      }
    }),
  )
}

/** Those that are longest over their time, and then those that are escalated. */
function mostUrgent(open: readonly Ticket[], policyOf: PolicyOf, now: number): Ticket[] {
  return open
    .map((ticket) => ({ ticket, sla: slaOf(ticket, policyOf(ticket)) }))
    .filter(({ ticket, sla }) => isLate(sla, now) || isEscalated(ticket, sla, now))
    .toSorted((a, b) => (a.sla.dueAt ?? Infinity) - (b.sla.dueAt ?? Infinity) || 0)
    .slice(0, mostLate)
    .map(({ ticket }) => ticket)
}
