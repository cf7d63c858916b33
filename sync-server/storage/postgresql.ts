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
    // A statement is planned once for all values. Were a table empty then, its plan would walk through it for good.
    options: '-c enable_seqscan=off',
    maxLifetimeSeconds: 3_600,
  })
  // An idle connection that breaks is replaced by the pool; whoever asks next is told.
  pool.on('error', () => undefined)
  return {
    engine: 'postgresql',
    query: async <R extends object>(text: string, values?: readonly unknown[]) =>
      rowsOf<R>(await pool.query(named(text, values))),
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
        rowsOf<R>(await client.query(named(text, values))),
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

/** The texts are all in the code, so there are few. */
const names = new Map<string, string>()

/**
 * A statement with values keeps its plan on a connection, by its name: planning took more of the server's time than the
 * work itself.
 */
function named(text: string, values: readonly unknown[] | undefined) {
  if (values === undefined || values.length === 0) return { text }
  const name = names.get(text) ?? `s${names.size}`
  names.set(text, name)
  return { text, values: values as unknown[], name }
}

// The caller names the row's type beside its select; the engine cannot know it.
const rowsOf = <R extends object>(result: { rows: unknown[] }) => result.rows as R[]
