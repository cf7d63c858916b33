import type { Database } from '#sync-server/storage/database.ts'
import { openPglite } from '#sync-server/storage/pglite.ts'
import { openPostgresql } from '#sync-server/storage/postgresql.ts'
import { empty } from './empty.ts'
import { createDatabaseIn } from './postgresql.ts'

/** In the place of an address: a PGlite in memory. */
export const inMemory = 'pglite:'

const spare: Database[] = []
const made = { databases: 0 }

/**
 * The database at an address. Without one its engine does not matter: the run's PostgreSQL has it
 * (`shared-postgresql.ts`), or a PGlite in memory where there is none.
 */
export async function testDatabase(url: string | undefined): Promise<Database> {
  if (url === inMemory) return reusable('pglite')
  if (url !== undefined) return openPostgresql(url, { serving: true })
  return reusable(process.env['LOKET_TEST_CLUSTER'] === undefined ? 'pglite' : 'postgresql')
}

/** Making one takes its time, so one that a test is through with is emptied and given to the next. */
async function reusable(engine: Database['engine']): Promise<Database> {
  const place = spare.findIndex((each) => each.engine === engine)
  const [left] = place === -1 ? [] : spare.splice(place, 1)
  const database = left ?? (await make(engine))
  const state = { open: true }
  const whileOpen = <T>(work: () => Promise<T>): Promise<T> =>
    state.open ? work() : Promise.reject(new Error('the database is closed'))
  return {
    engine,
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

async function make(engine: Database['engine']): Promise<Database> {
  if (engine === 'pglite') return openPglite(undefined)
  const folder = process.env['LOKET_TEST_CLUSTER'] ?? ''
  return openPostgresql(await createDatabaseIn(folder, `spare_${process.pid}_${(made.databases += 1)}`), {
    serving: true,
  })
}
