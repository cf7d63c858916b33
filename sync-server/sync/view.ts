import type { Operation } from '#domain/sync/operation.ts'
import { refKey, type Ref, type RefKey, type Write } from '#domain/sync/records.ts'
import { changedBy, touchedBy } from '#domain/sync/run.ts'
import type { Sql } from '#sync-server/storage/database.ts'
import { lockRecords, recordsOf } from '#sync-server/storage/documents.ts'
import { standingsOf, type PastOrPresent } from '#sync-server/storage/feed.ts'

/** What some operations look at, as it was before any of them. */
export interface View {
  /** The records of one of the operations: first those that it may change. */
  readonly present: (operation: Operation) => readonly Write[]
  readonly standings: (ref: Ref) => readonly PastOrPresent[]
}

/** Reads what the operations look at; what they may change is locked, in an order that is the same for everybody. [O16] */
export async function viewOf(tx: Sql, operations: readonly Operation[]): Promise<View> {
  const changed = distinct(operations.flatMap(changedBy))
  const touched = distinct(operations.flatMap(touchedBy))
  const locked = await lockRecords(tx, [...changed.values()])
  const others = await recordsOf(
    tx,
    [...touched].flatMap(([key, ref]) => (changed.has(key) ? [] : [ref])),
  )
  const records = new Map([...locked, ...others].map((write) => [refKey(refOf(write)), write]))
  const standings = Map.groupBy(await standingsOf(tx, [...records.values()].map(refOf)), refKey)
  return {
    present: (operation) =>
      [...distinct([...changedBy(operation), ...touchedBy(operation)]).keys()].flatMap(
        (key) => records.get(key) ?? [],
      ),
    standings: (ref) => standings.get(refKey(ref)) ?? [],
  }
}

const refOf = ({ collection, record }: Write): Ref => ({ collection, id: record.id })

function distinct(refs: readonly Ref[]): ReadonlyMap<RefKey, Ref> {
  return new Map(refs.map((ref) => [refKey(ref), ref]))
}
