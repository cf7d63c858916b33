import { Pool, TypeOverrides } from 'pg'
import type { Database, Sql } from './database.ts'
import { retrying } from './retry.ts'

const int8 = 20
const numeric = 1700

/** PostgreSQL by its address. Opening does not touch the line: a database that is down may come later. */
export function openPostgresql(url: string): Database {
  const types = new TypeOverrides()
  // Counters, instants in ms and sums of hashes all stay far below 2^53.
  types.setTypeParser(int8, Number)
  types.setTypeParser(numeric, Number)
  const pool = new Pool({
    connectionString: url,
    types,
    max: 10,
    connectionTimeoutMillis: 3_000,
    statement_timeout: 120_000,
    idle_in_transaction_session_timeout: 120_000,
    application_name: 'loket-headquarters',
  })
  // An idle connection that breaks is replaced by the pool; whoever asks next is told.
  pool.on('error', () => undefined)
  return {
    engine: 'postgresql',
    query: async <R extends object>(text: string, values?: readonly unknown[]) =>
      rowsOf<R>(await pool.query(text, values as unknown[])),
    transaction: (work) => retrying(() => transact(pool, work)),
    close: () => pool.end(),
  }
}

async function transact<T>(pool: Pool, work: (tx: Sql) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  const onError = (error: Error) => {
    broken = error
  }
  client.on('error', onError)
  try {
    await client.query('begin')
    const result = await work({
      query: async <R extends object>(text: string, values?: readonly unknown[]) =>
        rowsOf<R>(await client.query(text, values as unknown[])),
    })
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    client.off('error', onError)
    client.release(broken)
  }
}

// The caller names the row's type beside its select; the engine cannot know it.
const rowsOf = <R extends object>(result: { rows: unknown[] }) => result.rows as R[]
