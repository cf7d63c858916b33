import { afterAll } from 'vitest'
import type { Database } from '#sync-server/storage/database.ts'
import { postgresql, type Cluster } from './postgresql.ts'
import { inMemory } from './test-database.ts'

export interface Engine {
  readonly name: Database['engine']
  /** Where a fresh database is; see `test-database.ts`. */
  url(): Promise<string>
  toString(): string
}

const cluster: { running: Promise<Cluster> | undefined } = { running: undefined }

afterAll(async () => {
  await (await cluster.running)?.[Symbol.asyncDispose]()
})

/** The same suite runs on both. PostgreSQL starts with the first that asks and stops with the file. */
export const engines: readonly Engine[] = [
  { name: 'pglite', url: () => Promise.resolve(inMemory), toString: () => 'PGlite' },
  {
    name: 'postgresql',
    async url() {
      cluster.running ??= postgresql()
      return (await cluster.running).createDatabase()
    },
    toString: () => 'PostgreSQL',
  },
]
