import type { Write } from '#domain/sync/records.ts'
import { systemClock } from '#sync-server/clock.ts'
import { commitWrites } from '#sync-server/storage/commit-writes.ts'
import type { Database, Sql } from '#sync-server/storage/database.ts'
import { directoryOf } from '#sync-server/storage/directory.ts'
import { prepareDatabase } from '#sync-server/storage/open.ts'
import { makeWorld, type World } from '#tests/world/make-world.ts'

export interface LargeOperator {
  /** `C0001` and so on; each has as many records as every other. */
  readonly centres: readonly string[]
  readonly recordsPerCentre: number
  readonly documents: number
}

export interface LargeOperatorOptions {
  /** About so many in all: whole centres are made. */
  readonly documents: number
  readonly customersPerCentre?: number
  readonly leastCentres?: number
}

export const desksPerCentre = 5
/** Centres with people, desks and sessions, whatever there are records of: what everybody carries is of one size then. */
export const manned = 356

const numbered = (many: number) => Array.from({ length: many }, (_, n) => String(n + 1).padStart(4, '0'))

/** A desk of the made operator, with the token of whoever is signed in there. */
export const deskAt = (centre: string, n: number) => ({
  deviceId: `desk-${centre}-${n}`,
  label: `${centre}${n}`,
  staffId: `staff-${centre}-${n}`,
  token: `token-${centre}-${n}`,
})

/** The same record of another centre. */
export const inCentre = (id: string, centre: string) => `${id.slice(0, 14)}${centre.slice(1)}${id.slice(18)}`

/**
 * An operator of any size in a fresh PostgreSQL: one made-up centre is copied in SQL for all others, with ids, codes and
 * numbers of their own, into the tables and indexes that the migrations made. Contacts and tickets came by operations,
 * each record with a place of its own in the feed, and the centres' rows lie among each other, as years of work leave
 * them. Only the hashes in the feed are not those of the ids.
 */
export async function fillOperator(
  database: Database,
  { documents, customersPerCentre = 400, leastCentres = 1 }: LargeOperatorOptions,
): Promise<LargeOperator> {
  await prepareDatabase(database, systemClock)
  const world = worldOf(customersPerCentre)
  const recordsPerCentre = await makeTemplate(database, world)
  const many = Math.max(leastCentres, Math.ceil(documents / recordsPerCentre))
  const numbers = numbered(many)
  await withoutIndexes(database, async () => {
    for (const statement of copies) await database.query(statement, [numbers])
    for (const statement of people) await database.query(statement, [numbered(manned), desksPerCentre])
  })
  await database.query('drop table template')
  const global = [
    ...world.reference.map((record) => ({ collection: 'reference', record }) as const),
    ...world.catalogue.map((record) => ({ collection: 'catalogue', record }) as const),
  ].map((write) => ({ ...write, partitions: ['global'] }))
  await database.transaction((tx) =>
    commitWrites(tx, [{ placed: global }], { now: Date.now(), newCommitId: () => systemClock.newId() }),
  )
  await database.query('vacuum analyze')
  const centres = numbers.map((number) => `C${number}`)
  return { centres, recordsPerCentre, documents: many * recordsPerCentre }
}

function worldOf(customersPerCentre: number): World {
  return makeWorld({
    seed: 'large',
    now: Date.now(),
    centres: 1,
    customersPerCentre,
    monthsOfHistory: 6,
    nikKey: Buffer.alloc(32, 7),
    sign: () => '',
  })
}

/** Where a copy has its centre's number. */
const mark = '§'

/** One centre's records with marks in everything that must be another in each copy. */
async function makeTemplate(sql: Sql, world: World): Promise<number> {
  const records = [...world.recordsOf(world.places[0]?.code ?? '')]
  await sql.query(
    'create table template (place bigint primary key, collection text, id text, words text, numbers text[], niks text[], customer text)',
  )
  await sql.query(
    `insert into template select place, collection, id, words,
       array(select jsonb_array_elements_text(numbers::jsonb)), array(select jsonb_array_elements_text(niks::jsonb)), customer
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
       with ordinality as t(collection, id, words, numbers, niks, customer, place)`,
    [
      records.map(({ collection }) => collection),
      records.map(({ record }) => marked(record.id)),
      records.map((write) => wordsOf(write)),
      ...(['number', 'nik'] as const).map((kind) =>
        records.map((placed) =>
          JSON.stringify(
            directoryOf(placed).flatMap((entry) => (entry.kind === kind ? [marked(entry.value)] : [])),
          ),
        ),
      ),
      records.map((placed) => marked(directoryOf(placed)[0]?.customerId ?? '')),
    ],
  )
  return records.length
}

function wordsOf({ record }: Write): string {
  return JSON.stringify({ ...record, rev: 1 }, (key, value: unknown) => {
    if (key === 'homeCentreId' || key === 'centreId') return `C${mark}`
    if (key === 'code') return `${String(value)}-${mark}`
    return typeof value === 'string' ? marked(value) : value
  })
}

/** Ids, telephone numbers and identities. */
function marked(text: string): string {
  return text
    .replace(/^([\da-f]{8}-[\da-f]{4}-)[\da-f]{4}(-[\da-f]{4}-[\da-f]{12}(?:\.\w+)?)$/, `$1${mark}$2`)
    .replace(/^\+62\d*(\d{6})$/, `+628${mark}$1`)
    .replace(/^[\da-f]{4}([\da-f]{60})$/, `${mark}$1`)
}

/** Tables whose rows are all different by the way they are made; `directory` needs its key while it is filled. */
const keyed = ['document', 'feed', 'partition_commit', 'operation']

/** Indexes and keys are made quicker after the rows than with them. */
async function withoutIndexes(sql: Sql, fill: () => Promise<void>): Promise<void> {
  const keys = await sql.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
     where contype = 'p' and conrelid::regclass::text = any($1::text[])`,
    [keyed],
  )
  const indexes = await sql.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes
     where schemaname = 'public' and indexdef not like 'CREATE UNIQUE%'`,
  )
  for (const { name } of indexes) await sql.query(`drop index ${name}`)
  for (const { table, name } of keys) await sql.query(`alter table ${table} drop constraint ${name}`)
  await fill()
  for (const { table, name, definition } of keys)
    await sql.query(`alter table ${table} add constraint ${name} ${definition}`)
  for (const { definition } of indexes) await sql.query(definition)
}

const at = (text: string) => `replace(${text}, '${mark}', n)`
/** In the order of places: the centres' rows lie among each other. */
const from = 'from template t cross join unnest($1::text[]) as n'
const began = 1_795_000_000_000

const copies = [
  `insert into document (collection, id, home, rev, body)
   select collection, ${at('id')}, 'c:C' || n, 1, ${at('words')}::jsonb ${from} order by place`,
  `insert into feed (partition, collection, doc_id, seq, rev, op, hash)
   select 'c:C' || n, collection, ${at('id')}, place, 1, 'put', place * 1000003 % 4294967296 ${from} order by place`,
  `insert into partition_commit (partition, seq, commit_id, at)
   select 'c:C' || n, place, md5(n || place)::uuid, ${began} + place ${from} order by place`,
  `insert into partition (id, seq) select 'c:C' || n, max(place) ${from} group by n`,
  `insert into directory (kind, value, collection, doc_id, customer_id)
   select kind, ${at('value')}, collection, ${at('id')}, ${at('customer')}
   from (select place, collection, id, customer, 'number' as kind, unnest(numbers) as value from template
     union all select place, collection, id, customer, 'nik', unnest(niks) from template) t
   cross join unnest($1::text[]) as n on conflict do nothing`,
  `insert into operation (op_id, device_id, device_seq, actor_id, centre_id, captured_at, accepted_at, body, result)
   select ${at('id')}, 'desk-C' || n || '-1', place, 'staff-C' || n || '-1', 'C' || n, ${began} + place, ${began} + place,
     jsonb_build_object('opId', ${at('id')}, 'deviceId', 'desk-C' || n || '-1', 'deviceSeq', place,
       'actorId', 'staff-C' || n || '-1', 'centreId', 'C' || n, 'capturedAt', ${began} + place,
       'steps', jsonb_build_array(jsonb_build_object('kind', 'recordContact', 'v', 1, 'payload', ${at('words')}::jsonb))),
     jsonb_build_object('opId', ${at('id')}, 'outcome', 'accepted', 'at', ${began} + place,
       'seqs', jsonb_build_object('c:C' || n, place))::text
   ${from} where collection in ('contacts', 'tickets') order by place`,
  `insert into field_change (customer_id, field, actor_id, centre_id, device_label, at)
   select ${at('id')}, 'phone', 'staff-C' || n || '-1', 'C' || n, 'C' || n || '1', ${began} ${from}
   where collection = 'customers' and place % 10 = 0`,
]

const desks = 'from unnest($1::text[]) as n cross join generate_series(1, $2::int) as d'
const records = `with record(body) as (
  select jsonb_build_object('id', 'centre:C' || n, 'rev', 1, 'kind', 'centre', 'code', 'C' || n, 'name', 'Gerai ' || n,
    'active', true, 'zone', 'WIB') from unnest($1::text[]) as n
  union all select jsonb_build_object('id', 'staff:staff-C' || n || '-' || d, 'rev', 1, 'kind', 'staff',
    'code', 'staff-C' || n || '-' || d, 'name', 'Petugas ' || d, 'active', true, 'staffId', 'staff-C' || n || '-' || d,
    'role', 'branch', 'centreId', 'C' || n) ${desks})`

const people = [
  `${records} insert into document (collection, id, home, rev, body)
   select 'reference', body ->> 'id', 'global', 1, body from record`,
  `${records} insert into feed (partition, collection, doc_id, seq, rev, op, hash)
   select 'global', 'reference', body ->> 'id', 0, 1, 'put', 1 from record`,
  `insert into device (id, centre_id, label, name, secret_hash, status, last_seq, enrolled_at)
   select 'desk-C' || n || '-' || d, 'C' || n, 'C' || n || d, 'Loket', '', 'active', 1000000, ${began} ${desks}`,
  `insert into device_staff (device_id, staff_id, at)
   select 'desk-C' || n || '-' || d, 'staff-C' || n || '-' || d, ${began} ${desks}`,
  `insert into access_token (hash, device_id, staff_id, expires_at)
   select encode(sha256(convert_to('token-C' || n || '-' || d, 'UTF8')), 'hex'), 'desk-C' || n || '-' || d,
     'staff-C' || n || '-' || d, (extract(epoch from now()) * 1000)::bigint + 86400000 ${desks}`,
]
