import type { Operation } from '#domain/sync/operation.ts'
import { refKey, type Ref, type RefKey, type Write } from '#domain/sync/records.ts'
import { changedBy, touchedBy } from '#domain/sync/run.ts'
import type { Sql } from '#sync-server/storage/database.ts'
import { holdRecords, lockRecords, recordsOf } from '#sync-server/storage/documents.ts'
import { standingsOf, type PastOrPresent } from '#sync-server/storage/feed.ts'
import { placedAmong, type Around } from './place.ts'

/** What some operations look at, each as the ones before it left it. */
export interface View extends Around {
  /** The records of one of the operations: first those that it may change. */
  readonly present: (operation: Operation) => readonly Write[]
  /** Takes in what an operation comes to: the later ones look at that. */
  readonly take: (writes: readonly Write[]) => void
}

/**
 * Reads what the operations of a centre look at. What they may change is locked, the customers that they only look at
 * are held so that none moves meanwhile, both in an order that is the same for everybody. [O16]
 */
export async function viewOf(tx: Sql, operations: readonly Operation[], centreId: string): Promise<View> {
  const changed = distinct(operations.flatMap(changedBy))
  const touched = distinct(operations.flatMap(touchedBy))
  const others = [...touched].flatMap(([key, ref]) => (changed.has(key) ? [] : [ref]))
  const isCustomer = ({ collection }: Ref) => collection === 'customers'
  const found = [
    ...(await lockRecords(tx, [...changed.values()])),
    ...(await holdRecords(tx, others.filter(isCustomer))),
    ...(await recordsOf(
      tx,
      others.filter((ref) => !isCustomer(ref)),
    )),
  ]
  const records = new Map(found.map((write) => [refKey(refOf(write)), write]))
  const standings = new Map<RefKey, readonly PastOrPresent[]>(
    Map.groupBy(await standingsOf(tx, found.map(refOf)), refKey),
  )
  const view: View = {
    present: (operation) =>
      [...distinct([...changedBy(operation), ...touchedBy(operation)]).keys()].flatMap(
        (key) => records.get(key) ?? [],
      ),
    record: (ref) => records.get(refKey(ref)),
    standings: (ref) => standings.get(refKey(ref)) ?? [],
    take(writes) {
      for (const write of writes) {
        const ref = refOf(write)
        const isNew = !records.has(refKey(ref))
        records.set(refKey(ref), write)
        if (!isNew) continue
        const { partitions, past = [] } = placedAmong(write, centreId, view)
        standings.set(refKey(ref), [
          ...partitions.map((partition) => ({ ...ref, partition, op: 'put' as const })),
          ...past.map((partition) => ({ ...ref, partition, op: 'left' as const })),
        ])
      }
    },
  }
  return view
}

const refOf = ({ collection, record }: Write): Ref => ({ collection, id: record.id })

function distinct(refs: readonly Ref[]): ReadonlyMap<RefKey, Ref> {
  return new Map(refs.map((ref) => [refKey(ref), ref]))
}
