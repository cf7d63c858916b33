import type { Digest, PartitionId } from '#domain/sync/feed.ts'
import type { Database, Sql } from '#sync-server/storage/database.ts'
import { atOneInstant, sumsOf } from '#sync-server/storage/feed.ts'
import { headsOf } from '#sync-server/storage/partitions.ts'

/** What a device should hold, at one instant: its desk compares and primes what differs anew. */
export function digestOf(database: Database, carried: readonly PartitionId[]): Promise<Digest> {
  return atOneInstant(database, (sql) => digestAt(sql, carried))
}

/** The same within an instant that was chosen before. */
export async function digestAt(sql: Sql, carried: readonly PartitionId[]): Promise<Digest> {
  const seqs = await headsOf(sql, carried)
  const sums = await sumsOf(sql, carried)
  return {
    seqs,
    collections: Object.fromEntries(sums.map(({ collection, count, hash }) => [collection, { count, hash }])),
  }
}
