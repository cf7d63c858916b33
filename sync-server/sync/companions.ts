import type { Operation } from '#domain/sync/operation.ts'
import { refKey, type RefKey } from '#domain/sync/records.ts'
import { changedBy, touchedBy } from '#domain/sync/run.ts'

/** Steps for which headquarters looks beyond the records that they name: who a new customer is, what hangs on one that moves. */
const lookingBeyond: ReadonlySet<string> = new Set([
  'registerCustomer',
  'linkCustomer',
  'unlinkCustomer',
  'moveCustomer',
])

/** How many operations at the head of a batch have nothing to do with each other, so that one transaction does for all; at least one. */
export function companions(operations: readonly Operation[]): number {
  const [touched, changed] = [new Set<RefKey>(), new Set<RefKey>()]
  const opIds = new Set<string>()
  const found = operations.findIndex((operation) => {
    if (operation.steps.some(({ kind }) => lookingBeyond.has(kind)) || opIds.has(operation.opId)) return true
    const looks = touchedBy(operation).map(refKey)
    const writes = changedBy(operation).map(refKey)
    if (looks.some((key) => changed.has(key)) || writes.some((key) => touched.has(key))) return true
    for (const key of looks) touched.add(key)
    for (const key of writes) changed.add(key)
    opIds.add(operation.opId)
    return false
  })
  return Math.max(1, found === -1 ? operations.length : found)
}
