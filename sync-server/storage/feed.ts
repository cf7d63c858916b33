import type { CollectionName } from '#domain/entities.ts'
import type { PartitionId } from '#domain/sync/feed.ts'
import type { Ref } from '#domain/sync/records.ts'
import type { Database, Sql } from './database.ts'

export type Body = { readonly id: string; readonly rev: number } & Readonly<Record<string, unknown>>

export interface FeedEntry {
  readonly seq: number
  readonly collection: CollectionName
  readonly id: string
  readonly op: 'put' | 'left'
  /** The device has the record from another of its partitions. */
  readonly elsewhere: boolean
  readonly bytes: number
  readonly body: Body
}

/** Several reads of one instant. */
export function atOneInstant<T>(database: Database, read: (sql: Sql) => Promise<T>): Promise<T> {
  return database.transaction(async (tx) => {
    await tx.query('set transaction isolation level repeatable read')
    return read(tx)
  })
}

/**
 * The body of each feed row `f`, looked up row by row: in a plain join the planner reads the whole table of documents
 * for a page of a few hundred (seen from 60,000 documents on).
 */
const itsBody = `cross join lateral (
  select body, length(body::text) as bytes from document d where d.collection = f.collection and d.id = f.doc_id limit 1) d`

/** Entries of the feed rows that a condition chooses, and no more of them than these. */
const entries = (chosen: string) => `select f.seq, f.collection, f.doc_id as id, f.op, d.body, d.bytes,
  exists (select 1 from feed o where o.partition = any($2::text[]) and o.collection = f.collection
    and o.doc_id = f.doc_id and o.op = 'put') as elsewhere
  from (select seq, collection, doc_id, op from feed where partition = $1 and ${chosen}) f ${itsBody}
  order by f.seq, f.collection, f.doc_id`

/** What happened in a partition after a place, in commit order. `others` are the device's other partitions. */
export function entriesAfter(
  sql: Sql,
  partition: PartitionId,
  others: readonly PartitionId[],
  seq: number,
  limit: number,
): Promise<FeedEntry[]> {
  return sql.query<FeedEntry>(entries('seq > $3 order by seq, collection, doc_id limit $4'), [
    partition,
    others,
    seq,
    limit,
  ])
}

/** One transaction of a partition, at most `limit` of its records. */
export function entriesAt(
  sql: Sql,
  partition: PartitionId,
  others: readonly PartitionId[],
  seq: number,
  limit: number,
): Promise<FeedEntry[]> {
  return sql.query<FeedEntry>(entries('seq = $3 order by collection, doc_id limit $4'), [
    partition,
    others,
    seq,
    limit,
  ])
}

/** Those of some records whose newest change stands after a place. */
export function laterEntries(
  sql: Sql,
  partition: PartitionId,
  seq: number,
  { collection, ids }: { readonly collection: CollectionName; readonly ids: readonly string[] },
): Promise<FeedEntry[]> {
  return sql.query<FeedEntry>(
    entries(`collection = $3 and doc_id = any($4::text[]) and seq > $5 and op = 'put'`),
    [partition, [], collection, ids, seq],
  )
}

export type PastOrPresent = Ref & { readonly partition: PartitionId; readonly op: 'put' | 'left' }

/** Where records stand, and which partitions they left. */
export async function standingsOf(sql: Sql, refs: readonly Ref[]): Promise<PastOrPresent[]> {
  if (refs.length === 0) return []
  return sql.query<PastOrPresent>(
    `select f.partition, f.collection, f.doc_id as id, f.op
     from unnest($1::text[], $2::text[]) as r(collection, id)
     join feed f on f.collection = r.collection and f.doc_id = r.id`,
    [refs.map(({ collection }) => collection), refs.map(({ id }) => id)],
  )
}

/** How many records of each collection a partition holds. */
export async function countsOf(sql: Sql, partition: PartitionId): Promise<Record<string, number>> {
  const rows = await sql.query<{ collection: string; count: number }>(
    `select collection, count(*) as count from feed where partition = $1 and op = 'put' group by collection`,
    [partition],
  )
  return Object.fromEntries(rows.map(({ collection, count }) => [collection, count]))
}

/** How many records a device of these partitions carries; one in two of them counts twice, which is rare. */
export async function recordsIn(sql: Sql, partitions: readonly PartitionId[]): Promise<number> {
  const [row] = await sql.query<{ count: number }>(
    `select count(*) as count from feed where partition = any($1::text[]) and op = 'put'`,
    [partitions],
  )
  return row?.count ?? 0
}

export interface Weighed {
  readonly bytes: number
  readonly body: Body
}

/** A partition's records of one collection, by id; with `upTo` only those that did not change after that place. */
export function partAfter(
  sql: Sql,
  ask: {
    readonly partition: PartitionId
    readonly collection: CollectionName
    readonly afterId: string
    readonly limit: number
    readonly upTo?: number | undefined
  },
): Promise<Weighed[]> {
  return sql.query<Weighed>(
    `select d.body, d.bytes from (
       select collection, doc_id from feed
       where partition = $1 and collection = $2 and doc_id > $3 and op = 'put' and seq <= $4
       order by doc_id limit $5) f ${itsBody}
     order by f.doc_id`,
    [ask.partition, ask.collection, ask.afterId, ask.upTo ?? Number.MAX_SAFE_INTEGER, ask.limit],
  )
}

export interface Sum {
  readonly collection: CollectionName
  readonly count: number
  readonly hash: number
}

/**
 * Number and sum of hashes of the records in some partitions, each record once: each partition is summed as it is, and
 * what the smaller ones have of a larger one is taken off. To tell all records apart would cost six times as much.
 */
export async function sumsOf(sql: Sql, partitions: readonly PartitionId[]): Promise<Sum[]> {
  const sums = await sql.query<Sum & { readonly partition: PartitionId }>(
    `select partition, collection, count(*) as count, sum(hash)::bigint as hash
     from feed where partition = any($1::text[]) and op = 'put' group by partition, collection`,
    [partitions],
  )
  const sizeOf = (partition: PartitionId) =>
    sums.reduce((sum, each) => sum + (each.partition === partition ? each.count : 0), 0)
  const held = partitions.filter((each) => sizeOf(each) > 0).toSorted((a, b) => sizeOf(b) - sizeOf(a))
  const all = new Map<CollectionName, Sum>()
  const add = ({ collection, count, hash }: Sum, sign: 1 | -1) => {
    const before = all.get(collection) ?? { count: 0, hash: 0 }
    all.set(collection, { collection, count: before.count + sign * count, hash: before.hash + sign * hash })
  }
  for (const sum of sums) add(sum, 1)
  for (const [place, partition] of held.entries())
    if (place > 0) for (const sum of await doublesOf(sql, partition, held.slice(0, place))) add(sum, -1)
  return [...all.values()].filter(({ count }) => count > 0)
}

/** What a partition has that stands in others too. */
function doublesOf(sql: Sql, partition: PartitionId, others: readonly PartitionId[]): Promise<Sum[]> {
  return sql.query<Sum>(
    `select collection, count(*) as count, sum(hash)::bigint as hash from feed f
     where partition = $1 and op = 'put' and exists (
       select 1 from feed o where o.partition = any($2::text[]) and o.collection = f.collection
         and o.doc_id = f.doc_id and o.op = 'put')
     group by collection`,
    [partition, others],
  )
}
