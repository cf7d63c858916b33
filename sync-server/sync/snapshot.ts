import type { Answer } from '#domain/sync/link.ts'
import type { PartAsk, PartitionId, SnapshotHead, SnapshotPart } from '#domain/sync/feed.ts'
import type { Database, Sql } from '#sync-server/storage/database.ts'
import { atOneInstant, countsOf, partAfter, recordsIn } from '#sync-server/storage/feed.ts'
import { placesOf } from '#sync-server/storage/partitions.ts'

const partBytes = 1_000_000
const foreign = { ok: false, problem: { code: 'unknown_partition' } } as const

/** How long a desk that would carry too much waits before it asks again, in seconds. */
const askAgainAfter = 60

/** Where the feed goes on after a snapshot, and how much there is to carry; refused when that is more than agreed. [R4] */
export async function snapshotHead(
  database: Database,
  carried: readonly PartitionId[],
  partition: PartitionId,
  most: number,
): Promise<Answer<SnapshotHead>> {
  if (!carried.includes(partition)) return foreign
  return atOneInstant(database, async (sql) => {
    const records = await recordsIn(sql, carried)
    if (records > most)
      return {
        ok: false,
        problem: { code: 'too_much_to_carry', detail: `${records} of ${most}`, retryAfter: askAgainAfter },
      }
    return { ok: true, value: await headAt(sql, partition) }
  })
}

/** The same within an instant that was chosen before. */
export async function headAt(sql: Sql, partition: PartitionId): Promise<SnapshotHead> {
  const { epoch, head, headCommit } = await placesOf(sql, partition, 0)
  return {
    checkpoint: { epoch, seq: head, commit: headCommit ?? '' },
    counts: await countsOf(sql, partition),
  }
}

/**
 * Records of one collection above an id. A part may be newer than the head that was asked before it; the feed from the
 * head on brings everything to the same state.
 */
export async function snapshotPart(
  database: Database,
  carried: readonly PartitionId[],
  ask: PartAsk,
): Promise<Answer<SnapshotPart>> {
  return carried.includes(ask.partition) ? { ok: true, value: await partAt(database, ask) } : foreign
}

/** The same within an instant that was chosen before. */
export async function partAt(sql: Sql, ask: PartAsk): Promise<SnapshotPart> {
  // A contact that is newer than the head comes by the feed, with the ticket that was opened with it. [R5]
  const upTo = ask.collection === 'contacts' ? ask.upTo : undefined
  const found = await partAfter(sql, { ...ask, limit: ask.limit + 1, upTo })
  let bytes = 0
  const fitting = found.slice(0, ask.limit).filter((record, index) => {
    bytes += record.bytes
    return index === 0 || bytes <= partBytes
  })
  return { records: fitting.map(({ body }) => body), more: fitting.length < found.length }
}
