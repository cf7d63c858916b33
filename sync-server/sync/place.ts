import { centrePartition, globalPartition, type PartitionId } from '#domain/sync/feed.ts'
import { refKey, type Ref, type Write } from '#domain/sync/records.ts'
import type { Placed, Sql } from '#sync-server/storage/database.ts'
import { holdRecords } from '#sync-server/storage/documents.ts'
import { standingsOf, type PastOrPresent } from '#sync-server/storage/feed.ts'

/** Records around those that are to be placed, and where they stand. */
export interface Around {
  readonly record: (ref: Ref) => Write | undefined
  readonly standings: (ref: Ref) => readonly PastOrPresent[]
}

const nothing: Around = { record: () => undefined, standings: () => [] }

/**
 * Where each record belongs: catalogue and reference everywhere; a customer at home; what hangs on a customer or a
 * ticket wherever that is, at the customer's home, and at the centre where the work was done, unless the customer has
 * left that centre. [G2] An order that another centre took stays where it stands. What is not `known` is looked up;
 * customers among it, as among the known, are held: a move at the same time waits, or is waited for, so that nothing is
 * put into a feed which the customer is just leaving.
 */
export async function place(
  tx: Sql,
  writes: readonly Write[],
  centreId: string,
  known: Around = nothing,
): Promise<Placed[]> {
  const answered = writes.filter((write) => isOfElsewhere(write, centreId)).map(refOf)
  const needed = [...writes.flatMap(parentsOf), ...answered]
  const missing = [...new Map(needed.map((ref) => [refKey(ref), ref])).values()].filter(
    (ref) => known.record(ref) === undefined,
  )
  const held = await holdRecords(
    tx,
    missing.filter(({ collection }) => collection === 'customers'),
  )
  const standings = Map.groupBy(await standingsOf(tx, missing), refKey)
  const records = new Map([...held, ...writes].map((write) => [refKey(refOf(write)), write]))
  const around: Around = {
    record: (ref) => records.get(refKey(ref)) ?? known.record(ref),
    standings: (ref) => standings.get(refKey(ref)) ?? known.standings(ref),
  }
  return writes.map((write) => placedAmong(write, centreId, around))
}

/** The same for one record, by what is around it. */
export function placedAmong(write: Write, centreId: string, around: Around): Placed {
  const here = centrePartition(centreId)
  const parents = parentsOf(write)
  const of = (ref: Ref, op: PastOrPresent['op']) =>
    around.standings(ref).flatMap((standing) => (standing.op === op ? [standing.partition] : []))
  const isGone = parents.some((ref) => of(ref, 'left').includes(here))
  const own = isOfElsewhere(write, centreId) ? of(refOf(write), 'put') : ownPlaces(write, here)
  const inherited = parents.flatMap((ref) => [...homeOf(around.record(ref)), ...of(ref, 'put')])
  const partitions = [...new Set([...(isGone ? [] : own), ...inherited])]
  return isGone ? { ...write, partitions, past: [here] } : { ...write, partitions }
}

const refOf = ({ collection, record }: Write): Ref => ({ collection, id: record.id })

function homeOf(write: Write | undefined): PartitionId[] {
  return write?.collection === 'customers' ? [centrePartition(write.record.homeCentreId)] : []
}

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
