import type { Digest, PartitionId } from '#domain/sync/feed.ts'
import type { Database, Sql } from '#sync-server/storage/database.ts'
import { onceOf, partitionSumsOf, sharedIn, type PartitionSums } from '#sync-server/storage/feed-sums.ts'
import { atOneInstant } from '#sync-server/storage/feed.ts'

/** What a device should hold, at one instant: its desk compares and primes what differs anew. */
export async function digestOf(database: Database, carried: readonly PartitionId[]): Promise<Digest> {
  const summed = await partitionSumsOf(database, carried)
  return sharedIn(summed.sums).size === 0
    ? digestFrom(database, summed)
    : atOneInstant(database, (sql) => digestAt(sql, carried))
}

/** The same within an instant that was chosen before. */
export async function digestAt(sql: Sql, carried: readonly PartitionId[]): Promise<Digest> {
  return digestFrom(sql, await partitionSumsOf(sql, carried))
}

async function digestFrom(sql: Sql, { sums, seqs }: PartitionSums): Promise<Digest> {
  const once = await onceOf(sql, sums)
  return {
    seqs,
    collections: Object.fromEntries(once.map(({ collection, count, hash }) => [collection, { count, hash }])),
  }
}
