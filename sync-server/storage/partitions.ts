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
  const seqs: Record<PartitionId, number> = {}
  for (const id of sorted) {
    const [head] = await tx.query<Head>(
      `insert into partition (id, seq) values ($1, 1)
       on conflict (id) do update set seq = partition.seq + 1 returning id, seq`,
      [id],
    )
    if (head !== undefined) seqs[head.id] = head.seq
  }
  const heads = Object.entries(seqs)
  await tx.query(
    `insert into partition_commit (partition, seq, commit_id, at)
     select p, s, c, $4 from unnest($1::text[], $2::bigint[], $3::text[]) as n(p, s, c)`,
    [heads.map(([id]) => id), heads.map(([, seq]) => seq), heads.map(() => newCommitId()), now],
  )
  return seqs
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
