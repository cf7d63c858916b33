import type { Database } from '#sync-server/storage/database.ts'

/** Headquarters' tables without those of its migrations. */
export async function tablesOf(database: Database): Promise<string[]> {
  const rows = await database.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'migration%' order by 1`,
  )
  return rows.map(({ name }) => name)
}

/** An empty headquarters for the next test or world: quicker than another database. */
export async function empty(database: Database): Promise<void> {
  await database.query(`truncate ${(await tablesOf(database)).join(', ')}`)
}
