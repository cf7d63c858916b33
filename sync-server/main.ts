import type { FastifyInstance } from 'fastify'
import { buildApp } from './app.ts'
import { readSettings, SettingsFault, type Settings } from './settings.ts'
import type { Database } from './storage/database.ts'
import { FolderTaken } from './storage/lock.ts'
import { connectDatabase } from './storage/open.ts'

/** EX_CONFIG of sysexits: a service manager need not try again. */
const misconfigured = 78

try {
  await start(readSettings(process.env))
} catch (error) {
  const expected = error instanceof SettingsFault || error instanceof FolderTaken || isAddressFault(error)
  say(expected ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error))
  process.exit(expected ? misconfigured : 1)
}

async function start(settings: Settings): Promise<void> {
  const database = await connectDatabase(settings)
  if (database.engine === 'pglite')
    say(
      'The embedded database is for trying, developing and testing: it is not durable against power loss. Set DATABASE_URL to a PostgreSQL for real work.',
    )
  const app = await buildApp({ database, settings })
  stopOnSignal(app, database)
  // A database that is away is asked for again with every request.
  void app.inject({ method: 'GET', url: '/ready' }).then(({ statusCode }) => {
    if (statusCode !== 200) say('The database does not answer yet; headquarters goes on and asks again.')
  })
  const address = await app
    .listen({ host: settings.host, port: settings.port })
    .catch(async (error: unknown) => {
      await database.close()
      throw error
    })
  process.stdout.write(`Headquarters listens on ${address} (${database.engine}).\n`)
}

function stopOnSignal(app: FastifyInstance, database: Database): void {
  const state = { stopping: false }
  const stop = async () => {
    if (state.stopping) return
    state.stopping = true
    await app.close()
    await database.close()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop())
}

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
}

/** The port is taken or not ours to take. */
function isAddressFault(error: unknown): error is Error {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code !== 'EADDRINUSE' && code !== 'EACCES' && code !== 'EADDRNOTAVAIL') return false
  if (error instanceof Error) error.message += '; set LOKET_HOST and LOKET_PORT to an address that is free.'
  return true
}
