import type { CollectionName, RecordOf } from '#domain/entities.ts'
import type { Ref, Write } from '#domain/sync/records.ts'
import type { Sql } from './database.ts'

/** Records as they are, locked until the transaction ends, in an order that is the same for everybody. */
export async function lockRecords(tx: Sql, refs: readonly Ref[]): Promise<Write[]> {
  return readRecords(tx, refs, 'for update of d')
}

/** Records as they are and stay until the transaction ends; others may look at them meanwhile. */
export async function holdRecords(tx: Sql, refs: readonly Ref[]): Promise<Write[]> {
  return readRecords(tx, refs, 'for share of d')
}

/** Records as they are; those that do not exist are missing from the answer. */
export async function recordsOf(sql: Sql, refs: readonly Ref[]): Promise<Write[]> {
  return readRecords(sql, refs, '')
}

async function readRecords(
  sql: Sql,
  refs: readonly Ref[],
  lock: '' | 'for share of d' | 'for update of d',
): Promise<Write[]> {
  if (refs.length === 0) return []
  const rows = await sql.query<{ collection: CollectionName; body: RecordOf<CollectionName> }>(
    `select d.collection, d.body from document d
     where (d.collection, d.id) in (select * from unnest($1::text[], $2::text[])) and not d.deleted
     order by d.collection, d.id ${lock}`,
    [refs.map(({ collection }) => collection), refs.map(({ id }) => id)],
  )
  // What stands under a collection's name was checked by its step before it was stored.
  return rows.map(({ collection, body }) => ({ collection, record: body }) as Write)
}

/** One record by its id. */
export async function recordOf<C extends CollectionName>(
  sql: Sql,
  collection: C,
  id: string,
): Promise<RecordOf<C> | undefined> {
  const [row] = await sql.query<{ body: RecordOf<C> }>(
    'select body from document where collection = $1 and id = $2 and not deleted',
    [collection, id],
  )
  return row?.body
}

/** What hangs on some customers: their lines, tickets, events and contacts. */
export function refsOfCustomers(
  sql: Sql,
  customerIds: readonly string[],
  collections: readonly CollectionName[],
): Promise<Ref[]> {
  return sql.query<Ref>(
    `select collection, id from document
     where body ->> 'customerId' = any($1::text[]) and collection = any($2::text[]) and not deleted`,
    [customerIds, collections],
  )
}

/** Contacts of some customers that began before an instant. */
export function contactsBefore(sql: Sql, customerIds: readonly string[], before: number): Promise<Ref[]> {
  return sql.query<Ref>(
    `select collection, id from document
     where collection = 'contacts' and body ->> 'customerId' = any($1::text[])
       and (body ->> 'startedAt')::bigint < $2 and not deleted`,
    [customerIds, before],
  )
}
