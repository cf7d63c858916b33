import type { PartitionId } from '#domain/sync/feed.ts'
import type { Sql } from './database.ts'

interface Head {
  readonly id: PartitionId
  readonly seq: number
}

/** Moves the partitions' histories on by one and names each new place at random. Takes the row locks in the given order. */
export async function advance(
  tx: Sql,
  sorted: readonly PartitionId[],
  { now, newCommitId }: { readonly now: number; readonly newCommitId: () => string },
): Promise<Record<PartitionId, number>> {
  const heads = await tx.query<Head>(
    `with head as (
       insert into partition (id, seq) select id, 1 from unnest($1::text[]) with ordinality as p(id, place) order by place
       on conflict (id) do update set seq = partition.seq + 1 returning id, seq
     )
     insert into partition_commit (partition, seq, commit_id, at)
     select head.id, head.seq, c.commit_id, $3 from head join unnest($1::text[], $2::text[]) as c(id, commit_id) on c.id = head.id
     returning partition as id, seq`,
    [sorted, sorted.map(() => newCommitId()), now],
  )
  return Object.fromEntries(heads.map(({ id, seq }) => [id, seq]))
}

/** Where each of the partitions stands; one without a history stands at 0. */
export async function headsOf(
  sql: Sql,
  partitions: readonly PartitionId[],
): Promise<Record<PartitionId, number>> {
  const rows = await sql.query<Head>('select id, seq from partition where id = any($1::text[])', [partitions])
  return Object.fromEntries([...partitions.map((id) => [id, 0]), ...rows.map(({ id, seq }) => [id, seq])])
}

/** The random name of a place in a partition's history; `''` for the beginning, `undefined` when there was no such place. */
export async function commitAt(sql: Sql, partition: PartitionId, seq: number): Promise<string | undefined> {
  if (seq === 0) return ''
  const [row] = await sql.query<{ commit_id: string }>(
    'select commit_id from partition_commit where partition = $1 and seq = $2',
    [partition, seq],
  )
  return row?.commit_id
}
