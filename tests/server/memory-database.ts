import type { Database } from '#sync-server/storage/database.ts'
import { openPglite } from '#sync-server/storage/pglite.ts'
import { empty } from '#tests/sync/sim/backup.ts'

const spare: Database[] = []

/** A PGlite in memory. Making one takes seconds, so one that a test is through with is emptied and given to the next. */
export async function memoryDatabase(): Promise<Database> {
  const database = spare.pop() ?? (await openPglite(undefined))
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
