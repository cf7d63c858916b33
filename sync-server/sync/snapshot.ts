import type { CollectionName } from '#domain/entities.ts'
import type { Answer } from '#domain/sync/link.ts'
import type { PartitionId, SnapshotHead, SnapshotPart } from '#domain/sync/feed.ts'
import type { Database } from '#sync-server/storage/database.ts'
import { atOneInstant, countsOf, partAfter } from '#sync-server/storage/feed.ts'
import { keysOf } from '#sync-server/storage/meta.ts'
import { commitAt, headsOf } from '#sync-server/storage/partitions.ts'

const partBytes = 1_000_000
const foreign = { ok: false, problem: { code: 'unknown_partition' } } as const

/** Where the feed goes on after a snapshot, and how much there is to carry. */
export async function snapshotHead(
  database: Database,
  carried: readonly PartitionId[],
  partition: PartitionId,
): Promise<Answer<SnapshotHead>> {
  if (!carried.includes(partition)) return foreign
  return atOneInstant(database, async (sql) => {
    const { epoch } = await keysOf(sql)
    const seq = (await headsOf(sql, [partition]))[partition] ?? 0
    const commit = (await commitAt(sql, partition, seq)) ?? ''
    return { ok: true, value: { checkpoint: { epoch, seq, commit }, counts: await countsOf(sql, partition) } }
  })
}

/**
 * Records of one collection above an id. A part may be newer than the head that was asked before it; the feed from the
 * head on brings everything to the same state.
 */
export async function snapshotPart(
  database: Database,
  carried: readonly PartitionId[],
  ask: {
    readonly partition: PartitionId
    readonly collection: CollectionName
    readonly afterId: string
    readonly limit: number
  },
): Promise<Answer<SnapshotPart>> {
  if (!carried.includes(ask.partition)) return foreign
  const found = await partAfter(database, ask.partition, ask.collection, ask.afterId, ask.limit + 1)
  let bytes = 0
  const fitting = found.slice(0, ask.limit).filter((record, index) => {
    bytes += record.bytes
    return index === 0 || bytes <= partBytes
  })
  return {
    ok: true,
    value: { records: fitting.map(({ body }) => body), more: fitting.length < found.length },
  }
}
