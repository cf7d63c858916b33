import { openPglite } from '#sync-server/storage/pglite.ts'

/** Headquarters' database for questions in SQL. Headquarters must not run on it. */
export async function databaseIn(folder: string) {
  const database = await openPglite(folder)
  return {
    ask: (statement: string) => database.query(statement),
    /** How often each customer stands there whose name begins so, by name. */
    customersNamed: (start: string) =>
      database.query<{ name: string; n: number }>(
        `select body ->> 'name' as name, count(*)::int as n from document
         where collection = 'customers' and body ->> 'name' like $1 || '%' group by 1 order by 1`,
        [start],
      ),
    [Symbol.asyncDispose]: () => database.close(),
  }
}
