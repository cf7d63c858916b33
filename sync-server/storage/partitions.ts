import type { PartitionId } from '#domain/sync/feed.ts'
import type { Sql } from './database.ts'

interface Head {
  readonly id: PartitionId
  readonly seq: number
}

/**
 * Moves the partitions' histories on, by one step for each turn that reaches them, and names each new place at random.
 * Takes the row locks in sorted order. Answers each turn's places.
 */
export async function advance(
  tx: Sql,
  reached: readonly ReadonlySet<PartitionId>[],
  { now, newCommitId }: { readonly now: number; readonly newCommitId: () => string },
): Promise<Record<PartitionId, number>[]> {
  const counts = new Map<PartitionId, number>()
  const steps = reached.flatMap((partitions, turn) =>
    [...partitions].map((id) => {
      const step = (counts.get(id) ?? 0) + 1
      counts.set(id, step)
      return { turn, id, step }
    }),
  )
  const behind = ({ id, step }: { readonly id: PartitionId; readonly step: number }) =>
    (counts.get(id) ?? 0) - step
  const sorted = [...counts.keys()].toSorted()
  const rows = await tx.query<Head>(
    `with head as (
       insert into partition (id, seq) select id, steps
         from unnest($1::text[], $2::bigint[]) with ordinality as p(id, steps, place) order by place
       on conflict (id) do update set seq = partition.seq + excluded.seq returning id, seq
     ), named as (
       insert into partition_commit (partition, seq, commit_id, at)
       select head.id, head.seq - s.behind, s.commit_id, $6
       from head join unnest($3::text[], $4::bigint[], $5::text[]) as s(id, behind, commit_id) on s.id = head.id
     )
     select id, seq from head`,
    [
      sorted,
      sorted.map((id) => counts.get(id)),
      steps.map(({ id }) => id),
      steps.map(behind),
      steps.map(() => newCommitId()),
      now,
    ],
  )
  const heads = new Map(rows.map(({ id, seq }) => [id, seq]))
  const places = reached.map((): Record<PartitionId, number> => ({}))
  for (const step of steps)
    Object.assign(places[step.turn] ?? {}, { [step.id]: (heads.get(step.id) ?? 0) - behind(step) })
  return places
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

/** What a desk's place is judged by, at one instant. */
export interface Places {
  readonly epoch: string
  readonly head: number
  /** The names of the head and of the place that was asked for; `null` when there was no such place. */
  readonly headCommit: string | null
  readonly commit: string | null
}

/** The partition `$1`, and how it calls its head and the place that a parameter names. */
const placesAt = (seq: string) =>
  `select h.epoch, h.seq as head,
     (select commit_id from partition_commit where partition = $1 and seq = h.seq) as "headCommit",
     (select commit_id from partition_commit where partition = $1 and seq = ${seq}) as commit
   from (select (select value from meta where key = 'epoch') as epoch,
     coalesce((select seq from partition where id = $1), 0) as seq) as h`

/** The same in one row, and whether the history knows the operation that a parameter names, if any. */
export const knownPlacesAt = (seq: string, answered: string) =>
  `select p.*, ${answered}::text is null or exists (select 1 from operation where op_id = ${answered}) as known
   from (${placesAt(seq)}) p`

export interface KnownPlaces extends Places {
  readonly known: boolean
}

/** Where a partition's history stands, how it calls a place, and whether it knows an operation. */
export async function placesOf(
  sql: Sql,
  partition: PartitionId,
  seq: number,
  answered?: string,
): Promise<KnownPlaces> {
  const [places] = await sql.query<KnownPlaces>(knownPlacesAt('$2', '$3'), [partition, seq, answered ?? null])
  if (places === undefined) throw new Error('headquarters has no epoch')
  return places
}
