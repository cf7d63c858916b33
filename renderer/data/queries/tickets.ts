import { combineLatest, map, of, switchMap, type Observable } from 'rxjs'
import type { Customer } from '#domain/customer/customer.ts'
import type { Reference } from '#domain/reference/reference.ts'
import { latestInstant } from '#domain/fields.ts'
import { policiesIn, type PolicyOf } from '#domain/ticket/policies.ts'
import { isLate, slaOf } from '#domain/ticket/sla.ts'
import type { TicketEvent } from '#domain/ticket/ticket-event.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import type { ThreadEntry, TicketListView, TicketRow } from '#renderer/data/contract.ts'
import { timeAt, type Desk, type StateOf } from '#renderer/data/desk.ts'
import { live, liveOne } from '#renderer/data/queries/live.ts'
import { readRecords } from '#renderer/data/replica.ts'

type Names = ReadonlyMap<string, Reference>

/** `{ [field]: name }` when the person is known, else nothing: an absent name is absent, not `undefined`. */
export function nameOf<F extends string>(
  field: F,
  reference: Names,
  staffId: string,
): Partial<Record<F, string>> {
  const name = reference.get(`staff:${staffId}`)?.name
  return (name === undefined ? {} : { [field]: name }) as Partial<Record<F, string>>
}

/** Reading the policies anew for each row would cost more than the row. */
const policies = new WeakMap<Names, PolicyOf>()

export function policyFor(reference: Names): PolicyOf {
  const known = policies.get(reference) ?? policiesIn(reference)
  policies.set(reference, known)
  return known
}

export function rowOf(
  ticket: Ticket,
  customerName: string | undefined,
  reference: Names,
  stateOf: StateOf,
): TicketRow {
  const sla = slaOf(ticket, policyFor(reference)(ticket))
  return {
    ticket,
    ...(customerName === undefined ? {} : { customerName }),
    ...nameOf('ownerName', reference, ticket.ownerId),
    sla,
    // While the clock stands, nothing falls due: it comes after everything else.
    dueAt: sla.dueAt ?? latestInstant,
    state: stateOf('tickets', ticket.id),
  }
}

export function ticket(desk: Desk, ticketId: string): Observable<TicketRow | null> {
  return rows(
    desk,
    liveOne(desk.core.replica, 'tickets', ticketId).pipe(
      map((found) => (found === undefined ? [] : [found])),
    ),
  ).pipe(map((found) => found[0] ?? null))
}

export function threadOf(desk: Desk, ticketId: string): Observable<ThreadEntry[]> {
  const events = live(desk.core.replica, 'ticketEvents', {
    selector: { ticketId },
    sort: [{ ticketId: 'asc' }, { at: 'asc' }],
    limit: 500,
  })
  const coded = events.pipe(switchMap(async (found) => ({ found, codes: await codesOf(desk, found) })))
  return combineLatest([coded, desk.reference, desk.states]).pipe(
    map(([{ found, codes }, reference, stateOf]) =>
      found.map((event) => ({
        event,
        ...codes(event),
        ...nameOf('actorName', reference, event.actorId),
        ...(event.ownerId === undefined ? {} : nameOf('ownerName', reference, event.ownerId)),
        state: stateOf('ticketEvents', event.id),
      })),
    ),
  )
}

/** The codes of the tickets that were linked. */
async function codesOf({ core }: Desk, events: readonly TicketEvent[]) {
  const ids = events.flatMap(({ otherTicketId }) => otherTicketId ?? [])
  const linked = ids.length === 0 ? [] : ((await readRecords(core.replica, 'tickets', ids)) as Ticket[])
  const byId = new Map(linked.map(({ id, code }) => [id, code]))
  return ({ otherTicketId = '' }: TicketEvent) => {
    const otherCode = byId.get(otherTicketId)
    return otherCode === undefined ? {} : { otherCode }
  }
}

export function ticketList(desk: Desk, view: TicketListView, limit: number): Observable<TicketRow[]> {
  return rows(desk, ticketsIn(desk, view, limit))
}

function ticketsIn(desk: Desk, view: TicketListView, limit: number): Observable<Ticket[]> {
  const { replica } = desk.core
  if (view === 'done')
    return live(replica, 'tickets', {
      selector: { stage: 'done' },
      sort: [{ stage: 'asc' }, { recent: 'asc' }],
      limit,
    })
  if (view === 'mine') return ownTickets(desk, { limit })
  const open = openTickets(desk, { limit: view === 'late' ? limit * 4 : limit })
  return view === 'open'
    ? open
    : combineLatest([open, desk.reference]).pipe(
        map(([found, reference]) => {
          const policyOf = policyFor(reference)
          return found.filter((each) => isLate(slaOf(each, policyOf(each)), timeAt(desk))).slice(0, limit)
        }),
      )
}

interface Most {
  readonly limit?: number
}

/** Tickets that somebody still works on; all of them where no limit is given. */
export function openTickets({ core }: Desk, most: Most = {}): Observable<Ticket[]> {
  return live(core.replica, 'tickets', {
    selector: { stage: 'open' },
    sort: [{ stage: 'asc' }, { priority: 'asc' }, { openedAt: 'asc' }],
    ...most,
  })
}

/** Those on which somebody is called by name. */
export function mentioningTickets({ core }: Desk): Observable<Ticket[]> {
  return live(core.replica, 'tickets', {
    selector: { mentioned: 'yes' },
    sort: [{ mentioned: 'asc' }, { priority: 'asc' }, { openedAt: 'asc' }],
  })
}

/** Those of the signed-in person. */
export function ownTickets({ core, sessions }: Desk, most: Most = {}): Observable<Ticket[]> {
  return sessions.person.pipe(
    switchMap((person) =>
      person === undefined
        ? of([])
        : live(core.replica, 'tickets', {
            selector: { ownerId: person.id, stage: 'open' },
            sort: [{ ownerId: 'asc' }, { stage: 'asc' }, { priority: 'asc' }, { openedAt: 'asc' }],
            ...most,
          }),
    ),
  )
}

/** Tickets with the names that a row shows. */
export function rows(desk: Desk, tickets: Observable<Ticket[]>): Observable<TicketRow[]> {
  const named = tickets.pipe(
    switchMap(async (found) => {
      const ids = [...new Set(found.flatMap((each) => each.customerId ?? []))]
      const customers = (await readRecords(desk.core.replica, 'customers', ids)) as Customer[]
      return { found, names: new Map(customers.map((customer) => [customer.id, customer.name])) }
    }),
  )
  return combineLatest([named, desk.reference, desk.states]).pipe(
    map(([{ found, names }, reference, stateOf]) =>
      found.map((each) => rowOf(each, names.get(each.customerId ?? ''), reference, stateOf)),
    ),
  )
}
