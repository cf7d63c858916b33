import { combineLatest, map, switchMap, type Observable } from 'rxjs'
import type { Customer } from '#domain/customer/customer.ts'
import { heldBy, supervisors, type Item } from '#domain/item/item.ts'
import type { Reference } from '#domain/reference/reference.ts'
import type { Person } from '#domain/sync/session.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import type { InboxRow, InboxView } from '#renderer/data/contract-inbox.ts'
import type { Desk } from '#renderer/data/desk.ts'
import { laterOf, type Later } from '#renderer/data/later.ts'
import { live } from '#renderer/data/queries/live.ts'
import { nameOf } from '#renderer/data/queries/tickets.ts'
import { readRecords } from '#renderer/data/replica.ts'

/** Items with the names that a row shows, the newest first. */
export function inbox(desk: Desk, view: InboxView, limit: number): Observable<InboxRow[]> {
  const found = live(desk.core.replica, 'items', {
    selector: { status: view === 'decided' ? 'decided' : 'open' },
    sort: [{ status: 'asc' }, { newest: 'asc' }],
    // The other views are a choice among the open ones.
    ...(view === 'decided' ? { limit } : {}),
  })
  const chosen = combineLatest([found, desk.sessions.person]).pipe(
    map(([items, person]) => items.filter((item) => belongs(item, view, person)).slice(0, limit)),
  )
  return combineLatest([
    chosen.pipe(switchMap((items) => around(desk, items))),
    desk.reference,
    laterOf(desk),
  ]).pipe(map(([rows, reference, later]) => rows.map((row) => named(row, reference, later))))
}

function belongs(item: Item, view: InboxView, person: Person | undefined): boolean {
  if (view === 'mine') return item.actorId === person?.id
  if (view !== 'forMe') return true
  const holder = heldBy(item)
  return holder === person?.id || (holder === supervisors && person?.role === 'supervisor')
}

type Around = Pick<InboxRow, 'item' | 'customer' | 'ticket'>

/** The customer and the ticket of each item, as far as this desk carries them. */
async function around(desk: Desk, items: readonly Item[]): Promise<Around[]> {
  const { replica } = desk.core
  const ticketIds = items.flatMap(({ docCollection, docId }) =>
    docCollection === 'tickets' ? (docId ?? []) : [],
  )
  const tickets = new Map(
    ((await readRecords(replica, 'tickets', [...new Set(ticketIds)])) as Ticket[]).map((each) => [
      each.id,
      each,
    ]),
  )
  const customerOf = (item: Item) => item.customerId ?? tickets.get(item.docId ?? '')?.customerId
  const customerIds = [...new Set(items.flatMap((item) => customerOf(item) ?? []))]
  const customers = new Map(
    ((await readRecords(replica, 'customers', customerIds)) as Customer[]).map((each) => [each.id, each]),
  )
  return items.map((item) => {
    const customer = customers.get(customerOf(item) ?? '')
    const ticket = tickets.get(item.docId ?? '')
    return {
      item,
      ...(customer === undefined ? {} : { customer: shortOf(customer) }),
      ...(ticket === undefined ? {} : { ticket: ticketOf(ticket) }),
    }
  })
}

const shortOf = ({ id, code, name, valueTier }: Customer) => ({ id, code, name, valueTier })
const ticketOf = ({ id, code, subject, status }: Ticket) => ({ id, code, subject, status })

function named(row: Around, reference: ReadonlyMap<string, Reference>, later: Later): InboxRow {
  const { item } = row
  const holder = heldBy(item)
  const until = later[item.id]
  return {
    ...row,
    ...nameOf('actorName', reference, item.actorId),
    ...(holder === undefined ? {} : { heldBy: holder, ...nameOf('holderName', reference, holder) }),
    ...(until === undefined ? {} : { laterUntil: until }),
  }
}
