import { existsSync } from 'node:fs'
import { binaries, postgresql } from './postgresql.ts'

/** Vitest's global set-up: one PostgreSQL for all tests that only need a headquarters, where the machine has it. */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (!existsSync(binaries)) return undefined
  const cluster = await postgresql()
  process.env['LOKET_TEST_CLUSTER'] = cluster.folder
  return async () => {
    await cluster[Symbol.asyncDispose]()
  }
}
