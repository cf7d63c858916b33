import type { CollectionName } from '#domain/entities.ts'
import type { PartitionId } from '#domain/sync/feed.ts'
import type { Ref } from '#domain/sync/records.ts'
import type { Database, Sql } from './database.ts'
import { knownPlacesAt, type KnownPlaces } from './partitions.ts'

export type Body = { readonly id: string; readonly rev: number } & Readonly<Record<string, unknown>>

export interface FeedEntry {
  readonly seq: number
  readonly collection: CollectionName
  readonly id: string
  readonly op: 'put' | 'left'
  /** It left, and the device has it from another of its partitions. */
  readonly elsewhere: boolean
  readonly bytes: number
  readonly body: Body
}

/** A body as the database writes it: told apart here, where its weight is seen besides. */
interface Written {
  readonly words: string
}
type Read<T> = Omit<T, 'body' | 'bytes'> & Written

const read = <T extends Written>({ words, ...rest }: T): Omit<T, 'words'> & Weighed => ({
  ...rest,
  body: JSON.parse(words) as Body,
  bytes: words.length,
})

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
  select body::text as words from document d where d.collection = f.collection and d.id = f.doc_id limit 1) d`

/** Entries of the feed rows that a condition chooses, and no more of them than these. */
const entries = (chosen: string) => `select f.seq, f.collection, f.doc_id as id, f.op, d.words,
  f.op = 'left' and exists (select 1 from feed o where o.partition = any($2::text[]) and o.collection = f.collection
    and o.doc_id = f.doc_id and o.op = 'put') as elsewhere
  from (select seq, collection, doc_id, op from feed where partition = $1 and ${chosen}) f ${itsBody}
  order by f.seq, f.collection, f.doc_id`

/** What happened in a partition after a place, in commit order. `others` are the device's other partitions. */
export async function entriesAfter(
  sql: Sql,
  partition: PartitionId,
  others: readonly PartitionId[],
  seq: number,
  limit: number,
): Promise<FeedEntry[]> {
  const rows = await sql.query<Read<FeedEntry>>(
    entries('seq > $3 order by seq, collection, doc_id limit $4'),
    [partition, others, seq, limit],
  )
  return rows.map(read)
}

/** What is asked of a partition's feed. */
export interface Onward {
  readonly partition: PartitionId
  /** The device's other partitions. */
  readonly others: readonly PartitionId[]
  readonly seq: number
  readonly limit: number
  /** An operation that the partition's history must know. */
  readonly answered?: string | undefined
}

/** Where a partition stands, and what happened in it after a place: one statement, so both are of one instant. */
export async function onwardFrom(
  sql: Sql,
  { partition, others, seq, limit, answered }: Onward,
): Promise<{ readonly places: KnownPlaces; readonly entries: FeedEntry[] }> {
  const [first, ...rows] = await sql.query<Read<FeedEntry>>(
    `select -1 as seq, '' as collection, '' as id, '' as op, jsonb_build_object('epoch', p.epoch, 'head', p.head,
         'headCommit', p."headCommit", 'commit', p.commit, 'known', p.known)::text as words,
       false as elsewhere from (${knownPlacesAt('$3', '$5')}) p
     union all select * from (${entries('seq > $3 order by seq, collection, doc_id limit $4')}) e
     order by seq, collection, id`,
    [partition, others, seq, limit, answered ?? null],
  )
  if (first === undefined) throw new Error('headquarters has no epoch')
  // The first row is built above as exactly this.
  return { places: JSON.parse(first.words) as KnownPlaces, entries: rows.map(read) }
}

/** One transaction of a partition, at most `limit` of its records. */
export async function entriesAt(
  sql: Sql,
  partition: PartitionId,
  others: readonly PartitionId[],
  seq: number,
  limit: number,
): Promise<FeedEntry[]> {
  const rows = await sql.query<Read<FeedEntry>>(entries('seq = $3 order by collection, doc_id limit $4'), [
    partition,
    others,
    seq,
    limit,
  ])
  return rows.map(read)
}

/** Those of some records whose newest change stands after a place. */
export async function laterEntries(
  sql: Sql,
  partition: PartitionId,
  seq: number,
  { collection, ids }: { readonly collection: CollectionName; readonly ids: readonly string[] },
): Promise<FeedEntry[]> {
  const rows = await sql.query<Read<FeedEntry>>(
    entries(`collection = $3 and doc_id = any($4::text[]) and seq > $5 and op = 'put'`),
    [partition, [], collection, ids, seq],
  )
  return rows.map(read)
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

/**
 * Whether a record stands in a partition, asked record by record, as a body is in `itsBody`. Not `op = 'put'`: the index of digests
 * would fit that, and without statistics of a new table the planner reads the whole partition by it.
 */
const standsThere = (id: string, collection: string) =>
  `partition = $1 and collection = ${collection} and doc_id = ${id} and op <> 'left'`

/** Which of these ids stand in a partition as records of these collections. */
export async function idsIn(
  sql: Sql,
  partition: PartitionId,
  collections: readonly CollectionName[],
  ids: readonly string[],
): Promise<string[]> {
  if (collections.length === 0 || ids.length === 0) return []
  const rows = await sql.query<{ id: string }>(
    `select i.id from unnest($3::text[]) as i(id) cross join lateral (
       select 1 from feed where ${standsThere('i.id', 'any($2::text[])')} limit 1) f`,
    [partition, collections, ids],
  )
  return rows.map(({ id }) => id)
}

/** The records of these collections in a partition that belong to some customers. */
export function ofCustomersIn(
  sql: Sql,
  partition: PartitionId,
  collections: readonly CollectionName[],
  customerIds: readonly string[],
): Promise<(Ref & { readonly customerId: string })[]> {
  if (collections.length === 0 || customerIds.length === 0) return Promise.resolve([])
  return sql.query(
    `select d.collection, d.id, c.id as "customerId" from unnest($3::text[]) as c(id)
     cross join lateral (select collection, id from document
       where body ->> 'customerId' = c.id and collection = any($2::text[]) offset 0) d
     cross join lateral (select 1 from feed where ${standsThere('d.id', 'd.collection')} limit 1) f`,
    [partition, collections, customerIds],
  )
}

export interface Weighed {
  readonly bytes: number
  readonly body: Body
}

/** A partition's records of one collection, by id; with `upTo` only those that did not change after that place. */
export async function partAfter(
  sql: Sql,
  ask: {
    readonly partition: PartitionId
    readonly collection: CollectionName
    readonly afterId: string
    readonly limit: number
    readonly upTo?: number | undefined
  },
): Promise<Weighed[]> {
  const rows = await sql.query<Written>(
    `select d.words from (
       select collection, doc_id from feed
       where partition = $1 and collection = $2 and doc_id > $3 and op = 'put' and seq <= $4
       order by doc_id limit $5) f ${itsBody}
     order by f.doc_id`,
    [ask.partition, ask.collection, ask.afterId, ask.upTo ?? Number.MAX_SAFE_INTEGER, ask.limit],
  )
  return rows.map(read)
}
