import { systemClock } from './clock.ts'
import { failed, type Desk } from './hq/desk.ts'
import { runHq } from './hq/run-hq.ts'
import { readSettings, SettingsFault } from './settings.ts'
import type { Database } from './storage/database.ts'
import { DatabaseUnreachable, isUnreachable } from './storage/faults.ts'
import { FolderTaken } from './storage/lock.ts'
import { openDatabase } from './storage/open.ts'

const opened: Database[] = []

const desk: Desk = {
  clock: systemClock,
  database: async () => {
    const database = opened[0] ?? (await openDatabase(readSettings(process.env), systemClock))
    if (opened.length === 0) opened.push(database)
    return database
  },
  mostRecords: () => readSettings(process.env).mostRecords,
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
}

try {
  process.exitCode = await runHq(process.argv.slice(2), desk)
} catch (error) {
  desk.err(sentenceOf(error))
  process.exitCode = failed
} finally {
  await opened[0]?.close()
}

function sentenceOf(error: unknown): string {
  if (error instanceof SettingsFault || error instanceof FolderTaken) return error.message
  if (error instanceof DatabaseUnreachable || isUnreachable(error))
    return 'Headquarters’ database does not answer; see that it runs and that DATABASE_URL is right.'
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
