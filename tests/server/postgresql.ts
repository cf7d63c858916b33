import { execFile } from 'node:child_process'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'

const run = promisify(execFile)
export const binaries = '/usr/lib/postgresql/15/bin'

export interface Cluster extends AsyncDisposable {
  /** Where its socket is. */
  readonly folder: string
  /** A fresh, empty database; its address. */
  createDatabase(): Promise<string>
  stop(): Promise<void>
  start(): Promise<void>
}

/**
 * A real PostgreSQL in a folder of its own, on a Unix socket there; gone at the end. `durable`: each commit waits for the
 * disk, as an operator's does; tests do without.
 */
export async function postgresql({ durable = false } = {}): Promise<Cluster> {
  const folder = await mkdtemp(join(tmpdir(), 'loket-pg-'))
  const data = join(folder, 'data')
  if (isRoot) {
    const { stdout } = await run('id', ['-u', 'postgres'])
    await chown(folder, Number(stdout), -1)
  }
  await asOwner(
    'initdb',
    '-D',
    data,
    '-U',
    'loket',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--no-sync',
    '--no-instructions',
  )
  const start = () =>
    asOwner(
      'pg_ctl',
      '-D',
      data,
      '-w',
      '-l',
      join(folder, 'log'),
      '-o',
      `-k ${folder} -c listen_addresses= -c fsync=${durable ? 'on' : 'off'} -c max_connections=300`,
      'start',
    )
  const stop = () => asOwner('pg_ctl', '-D', data, '-w', '-m', 'fast', 'stop')
  await start()
  let databases = 0
  return {
    folder,
    start,
    stop,
    createDatabase: () => createDatabaseIn(folder, `test${(databases += 1)}`),
    async [Symbol.asyncDispose]() {
      await stop().catch(() => undefined)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A fresh, empty database of the cluster in a folder; its address. */
export async function createDatabaseIn(folder: string, name: string): Promise<string> {
  const admin = new Client({ connectionString: addressOf(folder, 'postgres') })
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.end()
  return addressOf(folder, name)
}

const isRoot = process.getuid?.() === 0
const addressOf = (folder: string, name: string) => `postgres://loket@localhost/${name}?host=${folder}`

/** PostgreSQL refuses to run as root. */
async function asOwner(program: string, ...args: string[]): Promise<void> {
  const command = [join(binaries, program), ...args]
  const [first = '', ...rest] = isRoot ? ['runuser', '-u', 'postgres', '--', ...command] : command
  await run(first, rest, { cwd: tmpdir() })
}

/** A copy of a database, as a backup is one; nobody may be connected to it. */
export async function copyOf(url: string, name: string): Promise<string> {
  const from = new URL(url)
  const source = from.pathname.slice(1)
  from.pathname = '/postgres'
  const admin = new Client({ connectionString: from.href })
  await admin.connect()
  await admin.query(`create database ${name} template ${source}`)
  await admin.end()
  from.pathname = `/${name}`
  return from.href
}
