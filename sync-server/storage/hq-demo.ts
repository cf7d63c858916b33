import type { Sql } from './database.ts'

/** What the demo remembers of itself, as text; `undefined` before the demo was made here. */
export async function demoNotesOf(sql: Sql): Promise<string | undefined> {
  const [row] = await sql.query<{ value: string }>(`select value from meta where key = 'demo'`)
  return row?.value
}

export async function setDemoNotes(sql: Sql, text: string): Promise<void> {
  await sql.query(
    `insert into meta (key, value) values ('demo', $1) on conflict (key) do update set value = excluded.value`,
    [text],
  )
}

/** Whether nothing but keys is in the database. */
export async function isEmpty(sql: Sql): Promise<boolean> {
  const [row] = await sql.query<{ found: boolean }>('select exists (select 1 from document) as found')
  return row?.found !== true
}

/** Those of some codes, by hash, that can still enrol a desk. */
export async function usableAmong(
  sql: Sql,
  hashes: readonly string[],
  now: number,
): Promise<ReadonlySet<string>> {
  const rows = await sql.query<{ hash: string }>(
    'select hash from device_code where hash = any($1::text[]) and used_at is null and expires_at > $2',
    [hashes, now],
  )
  return new Set(rows.map(({ hash }) => hash))
}
