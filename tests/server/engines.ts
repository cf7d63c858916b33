import { afterAll } from 'vitest'
import { postgresql, type Cluster } from './postgresql.ts'

export interface Engine {
  readonly name: 'pglite' | 'postgresql'
  /** A fresh database: its address, or `undefined` for one in memory. */
  url(): Promise<string | undefined>
  toString(): string
}

const cluster: { running: Promise<Cluster> | undefined } = { running: undefined }

afterAll(async () => {
  await (await cluster.running)?.[Symbol.asyncDispose]()
})

/** The same suite runs on both. PostgreSQL starts with the first that asks and stops with the file. */
export const engines: readonly Engine[] = [
  { name: 'pglite', url: () => Promise.resolve(undefined), toString: () => 'PGlite' },
  {
    name: 'postgresql',
    async url() {
      cluster.running ??= postgresql()
      return (await cluster.running).createDatabase()
    },
    toString: () => 'PostgreSQL',
  },
]
