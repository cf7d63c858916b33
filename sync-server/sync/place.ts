import { centrePartition, globalPartition, type PartitionId } from '#domain/sync/feed.ts'
import { refKey, type Ref, type RefKey, type Write } from '#domain/sync/records.ts'
import type { Placed, Sql } from '#sync-server/storage/database.ts'
import { holdRecords } from '#sync-server/storage/documents.ts'
import { standingsOf } from '#sync-server/storage/feed.ts'

/**
 * Where each record belongs: catalogue and reference everywhere; a customer at home; what hangs on a customer or a
 * ticket wherever that is, at the customer's home, and at the centre where the work was done, unless the customer has
 * left that centre. [G2] An order that another centre took stays where it stands.
 */
export async function place(tx: Sql, writes: readonly Write[], centreId: string): Promise<Placed[]> {
  const parents = [...new Map(writes.flatMap(parentsOf).map((ref) => [refKey(ref), ref])).values()]
  const homes = await homesOf(tx, writes, parents)
  const feeds = new Map<RefKey, PartitionId[]>()
  const here = centrePartition(centreId)
  const left = new Set<RefKey>()
  const answered = writes.filter((write) => isOfElsewhere(write, centreId)).map(refOf)
  for (const { partition, op, ...ref } of await standingsOf(tx, [...parents, ...answered])) {
    if (op === 'put') feeds.set(refKey(ref), [...(feeds.get(refKey(ref)) ?? []), partition])
    else if (partition === here) left.add(refKey(ref))
  }
  return writes.map((write): Placed => {
    const isGone = parentsOf(write).some((ref) => left.has(refKey(ref)))
    const stands = isOfElsewhere(write, centreId) ? (feeds.get(refKey(refOf(write))) ?? []) : undefined
    const own = isGone ? [] : (stands ?? ownPlaces(write, here))
    const inherited = parentsOf(write).flatMap((ref) => [
      ...(homes.get(refKey(ref)) ?? []),
      ...(feeds.get(refKey(ref)) ?? []),
    ])
    const partitions = [...new Set([...own, ...inherited])]
    return isGone ? { ...write, partitions, past: [here] } : { ...write, partitions }
  })
}

const refOf = ({ collection, record }: Write): Ref => ({ collection, id: record.id })

/** Headquarters answers the orders of every centre: they stay where they stand, and do not fill its own desks. */
function isOfElsewhere({ collection, record }: Write, centreId: string): boolean {
  return collection === 'orders' && record.centreId !== centreId
}

function ownPlaces({ collection, record }: Write, here: PartitionId): PartitionId[] {
  if (collection === 'reference' || collection === 'catalogue') return [globalPartition]
  if (collection === 'customers') return [centrePartition(record.homeCentreId)]
  if (collection === 'items') return [centrePartition(record.centreId)]
  const isOrphan = collection === 'tickets' && record.customerId === undefined
  return isOrphan ? [centrePartition(record.centreId), here] : [here]
}

/** The records that this one hangs on. */
function parentsOf({ collection, record }: Write): Ref[] {
  const customerId = collection !== 'customers' && 'customerId' in record ? record.customerId : undefined
  return [
    ...(customerId === undefined || collection === 'items'
      ? []
      : [{ collection: 'customers' as const, id: customerId }]),
    ...(collection === 'ticketEvents' ? [{ collection: 'tickets' as const, id: record.ticketId }] : []),
  ]
}

/**
 * The home of each customer among the parents, those made in this same operation too. The customers are held: a move at
 * the same time waits, or is waited for, so that nothing is put into a feed which the customer is just leaving.
 */
async function homesOf(
  tx: Sql,
  writes: readonly Write[],
  parents: readonly Ref[],
): Promise<Map<RefKey, PartitionId[]>> {
  const stored = await holdRecords(
    tx,
    parents.filter(({ collection }) => collection === 'customers'),
  )
  return new Map(
    [...stored, ...writes].flatMap((write) =>
      write.collection === 'customers'
        ? [
            [
              refKey({ collection: 'customers', id: write.record.id }),
              [centrePartition(write.record.homeCentreId)],
            ] as const,
          ]
        : [],
    ),
  )
}
