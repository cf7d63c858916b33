import { combineLatest, finalize, map, shareReplay, switchMap, timer, type Observable } from 'rxjs'
import type { Customer } from '#domain/customer/customer.ts'
import { latestInstant } from '#domain/fields.ts'
import { isEscalated, isLate, slaOf } from '#domain/ticket/sla.ts'
import { openTasks } from '#domain/ticket/task.ts'
import type { PolicyOf } from '#domain/ticket/policies.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import type { TicketRow } from '#renderer/data/contract.ts'
import type { TicketFilter, TicketView } from '#renderer/data/contract-tickets.ts'
import { timeAt, type Desk } from '#renderer/data/desk.ts'
import { live } from '#renderer/data/queries/live.ts'
import {
  mentioningTickets,
  openTickets,
  ownTickets,
  policyFor,
  rowOf,
} from '#renderer/data/queries/tickets.ts'
import { readRecords } from '#renderer/data/replica.ts'

/** Beyond this nobody scrolls through what is done; searching finds it. */
const mostDone = 2000
const aMinute = 60_000

/** The ids of a view in its order: few bytes for each, so that a list of many thousands passes the door at once. */
export function ticketIds(desk: Desk, view: TicketView, filter: TicketFilter): Observable<string[]> {
  return listOf(desk, view, filter).pipe(map((tickets) => tickets.map(({ id }) => id)))
}

/** The rows of a stretch of the same list: as many as are seen. */
export function ticketRows(
  desk: Desk,
  view: TicketView,
  filter: TicketFilter,
  from: number,
  count: number,
): Observable<TicketRow[]> {
  const stretch = listOf(desk, view, filter).pipe(
    map((tickets) => tickets.slice(from, from + count)),
    switchMap(async (found) => {
      const ids = [...new Set(found.flatMap((each) => each.customerId ?? []))]
      const customers = (await readRecords(desk.core.replica, 'customers', ids)) as Customer[]
      return { found, names: new Map(customers.map((customer) => [customer.id, customer.name])) }
    }),
  )
  return combineLatest([stretch, desk.reference, desk.states]).pipe(
    map(([{ found, names }, reference, stateOf]) =>
      found.map((each) => rowOf(each, names.get(each.customerId ?? ''), reference, stateOf)),
    ),
  )
}

/** How many open tickets call this person by name. */
export function mentionsOfMe(desk: Desk): Observable<number> {
  return listOf(desk, 'mentions', {}).pipe(map((tickets) => tickets.length))
}

type Lists = Map<string, Observable<Ticket[]>>
const lists = new WeakMap<Desk, Lists>()

/** All that somebody still works on, read and judged: who opens the list meanwhile has it at once. */
export function openList(desk: Desk): Observable<unknown> {
  return listOf(desk, 'open', {})
}

/** One list for everybody who looks at it: its ids and its rows are the same order. */
function listOf(desk: Desk, view: TicketView, filter: TicketFilter): Observable<Ticket[]> {
  const known: Lists = lists.get(desk) ?? new Map()
  lists.set(desk, known)
  const key = JSON.stringify([view, filter])
  const before = known.get(key)
  if (before !== undefined) return before
  const list = ordered(desk, view, filter).pipe(
    // Nobody looks at it any more: filters are typed, and each letter is another list.
    finalize(() => known.delete(key)),
    shareReplay({ bufferSize: 1, refCount: true }),
  )
  known.set(key, list)
  return list
}

function ordered(desk: Desk, view: TicketView, filter: TicketFilter): Observable<Ticket[]> {
  const isWanted = wantedBy(filter)
  if (view === 'done')
    return live(desk.core.replica, 'tickets', {
      selector: { stage: 'done' },
      sort: [{ stage: 'asc' }, { recent: 'asc' }],
      limit: mostDone,
    }).pipe(map((found) => found.filter(isWanted)))
  // What falls due does so without a change of any record.
  return combineLatest([
    candidates(desk, view),
    desk.reference,
    desk.sessions.person,
    timer(0, aMinute),
  ]).pipe(
    map(([found, reference, person]) => {
      const policyOf = policyFor(reference)
      const now = timeAt(desk)
      return (
        found
          .filter(isWanted)
          .map((ticket) => judged(ticket, policyOf))
          .filter((each) => belongs(view, each, now, person?.id ?? ''))
          // Equals stay as their index has them: by priority, then by age.
          .toSorted((a, b) => dueOf(a) - dueOf(b))
          .map(({ ticket }) => ticket)
      )
    }),
  )
}

/** Few of thousands of open tickets are one's own or name somebody: the others are not read for those. */
function candidates(desk: Desk, view: TicketView): Observable<Ticket[]> {
  if (view === 'mine') return ownTickets(desk)
  return view === 'mentions' ? mentioningTickets(desk) : openTickets(desk)
}

interface Judged {
  readonly ticket: Ticket
  readonly sla: ReturnType<typeof slaOf>
  readonly by: PolicyOf
}

const judgements = new WeakMap<Ticket, Judged>()

/** By these policies: of ten thousand tickets few have changed since the last time. */
function judged(ticket: Ticket, by: PolicyOf): Judged {
  const known = judgements.get(ticket)
  if (known?.by === by) return known
  const made = { ticket, sla: slaOf(ticket, by(ticket)), by }
  judgements.set(ticket, made)
  return made
}

/** While the clock stands, nothing falls due: it comes after everything else. */
const dueOf = ({ sla }: Judged): number => sla.dueAt ?? latestInstant

function belongs(view: TicketView, { ticket, sla }: Judged, now: number, personId: string): boolean {
  switch (view) {
    case 'mine':
      return ticket.ownerId === personId
    case 'late':
      return isLate(sla, now)
    case 'waiting':
      return openTasks(ticket).length > 0
    case 'pending':
      return ticket.status === 'pending_customer'
    case 'escalated':
      return isEscalated(ticket, sla, now)
    case 'mentions':
      return ticket.mentions?.some(({ staffId }) => staffId === personId) === true
    case 'open':
    case 'done':
      return true
  }
}

function wantedBy({ text = '', priority, department, ownerId }: TicketFilter): (ticket: Ticket) => boolean {
  const parts = text
    .toLowerCase()
    .split(/\s+/)
    .filter((part) => part !== '')
  return (ticket) =>
    (priority === undefined || ticket.priority === priority) &&
    (ownerId === undefined || ticket.ownerId === ownerId) &&
    (department === undefined ||
      ticket.department === department ||
      openTasks(ticket).some((task) => task.department === department)) &&
    (parts.length === 0 || isSaid(ticket, parts))
}

function isSaid({ code, subject }: Ticket, parts: readonly string[]): boolean {
  const words = `${code} ${subject}`.toLowerCase()
  return parts.every((part) => words.includes(part))
}
