import type { Clock } from '#sync-server/clock.ts'
import type { Database } from './database.ts'
import { ensureKeys } from './meta.ts'
import { migrate } from './migrate.ts'
import { openPglite } from './pglite.ts'
import { openPostgresql } from './postgresql.ts'

export interface Place {
  readonly databaseUrl: string | undefined
  /** The folder of PGlite when there is no `databaseUrl`. */
  readonly data: string
}

/** The engine that the settings name, for a server, not yet migrated: the database behind it may not be there yet. */
export async function connectDatabase(place: Place): Promise<Database> {
  return connected(place, { serving: true })
}

async function connected(
  { databaseUrl, data }: Place,
  use: { readonly serving: boolean },
): Promise<Database> {
  return databaseUrl === undefined ? openPglite(data) : openPostgresql(databaseUrl, use)
}

/** Tables and keys, made where they are missing. */
export async function prepareDatabase(database: Database, clock: Clock): Promise<void> {
  await migrate(database)
  await ensureKeys(database, clock)
}

/** Opened, migrated, with keys: for a command that works on headquarters' database by itself. */
export async function openDatabase(place: Place, clock: Clock): Promise<Database> {
  const database = await connected(place, { serving: false })
  try {
    await prepareDatabase(database, clock)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}
