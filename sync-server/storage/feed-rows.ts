import type { PartitionId } from '#domain/sync/feed.ts'
import { recordHash } from '#domain/sync/record-hash.ts'
import type { Ref } from '#domain/sync/records.ts'
import { chunked } from './chunked.ts'
import type { Sql } from './database.ts'

export type FeedRow = Ref & {
  readonly partition: PartitionId
  readonly seq: number
  readonly rev: number
  readonly op: 'put' | 'left'
}

/** One row per record and partition; the newer takes the older's place. */
export async function writeFeed(tx: Sql, rows: readonly FeedRow[]): Promise<void> {
  for (const chunk of chunked(rows, 2000))
    await tx.query(
      `insert into feed (partition, collection, doc_id, seq, rev, op, hash)
       select * from unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::text[], $7::bigint[])
       on conflict (partition, collection, doc_id) do update set
         seq = excluded.seq, rev = excluded.rev, op = excluded.op, hash = excluded.hash`,
      [
        chunk.map(({ partition }) => partition),
        chunk.map(({ collection }) => collection),
        chunk.map(({ id }) => id),
        chunk.map(({ seq }) => seq),
        chunk.map(({ rev }) => rev),
        chunk.map(({ op }) => op),
        chunk.map(({ id, rev }) => recordHash(id, rev)),
      ],
    )
}
