import { openPglite } from '#sync-server/storage/pglite.ts'

/** Headquarters' database for questions in SQL. Headquarters must not run on it. */
export async function databaseIn(folder: string) {
  const database = await openPglite(folder)
  return {
    ask: (statement: string) => database.query(statement),
    [Symbol.asyncDispose]: () => database.close(),
  }
}
