import type { Database, Sql } from '#sync-server/storage/database.ts'

type Fault = 'killed' | 'serialization' | 'bug'

/** A database whose server is killed, or which refuses statements, when told to. */
export class FaultyDatabase implements Database {
  readonly engine: Database['engine']
  readonly #inner: Database
  #armed: { fault: Fault; after: number; times: number } | undefined
  readonly #onKill: () => void

  constructor(inner: Database, onKill: () => void) {
    this.engine = inner.engine
    this.#inner = inner
    this.#onKill = onKill
  }

  /** From the `after`-th statement of operations on, `times` statements fail in this way. */
  arm(fault: Fault, after: number, times: number): void {
    this.#armed = { fault, after, times }
  }

  mend(): void {
    this.#armed = undefined
  }

  query<R extends object>(text: string, values?: readonly unknown[]): Promise<R[]> {
    return this.#inner.query(text, values)
  }

  transaction<T>(work: (tx: Sql) => Promise<T>): Promise<T> {
    return this.#inner.transaction(async (tx) => {
      const result = await work({
        query: <R extends object>(text: string, values?: readonly unknown[]) => {
          this.#strike()
          return tx.query<R>(text, values)
        },
      })
      // The last place before the commit.
      this.#strike()
      return result
    })
  }

  async close(): Promise<void> {
    // The world's database outlives the servers in front of it.
  }

  #strike(): void {
    const armed = this.#armed
    if (armed === undefined) return
    armed.after -= 1
    if (armed.after > 0) return
    armed.times -= 1
    if (armed.times <= 0 || armed.fault === 'killed') this.#armed = undefined
    if (armed.fault === 'killed') this.#onKill()
    throw errorOf(armed.fault)
  }
}

function errorOf(fault: Fault): Error {
  if (fault === 'bug') return new TypeError('a bug at headquarters')
  const code = fault === 'killed' ? 'ECONNRESET' : '40001'
  return Object.assign(new Error(fault), { code })
}
