import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { oldestProtocol, protocolVersion } from '#domain/sync/session.ts'

export interface Settings {
  readonly host: string
  readonly port: number
  /** Folder of the embedded database. */
  readonly data: string
  readonly databaseUrl: string | undefined
  /** Folder of the console's built page. */
  readonly web: string | undefined
  readonly log: 'info' | 'warn' | 'silent'
  readonly accessMs: number
  readonly refreshMs: number
  /** A desk that would carry more records than this is not primed. */
  readonly mostRecords: number
  /** The oldest console that is still served. */
  readonly oldestProtocol: number
}

/** A setting that cannot be used. The message names the variable and says how to mend it. */
export class SettingsFault extends Error {
  override readonly name = 'SettingsFault'
}

type Environment = Readonly<Record<string, string | undefined>>

/** Headquarters' settings from the environment, read once and checked once. */
export function readSettings(env: Environment): Settings {
  return {
    host: env['LOKET_HOST'] ?? '127.0.0.1',
    port: whole(env, 'LOKET_PORT', 8750, 0, 65_535),
    data: resolve(env['LOKET_DATA'] ?? './.loket/headquarters'),
    databaseUrl: databaseUrl(env),
    web: web(env),
    log: logLevel(env),
    accessMs: whole(env, 'LOKET_ACCESS_MINUTES', 15, 1, 1_440) * 60_000,
    refreshMs: whole(env, 'LOKET_REFRESH_DAYS', 30, 1, 365) * 86_400_000,
    mostRecords: whole(env, 'LOKET_MOST_RECORDS', 1_000_000, 1, 100_000_000),
    oldestProtocol: whole(env, 'LOKET_OLDEST_PROTOCOL', oldestProtocol, oldestProtocol, protocolVersion),
  }
}

function whole(env: Environment, name: string, otherwise: number, least: number, most: number): number {
  const written = env[name]
  if (written === undefined || written === '') return otherwise
  const value = Number(written)
  if (/^\d+$/.test(written) && value >= least && value <= most) return value
  throw new SettingsFault(
    `${name} is “${written}”; set it to a whole number from ${least} to ${most}, or leave it out for ${otherwise}.`,
  )
}

function databaseUrl(env: Environment): string | undefined {
  const written = env['DATABASE_URL']
  if (written === undefined || written === '') return undefined
  // The address may hold a password, so it is not repeated.
  if (!/^postgres(ql)?:\/\//.test(written) || !URL.canParse(written))
    throw new SettingsFault(
      'DATABASE_URL is not an address of PostgreSQL; write it as postgres://user:password@host:5432/database, or leave it out for the embedded database.',
    )
  return written
}

function web(env: Environment): string | undefined {
  const written = env['LOKET_WEB']
  if (written === undefined || written === '') return undefined
  const folder = resolve(written)
  if (statSync(`${folder}/index.html`, { throwIfNoEntry: false })?.isFile() === true) return folder
  throw new SettingsFault(
    `LOKET_WEB is “${written}”, where there is no index.html; build the console first, or leave it out.`,
  )
}

function logLevel(env: Environment): Settings['log'] {
  const written = env['LOKET_LOG'] ?? 'info'
  if (written === 'info' || written === 'warn' || written === 'silent') return written
  throw new SettingsFault(`LOKET_LOG is “${written}”; set it to info, warn or silent.`)
}
