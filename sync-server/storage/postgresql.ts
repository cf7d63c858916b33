import { Pool, TypeOverrides, type QueryConfig } from 'pg'
import type { Database, Sql } from './database.ts'
import { retrying } from './retry.ts'

const int8 = 20
const numeric = 1700

interface Use {
  /** Statements keep their plans, and none walks through a table: right for a server's, wrong for a command that reads all. */
  readonly serving?: boolean
}

/** PostgreSQL by its address. Opening does not touch the line: a database that is down may come later. */
export function openPostgresql(url: string, { serving = false }: Use = {}): Database {
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
    ...(serving ? { options: '-c enable_seqscan=off', maxLifetimeSeconds: 3_600 } : {}),
  })
  const asked = serving ? named : unnamed
  // An idle connection that breaks is replaced by the pool; whoever asks next is told.
  pool.on('error', () => undefined)
  return {
    engine: 'postgresql',
    query: async <R extends object>(text: string, values?: readonly unknown[]) =>
      rowsOf<R>(await pool.query(asked(text, values))),
    transaction: (work) => retrying(() => transact(pool, asked, work)),
    close: () => pool.end(),
  }
}

async function transact<T>(pool: Pool, asked: Asked, work: (tx: Sql) => Promise<T>): Promise<T> {
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
        rowsOf<R>(await client.query(asked(text, values))),
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

type Asked = (text: string, values: readonly unknown[] | undefined) => QueryConfig<unknown[]>

const unnamed: Asked = (text, values) => (values === undefined ? { text } : { text, values: [...values] })

/** The texts are all in the code, so there are few. */
const names = new Map<string, string>()

/**
 * A statement with values keeps its plan on a connection, by its name: planning took more of the server's time than the
 * work itself.
 */
const named: Asked = (text, values) => {
  if (values === undefined || values.length === 0) return { text }
  const name = names.get(text) ?? `s${names.size}`
  names.set(text, name)
  return { text, values: [...values], name }
}

// The caller names the row's type beside its select; the engine cannot know it.
const rowsOf = <R extends object>(result: { rows: unknown[] }) => result.rows as R[]
