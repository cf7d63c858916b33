import { confirmOrder } from '#domain/order/confirm-order.ts'
import { rejectOrder } from '#domain/order/reject-order.ts'
import type { ProblemCode } from '#domain/problems.ts'
import type { PayloadOf } from '#domain/steps.ts'
import { RecordMap, type Ref } from '#domain/sync/records.ts'
import type { Clock } from '#sync-server/clock.ts'
import { commitWrites } from '#sync-server/storage/commit-writes.ts'
import type { Database } from '#sync-server/storage/database.ts'
import { lockRecords } from '#sync-server/storage/documents.ts'
import { place } from './place.ts'

export type OrderChange =
  | { readonly step: 'confirm'; readonly payload: PayloadOf<'confirmOrder'> }
  | { readonly step: 'reject'; readonly payload: PayloadOf<'rejectOrder'> }

/** The same change as an admin's step, ordered at headquarters. Answers why not, or nothing. */
export function changeOrder(
  database: Database,
  clock: Clock,
  change: OrderChange,
): Promise<ProblemCode | undefined> {
  return database.transaction(async (tx) => {
    const order: Ref = { collection: 'orders', id: change.payload.orderId }
    const base = new RecordMap()
    for (const write of await lockRecords(tx, [order])) base.put(write)
    const centreId = base.get('orders', order.id)?.centreId ?? ''
    const context = { opId: clock.newId(), index: 0, actorId: '', centreId, at: clock.now() }
    const outcome =
      change.step === 'confirm'
        ? confirmOrder.apply(base, change.payload, {}, context)
        : rejectOrder.apply(base, change.payload, {}, context)
    if (!outcome.done) return outcome.problem
    // Whoever types it here is the person who would be asked.
    if (outcome.attention?.[0] !== undefined) return outcome.attention[0].problem
    const placed = await place(tx, outcome.writes, centreId)
    const options = { now: clock.now(), newCommitId: () => clock.newId(), asRead: true }
    if (placed.length > 0) await commitWrites(tx, [{ placed }], options)
    return undefined
  })
}
