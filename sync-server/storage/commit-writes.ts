import type { PartitionId } from '#domain/sync/feed.ts'
import { refKey, type Ref, type RefKey } from '#domain/sync/records.ts'
import { chunked } from './chunked.ts'
import type { Placed, Sql } from './database.ts'
import { directoryOf, replaceDirectory } from './directory.ts'
import { TransactionsMet } from './faults.ts'
import { writeFeed, type FeedRow } from './feed-rows.ts'
import { advance } from './partitions.ts'

/** A record that enters or leaves feeds though nothing of it changes. */
export type Shift = Ref & { readonly partitions: readonly PartitionId[] }

/** What takes one step in the history of each partition that it reaches: an operation, say. */
export interface Turn {
  readonly placed: readonly Placed[]
  readonly entering?: readonly Shift[]
  /** Leaving a feed is not a deletion: the record stays at headquarters and in its other feeds. */
  readonly leaving?: readonly Shift[]
  /** Partitions whose history moves on even when nothing is written there. */
  readonly touched?: readonly PartitionId[]
}

export interface CommitOptions {
  readonly now: number
  readonly newCommitId: () => string
  /** Each record must still have the revision that it was read with; otherwise the transaction runs again. */
  readonly asRead?: boolean
}

/** A record's place in the feeds after this commit. */
type Standing = Ref & {
  readonly rev: number
  /** It is in no feed yet. */
  readonly isNew: boolean
  /** Whose step tells of it, by its place among the turns. */
  readonly turn: number
  readonly put: Set<PartitionId>
  readonly left: Set<PartitionId>
}

/** `times`: how many of the turns write it, each of which is a revision. */
type Sent = Placed & { readonly turn: number; readonly times: number }

/**
 * Stores records and tells every feed they belong to. The partitions' counters are taken last, in sorted order, one
 * step for each turn, and their row locks hold until the transaction commits: so the order of seq is the order of
 * commits, and no reader can pass a row that is still on its way. Returns each turn's place in each feed that it reaches.
 */
export async function commitWrites(
  tx: Sql,
  turns: readonly Turn[],
  options: CommitOptions,
): Promise<Record<PartitionId, number>[]> {
  const records = latest(
    turns.flatMap(({ placed }, turn) => placed.map((each) => ({ ...each, turn, times: 1 }))),
  )
  const standings = new Map<RefKey, Standing>()
  for (const chunk of chunked(records, 1000)) {
    const sent = new Map(chunk.map((each) => [refKey(refOf(each)), each]))
    for (const { collection, id, rev } of await upsert(tx, chunk)) {
      const key = refKey({ collection, id })
      const each = sent.get(key)
      const times = each?.times ?? 1
      if (options.asRead === true && rev !== (each?.record.rev ?? 0) + times)
        throw new TransactionsMet(`${collection} changed`)
      const [put, left] = [new Set(each?.partitions), new Set(each?.past)]
      standings.set(key, { collection, id, rev, isNew: rev === times, turn: each?.turn ?? 0, put, left })
    }
    await replaceDirectory(tx, chunk.flatMap(directoryOf), chunk.map(refOf))
  }
  await addMemberships(tx, standings)
  for (const [turn, { entering = [], leaving = [] }] of turns.entries())
    await shift(tx, standings, { turn, entering, leaving })
  const reached = turns.map(({ touched }) => new Set(touched))
  for (const { turn, put, left } of standings.values())
    for (const partition of [...put, ...left]) reached[turn]?.add(partition)
  const seqs = await advance(tx, reached, options)
  await writeFeed(
    tx,
    [...standings.values()].flatMap((standing) => feedRowsOf(standing, seqs[standing.turn] ?? {})),
  )
  return seqs
}

const refOf = ({ collection, record }: Sent): Ref => ({ collection, id: record.id })

/** Each record once, in the order in which everybody locks; of two writes the later one counts. */
function latest(placed: readonly Sent[]): Sent[] {
  const byKey = new Map<RefKey, Sent>()
  for (const each of placed) {
    const key = refKey(refOf(each))
    const before = byKey.get(key)
    byKey.set(
      key,
      before === undefined
        ? each
        : {
            ...before,
            ...each,
            times: before.times + (each.turn === before.turn ? 0 : 1),
            partitions: [...before.partitions, ...each.partitions],
          },
    )
  }
  return [...byKey.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each)
}

type Stored = Ref & { readonly rev: number }

/** The revision is headquarters' own: whatever the record says of it is overwritten. */
function upsert(tx: Sql, chunk: readonly Sent[]): Promise<Stored[]> {
  return tx.query<Stored>(
    `insert into document (collection, id, home, rev, body)
     select collection, id, home, times, body::jsonb
     from unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::text[]) as w(collection, id, home, times, body)
     on conflict (collection, id) do update set
       rev = document.rev + excluded.rev, deleted = false,
       body = excluded.body || jsonb_build_object('rev', document.rev + excluded.rev)
     returning collection, id, rev`,
    [
      chunk.map(({ collection }) => collection),
      chunk.map(({ record }) => record.id),
      chunk.map(({ partitions }) => partitions[0] ?? ''),
      chunk.map(({ times }) => times),
      chunk.map(({ record, times }) => JSON.stringify({ ...record, rev: times })),
    ],
  )
}

/** A record goes on in every feed that it is in already. */
async function addMemberships(tx: Sql, standings: ReadonlyMap<RefKey, Standing>): Promise<void> {
  const known = [...standings.values()].filter(({ isNew }) => !isNew)
  for (const chunk of chunked(known, 5000))
    for (const { partition, ...ref } of await membershipsOf(tx, chunk))
      standings.get(refKey(ref))?.put.add(partition)
  for (const { put, left } of standings.values()) for (const partition of put) left.delete(partition)
}

export type Membership = Ref & { readonly partition: PartitionId }

export async function membershipsOf(sql: Sql, refs: readonly Ref[]): Promise<Membership[]> {
  if (refs.length === 0) return []
  return sql.query<Membership>(
    `select f.partition, f.collection, f.doc_id as id
     from unnest($1::text[], $2::text[]) as r(collection, id)
     join feed f on f.collection = r.collection and f.doc_id = r.id
     where f.op = 'put'`,
    [refs.map(({ collection }) => collection), refs.map(({ id }) => id)],
  )
}

/** Records that change feeds: those that were not written besides are looked up for their revision. */
async function shift(
  tx: Sql,
  standings: Map<RefKey, Standing>,
  { turn, entering, leaving }: Required<Pick<Turn, 'entering' | 'leaving'>> & { readonly turn: number },
): Promise<void> {
  const others = [...entering, ...leaving].filter((ref) => !standings.has(refKey(ref)))
  const unchanged = new Map(others.map((ref) => [refKey(ref), ref]))
  const present = new Set(
    (await membershipsOf(tx, [...unchanged.values()])).map((each) => `${each.partition} ${refKey(each)}`),
  )
  for (const { collection, id, rev } of await revisionsOf(tx, [...unchanged.values()]))
    standings.set(refKey({ collection, id }), {
      collection,
      id,
      rev,
      turn,
      isNew: false,
      put: new Set(),
      left: new Set(),
    })
  for (const ref of entering)
    for (const partition of ref.partitions)
      if (!present.has(`${partition} ${refKey(ref)}`)) standings.get(refKey(ref))?.put.add(partition)
  for (const ref of leaving)
    for (const partition of ref.partitions) {
      standings.get(refKey(ref))?.put.delete(partition)
      standings.get(refKey(ref))?.left.add(partition)
    }
}

async function revisionsOf(tx: Sql, refs: readonly Ref[]): Promise<Stored[]> {
  if (refs.length === 0) return []
  return tx.query<Stored>(
    `select d.collection, d.id, d.rev from unnest($1::text[], $2::text[]) as r(collection, id)
     join document d on d.collection = r.collection and d.id = r.id
     order by d.collection, d.id for update of d`,
    [refs.map(({ collection }) => collection), refs.map(({ id }) => id)],
  )
}

function feedRowsOf(standing: Standing, seqs: Readonly<Record<PartitionId, number>>): FeedRow[] {
  const { collection, id, rev, put, left } = standing
  const row = (partition: PartitionId, op: 'put' | 'left'): FeedRow => ({
    partition,
    collection,
    id,
    rev,
    op,
    seq: seqs[partition] ?? 0,
  })
  return [
    ...[...put].map((partition) => row(partition, 'put')),
    ...[...left].map((partition) => row(partition, 'left')),
  ]
}
