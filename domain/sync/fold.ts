import type { Operation } from '#domain/sync/operation.ts'
import { RecordMap, refKey, type Records, type Ref, type RefKey, type Write } from '#domain/sync/records.ts'
import { changedByStep, runOperation, stepsOf, touchedBy } from '#domain/sync/run.ts'
import { derivedId } from '#domain/sync/step.ts'

/**
 * The effective records: headquarters' state with a device's unsettled operations on top, in the order of `deviceSeq`.
 * An operation that the present state refuses adds nothing here; what becomes of it is headquarters' to say.
 */
export function fold(base: Records, unsettled: readonly Operation[]): readonly Write[] {
  const overlay = new RecordMap(base)
  const inOrder = [...unsettled].toSorted((a, b) => a.deviceSeq - b.deviceSeq)
  const past = stepsPast(base, inOrder)
  for (const operation of inOrder) {
    const run = runOperation(overlay, operation, past.get(operation.opId))
    if (run.done) for (const write of run.writes) overlay.put(write)
  }
  return overlay.writes()
}

/**
 * The places, by operation, of steps that headquarters has gone past without a trace: nothing of their own is in the
 * base, but what a later step made of the same record is. A ticket was given to its present owner, which is nothing to
 * do, and then to another one: run again, the first would take it back. [D4]
 */
function stepsPast(base: Records, inOrder: readonly Operation[]): ReadonlyMap<string, ReadonlySet<number>> {
  const past = new Map<string, Set<number>>()
  const changedLater = new Set<RefKey>()
  for (const step of inOrder.flatMap(stepsOf).toReversed()) {
    const { context } = step
    const trace = derivedId(context)
    const changed = changedByStep(step)
    const others = changed.filter(({ id }) => id !== trace).map(refKey)
    const own = changed.filter(({ id }) => id === trace)
    if (own.some(({ collection, id }) => base.get(collection, id) !== undefined))
      for (const key of others) changedLater.add(key)
    else if (own.length > 0 && others.every((key) => changedLater.has(key)))
      past.set(context.opId, (past.get(context.opId) ?? new Set()).add(context.index))
  }
  return past
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
