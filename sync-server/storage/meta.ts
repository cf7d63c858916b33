import type { Clock } from '#sync-server/clock.ts'
import type { Sql } from './database.ts'

/** What this headquarters has once: the name of its history and its keys, hex. */
export interface Keys {
  readonly epoch: string
  /** Seed of the Ed25519 key that signs releases. */
  readonly release_seed: string
  /** Key of the NIK hash. */
  readonly nik_key: string
  /** Seed of the Ed25519 key that signs courier files. */
  readonly courier_seed: string
  /** X25519 secret to which desks write theirs. */
  readonly courier_box: string
}

export async function ensureKeys(sql: Sql, clock: Clock): Promise<void> {
  const hex = () => Buffer.from(clock.random(32)).toString('hex')
  const keys: Keys = {
    epoch: clock.newId(),
    release_seed: hex(),
    nik_key: hex(),
    courier_seed: hex(),
    courier_box: hex(),
  }
  await sql.query(
    'insert into meta (key, value) select k, v from unnest($1::text[], $2::text[]) as m(k, v) on conflict (key) do nothing',
    [Object.keys(keys), Object.values(keys)],
  )
}

export async function keysOf(sql: Sql): Promise<Keys> {
  const rows = await sql.query<{ key: string; value: string }>('select key, value from meta')
  // `ensureKeys` ran before anything else could ask.
  return Object.fromEntries(rows.map(({ key, value }) => [key, value])) as unknown as Keys
}
