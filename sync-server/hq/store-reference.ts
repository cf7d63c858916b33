import { Value } from 'typebox/value'
import { Reference } from '#domain/reference/reference.ts'
import { globalPartition } from '#domain/sync/feed.ts'
import type { Clock } from '#sync-server/clock.ts'
import { HqFault } from '#sync-server/hq/fault.ts'
import { commitWrites } from '#sync-server/storage/commit-writes.ts'
import type { Sql } from '#sync-server/storage/database.ts'

/** Reference data for every desk; what breaks a bound is told, not stored. */
export async function storeReference(tx: Sql, clock: Clock, record: Reference): Promise<void> {
  const [error] = Value.Errors(Reference, record)
  if (error !== undefined) throw new HqFault(`${error.instancePath.slice(1)} ${error.message}.`)
  await commitWrites(tx, [{ placed: [{ collection: 'reference', record, partitions: [globalPartition] }] }], {
    now: clock.now(),
    newCommitId: () => clock.newId(),
  })
}
