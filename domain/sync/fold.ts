import type { Operation } from '#domain/sync/operation.ts'
import { RecordMap, refKey, type Records, type Ref, type RefKey, type Write } from '#domain/sync/records.ts'
import { runOperation, touchedBy } from '#domain/sync/run.ts'

/**
 * The effective records: headquarters' state with a device's unsettled operations on top, in the order of `deviceSeq`.
 * An operation that the present state refuses adds nothing here; what becomes of it is headquarters' to say.
 */
export function fold(base: Records, unsettled: readonly Operation[]): readonly Write[] {
  const overlay = new RecordMap(base)
  for (const operation of [...unsettled].toSorted((a, b) => a.deviceSeq - b.deviceSeq)) {
    const run = runOperation(overlay, operation)
    if (run.done) for (const write of run.writes) overlay.put(write)
  }
  return overlay.writes()
}

/** The operations and records that hang together with some records through common operations: what has to be folded at once. */
export function connected(
  from: readonly Ref[],
  unsettled: readonly Operation[],
): { readonly refs: readonly Ref[]; readonly operations: readonly Operation[] } {
  const refs = new Map<RefKey, Ref>(from.map((ref) => [refKey(ref), ref]))
  const rest = new Map(unsettled.map((operation) => [operation, touchedBy(operation)]))
  const operations: Operation[] = []
  for (let grown = true; grown;) {
    grown = false
    for (const [operation, touched] of rest) {
      if (!touched.some((ref) => refs.has(refKey(ref)))) continue
      for (const ref of touched) refs.set(refKey(ref), ref)
      operations.push(operation)
      rest.delete(operation)
      grown = true
    }
  }
  return { refs: [...refs.values()], operations }
}
