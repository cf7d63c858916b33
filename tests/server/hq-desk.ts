import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { CollectionName, RecordOf } from '#domain/entities.ts'
import type { Database } from '#sync-server/storage/database.ts'
import { prepareDatabase } from '#sync-server/storage/open.ts'
import type { Engine } from './engines.ts'
import { testClock, type TestClock } from './headquarters.ts'
import { runOn, type Ran } from './run-on.ts'
import { testDatabase } from './test-database.ts'

/** Headquarters' command line on a database of its own, with a folder for files. */
export interface HqDesk extends AsyncDisposable {
  readonly database: Database
  readonly clock: TestClock
  run(...args: string[]): Promise<Ran>
  /** Writes a file and answers its path. */
  file(name: string, text: string | Uint8Array): string
  all<C extends CollectionName>(collection: C): Promise<RecordOf<C>[]>
}

export const root = resolve(import.meta.dirname, '../..')
export const mappings = join(root, 'sync-server/mappings')

export async function hqDesk(engine?: Engine): Promise<HqDesk> {
  const clock = testClock()
  const database = await testDatabase(await engine?.url())
  await prepareDatabase(database, clock)
  const folder = mkdtempSync(join(tmpdir(), 'loket-hq-'))
  return {
    database,
    clock,
    run: (...args) => runOn({ database, clock }, args, 500),
    file(name, text) {
      const path = join(folder, name)
      writeFileSync(path, text)
      return path
    },
    async all<C extends CollectionName>(collection: C) {
      const rows = await database.query<{ body: RecordOf<C> }>(
        'select body from document where collection = $1 and not deleted order by id',
        [collection],
      )
      return rows.map(({ body }) => body)
    },
    async [Symbol.asyncDispose]() {
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
