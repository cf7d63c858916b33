import type { Operation } from '#domain/sync/operation.ts'
import { refKey } from '#domain/sync/records.ts'
import { changedBy, touchedBy } from '#domain/sync/run.ts'

/** Steps for which headquarters looks beyond the records that they name: who a new customer is, what hangs on one that moves. */
const lookingBeyond: ReadonlySet<string> = new Set([
  'registerCustomer',
  'linkCustomer',
  'unlinkCustomer',
  'moveCustomer',
])

/** A smaller batch gains little, and keeps the places that an old console's work had when it was recorded. [V4] */
const worthReordering = 18

/**
 * A batch in groups whose members have nothing to do with each other, so that one transaction does for each. An
 * operation comes after every earlier one that it has to do with; in a large batch it may pass the others, since either
 * order comes to the same. What looks beyond stands alone, between all before it and all after it.
 */
export function companions(operations: readonly Operation[]): readonly (readonly Operation[])[] {
  const groups: Operation[][] = []
  /** The last group that looks at a record, and the last that changes it. */
  const [touched, changed] = [new Map<string, number>(), new Map<string, number>()]
  let first = 0
  const put = (operation: Operation, place: number) => {
    const group = (groups[place] ??= [])
    group.push(operation)
  }
  for (const operation of operations) {
    if (operation.steps.some(({ kind }) => lookingBeyond.has(kind))) {
      put(operation, groups.length)
      first = groups.length
      continue
    }
    // One that came before in the same batch is answered as it was then.
    const writes = [...changedBy(operation).map(refKey), operation.opId]
    const looks = [...touchedBy(operation).map(refKey), ...writes]
    const after = (key: string, of: ReadonlyMap<string, number>) => (of.get(key) ?? -1) + 1
    const place = Math.max(
      first,
      ...looks.map((key) => after(key, changed)),
      ...writes.map((key) => after(key, touched)),
    )
    put(operation, place)
    if (operations.length < worthReordering) first = place
    for (const key of looks) touched.set(key, Math.max(place, touched.get(key) ?? 0))
    for (const key of writes) changed.set(key, Math.max(place, changed.get(key) ?? 0))
  }
  return groups
}
