import type { Database } from '#sync-server/storage/database.ts'
import { openPglite } from '#sync-server/storage/pglite.ts'
import { openPostgresql } from '#sync-server/storage/postgresql.ts'
import { postgresql } from '#tests/server/postgresql.ts'

export type EngineName = 'pglite' | 'postgresql'

/** Headquarters' database for all worlds of a process: PGlite in memory, or a PostgreSQL cluster of its own. */
export async function openDatabaseFor(
  name: EngineName,
): Promise<{ readonly database: Database; close(): Promise<void> }> {
  if (name === 'pglite') {
    const database = await openPglite(undefined)
    return { database, close: () => database.close() }
  }
  const cluster = await postgresql()
  const database = openPostgresql(await cluster.createDatabase(), { serving: true })
  return {
    database,
    async close() {
      await database.close()
      await cluster[Symbol.asyncDispose]()
    },
  }
}
