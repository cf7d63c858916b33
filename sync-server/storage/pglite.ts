import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { Database } from './database.ts'
import { takeLock } from './lock.ts'
import { retrying } from './retry.ts'

const int8 = 20
const numeric = 1700

/**
 * PGlite in a folder, or in memory without one. It has one connection and takes its turns by itself; what it lacks is
 * a lock on its folder and fsync, so the lock is ours and the start warns.
 */
export async function openPglite(folder: string | undefined): Promise<Database> {
  const letGo = folder === undefined ? () => undefined : takeLock(join(folder, 'headquarters.lock'))
  try {
    const db = await PGlite.create({
      ...(folder === undefined ? {} : { dataDir: join(folder, 'database') }),
      parsers: { [int8]: Number, [numeric]: Number },
    })
    return databaseOf(db, letGo)
  } catch (error) {
    letGo()
    throw error
  }
}

function databaseOf(db: PGlite, letGo: () => void): Database {
  return {
    engine: 'pglite',
    query: async <R extends object>(text: string, values?: readonly unknown[]) =>
      (await db.query<R>(text, values as unknown[])).rows,
    transaction: (work) =>
      retrying(() =>
        db.transaction((tx) =>
          work({
            query: async <R extends object>(text: string, values?: readonly unknown[]) =>
              (await tx.query<R>(text, values as unknown[])).rows,
          }),
        ),
      ),
    close: async () => {
      if (!db.closed) await db.close()
      letGo()
    },
  }
}
