import type { Customer } from '#domain/customer/customer.ts'
import { family } from '#domain/customer/family.ts'
import type { CollectionName } from '#domain/entities.ts'
import { centrePartition } from '#domain/sync/feed.ts'
import { refKey, type Records, type Ref, type Write } from '#domain/sync/records.ts'
import { membershipsOf, type Shift } from '#sync-server/storage/commit-writes.ts'
import type { Sql } from '#sync-server/storage/database.ts'
import { contactsBefore, lockRecords, refsOfCustomers } from '#sync-server/storage/documents.ts'

const twelveMonths = 365 * 86_400_000
const hanging: readonly CollectionName[] = [
  'subscriptions',
  'tickets',
  'ticketEvents',
  'contacts',
  'items',
  'orders',
]

export interface Moved {
  readonly writes: readonly Write[]
  readonly entering: readonly Shift[]
  readonly leaving: readonly Shift[]
}

/**
 * A customer got another home. With it go the records that it absorbed, its lines, its tickets and their events, and the
 * contacts of twelve months: into the new centre's feed and out of the old one's. Older contacts leave the old centre too.
 * Open items follow, for they are decided where the customer is. Nothing is deleted. [G1]
 */
export async function moveFamilies(
  tx: Sql,
  now: number,
  base: Records,
  writes: readonly Write[],
): Promise<Moved> {
  const moved: Moved[] = []
  for (const write of writes) {
    if (write.collection !== 'customers') continue
    const from = base.get('customers', write.record.id)?.homeCentreId
    if (from !== undefined && from !== write.record.homeCentreId)
      moved.push(await moveFamily(tx, now - twelveMonths, from, write.record, writes))
  }
  return {
    writes: moved.flatMap((each) => each.writes),
    entering: moved.flatMap((each) => each.entering),
    leaving: moved.flatMap((each) => each.leaving),
  }
}

async function moveFamily(
  tx: Sql,
  since: number,
  from: string,
  customer: Customer,
  written: readonly Write[],
): Promise<Moved> {
  const to = customer.homeCentreId
  const ids = family(customer)
  const members = ids.map((id): Ref => ({ collection: 'customers', id }))
  const own = written.flatMap((write) => (hangsOn(write, ids) ? [refOf(write)] : []))
  const found = await refsOfCustomers(tx, ids, hanging)
  const there = centrePartition(from)
  const atOld = (await membershipsOf(tx, [...members, ...found])).filter(
    ({ partition }) => partition === there,
  )
  const old = new Set((await contactsBefore(tx, ids, since)).map(refKey))
  const going = [...members, ...found, ...own].filter(
    (ref) => ref.collection !== 'items' && !old.has(refKey(ref)),
  )
  return {
    writes: await rehomed(tx, { from, to, written }, [
      ...members.slice(1),
      ...found.filter(({ collection }) => collection === 'items'),
    ]),
    entering: going.map((ref) => ({ ...ref, partitions: [centrePartition(to)] })),
    leaving: [...atOld, ...own].map(({ collection, id }) => ({ collection, id, partitions: [there] })),
  }
}

/** Absorbed records that were at home there, and the open items that were to be decided there. A third centre's stay its own. */
async function rehomed(
  tx: Sql,
  { from, to, written }: { readonly from: string; readonly to: string; readonly written: readonly Write[] },
  refs: readonly Ref[],
): Promise<Write[]> {
  const now = new Map(written.map((write) => [refKey(refOf(write)), write]))
  return (await lockRecords(tx, refs)).flatMap((stored): Write[] => {
    const write = now.get(refKey(refOf(stored))) ?? stored
    if (write.collection === 'customers' && write.record.homeCentreId === from)
      return [{ collection: 'customers', record: { ...write.record, homeCentreId: to } }]
    if (write.collection === 'items' && write.record.centreId === from && write.record.status === 'open')
      return [{ collection: 'items', record: { ...write.record, centreId: to } }]
    return []
  })
}

const refOf = ({ collection, record }: Write): Ref => ({ collection, id: record.id })

function hangsOn({ collection, record }: Write, customerIds: readonly string[]): boolean {
  if (collection === 'items' || !('customerId' in record)) return false
  return record.customerId !== undefined && customerIds.includes(record.customerId)
}
