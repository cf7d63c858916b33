import type { Database } from '#sync-server/storage/database.ts'
import { tablesOf } from '#tests/server/empty.ts'

/** All of a database as it was at one instant, table by table, each as JSON. */
export type Backup = ReadonlyMap<string, string>

export async function backUp(database: Database): Promise<Backup> {
  const tables = await tablesOf(database)
  return database.transaction(async (tx) => {
    await tx.query('set transaction isolation level repeatable read')
    const backup = new Map<string, string>()
    for (const name of tables) {
      const [row] = await tx.query<{ rows: string }>(
        `select coalesce(json_agg(t), '[]')::text as rows from ${name} t`,
      )
      backup.set(name, row?.rows ?? '[]')
    }
    return backup
  })
}

export async function restore(database: Database, backup: Backup): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.query(`truncate ${[...backup.keys()].join(', ')}`)
    for (const [name, rows] of backup)
      await tx.query(`insert into ${name} select * from json_populate_recordset(null::${name}, $1::json)`, [
        rows,
      ])
  })
}
