import type { PartitionId } from '#domain/sync/feed.ts'
import type { Sql } from './database.ts'

export interface Trimmed {
  readonly places: number
  readonly departures: number
}

/**
 * Forgets the names of places before an instant, and which records left feeds up to there: a desk that comes from such a
 * place is told to prime anew, so it needs no word of what left. The newest place of each partition stays, and so does
 * that a customer left, because work on that customer is still placed by it. [G4]
 */
export async function trim(tx: Sql, before: number): Promise<Trimmed> {
  const gone = await tx.query<{ partition: PartitionId; seq: number }>(
    `delete from partition_commit c using partition p
     where p.id = c.partition and c.seq < p.seq and c.at < $1 returning c.partition, c.seq`,
    [before],
  )
  const upTo = new Map<PartitionId, number>()
  for (const { partition, seq } of gone) upTo.set(partition, Math.max(seq, upTo.get(partition) ?? 0))
  const departures = await tx.query(
    `delete from feed f using unnest($1::text[], $2::bigint[]) as t(partition, seq)
     where f.partition = t.partition and f.seq <= t.seq and f.op = 'left' and f.collection <> 'customers'
     returning f.doc_id`,
    [[...upTo.keys()], [...upTo.values()]],
  )
  return { places: gone.length, departures: departures.length }
}
