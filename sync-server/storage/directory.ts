import type { Ref } from '#domain/sync/records.ts'
import type { Placed, Sql } from './database.ts'

/** A number or an identity, and the record that says whose it is. */
export type Entry = Ref & {
  readonly kind: 'number' | 'nik'
  readonly value: string
  readonly customerId: string
}

/** What a record says about whom a number or an identity means. */
export function directoryOf(placed: Placed): Entry[] {
  if (placed.collection === 'subscriptions') {
    const { id, customerId, msisdn } = placed.record
    return msisdn === undefined
      ? []
      : [{ collection: 'subscriptions', id, kind: 'number', value: msisdn, customerId }]
  }
  if (placed.collection !== 'customers') return []
  const { id, phone, altPhone, nikHash } = placed.record
  const own = { collection: 'customers', id, customerId: id } as const
  const numbers = [...new Set([phone, altPhone])].filter((number) => number !== undefined)
  return [
    ...numbers.map((value) => ({ ...own, kind: 'number' as const, value })),
    ...(nikHash === undefined ? [] : [{ ...own, kind: 'nik' as const, value: nikHash }]),
  ]
}

/** The records' entries as they are now, in place of those they had. */
export async function replaceDirectory(
  tx: Sql,
  entries: readonly Entry[],
  of: readonly Ref[],
): Promise<void> {
  const listed = of.filter(({ collection }) => collection === 'customers' || collection === 'subscriptions')
  if (listed.length === 0) return
  await tx.query(
    `delete from directory where (collection, doc_id) in (select * from unnest($1::text[], $2::text[]))`,
    [listed.map(({ collection }) => collection), listed.map(({ id }) => id)],
  )
  await tx.query(
    `insert into directory (kind, value, collection, doc_id, customer_id)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) on conflict do nothing`,
    [
      entries.map(({ kind }) => kind),
      entries.map(({ value }) => value),
      entries.map(({ collection }) => collection),
      entries.map(({ id }) => id),
      entries.map(({ customerId }) => customerId),
    ],
  )
}

/** The customers whom a number or an identity may mean, at most 20. */
export async function customersMeant(sql: Sql, kind: Entry['kind'], value: string): Promise<string[]> {
  const rows = await sql.query<{ customer_id: string }>(
    'select distinct customer_id from directory where kind = $1 and value = $2 order by customer_id limit 20',
    [kind, value],
  )
  return rows.map(({ customer_id }) => customer_id)
}
