import { moveCustomer as step } from '#domain/customer/move-customer.ts'
import type { ProblemCode } from '#domain/problems.ts'
import { RecordMap, type Ref } from '#domain/sync/records.ts'
import type { Clock } from '#sync-server/clock.ts'
import { commitWrites } from '#sync-server/storage/commit-writes.ts'
import type { Database } from '#sync-server/storage/database.ts'
import { lockRecords, recordsOf } from '#sync-server/storage/documents.ts'
import { moveFamilies } from './move-families.ts'
import { place } from './place.ts'

/** The same move as a supervisor's step, ordered at headquarters. Answers why not, or nothing. */
export function moveCustomer(
  database: Database,
  clock: Clock,
  move: { readonly customerId: string; readonly toCentreId: string },
): Promise<ProblemCode | undefined> {
  const { customerId, toCentreId } = move
  return database.transaction(async (tx) => {
    const customer: Ref = { collection: 'customers', id: customerId }
    const centre: Ref = { collection: 'reference', id: `centre:${toCentreId}` }
    const base = new RecordMap()
    for (const write of [...(await lockRecords(tx, [customer])), ...(await recordsOf(tx, [centre]))])
      base.put(write)
    const context = { opId: clock.newId(), index: 0, actorId: '', centreId: toCentreId, at: clock.now() }
    const outcome = step.apply(base, move, {}, context)
    if (!outcome.done) return outcome.problem
    const { writes, entering, leaving } = await moveFamilies(tx, clock.now(), base, outcome.writes)
    const placed = await place(tx, [...outcome.writes, ...writes], toCentreId)
    const options = { now: clock.now(), newCommitId: () => clock.newId(), asRead: true }
    if (placed.length > 0) await commitWrites(tx, [{ placed, entering, leaving }], options)
    return undefined
  })
}
