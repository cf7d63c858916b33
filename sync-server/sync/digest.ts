import type { Digest, PartitionId } from '#domain/sync/feed.ts'
import type { Database } from '#sync-server/storage/database.ts'
import { atOneInstant, sumsOf } from '#sync-server/storage/feed.ts'
import { headsOf } from '#sync-server/storage/partitions.ts'

/** What a device should hold, at one instant: its desk compares and primes what differs anew. */
export function digestOf(database: Database, carried: readonly PartitionId[]): Promise<Digest> {
  return atOneInstant(database, async (sql) => {
    const seqs = await headsOf(sql, carried)
    const sums = await sumsOf(sql, carried)
    return {
      seqs,
      collections: Object.fromEntries(
        sums.map(({ collection, count, hash }) => [collection, { count, hash }]),
      ),
    }
  })
}
