import type { Database } from '#sync-server/storage/database.ts'
import { openPglite } from '#sync-server/storage/pglite.ts'
import { openPostgresql } from '#sync-server/storage/postgresql.ts'
import { empty } from '#tests/sync/sim/backup.ts'
import { createDatabaseIn } from './postgresql.ts'

const spare: Database[] = []
const made = { databases: 0 }

/**
 * A database for a headquarters whose engine does not matter: of the run's PostgreSQL (`shared-postgresql.ts`), or a
 * PGlite in memory. Making one takes its time, so one that a test is through with is emptied and given to the next.
 */
export async function spareDatabase(): Promise<Database> {
  const database = spare.pop() ?? (await make())
  const state = { open: true }
  const whileOpen = <T>(work: () => Promise<T>): Promise<T> =>
    state.open ? work() : Promise.reject(new Error('the database is closed'))
  return {
    engine: database.engine,
    query: (text, values) => whileOpen(() => database.query(text, values)),
    transaction: (work) => whileOpen(() => database.transaction(work)),
    async close() {
      if (!state.open) return
      state.open = false
      // What still runs is through before it; a database without its tables is of no use to anybody.
      await empty(database).then(
        () => spare.push(database),
        () => database.close(),
      )
    },
  }
}

async function make(): Promise<Database> {
  const folder = process.env['LOKET_TEST_CLUSTER']
  if (folder === undefined) return openPglite(undefined)
  return openPostgresql(await createDatabaseIn(folder, `spare_${process.pid}_${(made.databases += 1)}`))
}
