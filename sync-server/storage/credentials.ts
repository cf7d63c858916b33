import type { Sql } from './database.ts'

export interface Credential {
  readonly staffId: string
  readonly username: string
  readonly passwordHash: string
}

/** People type their name in any case. */
const folded = (username: string) => username.trim().toLowerCase()

/** Gives a person a user name and a password, or others in place of the old ones. */
export async function setCredential(
  sql: Sql,
  { staffId, username, passwordHash }: Credential,
): Promise<void> {
  await sql.query(
    `insert into credential (staff_id, username, password_hash) values ($1, $2, $3)
     on conflict (staff_id) do update set username = excluded.username, password_hash = excluded.password_hash`,
    [staffId, folded(username), passwordHash],
  )
}

export async function credentialOf(sql: Sql, username: string): Promise<Credential | undefined> {
  const [row] = await sql.query<Credential>(
    `select staff_id as "staffId", username, password_hash as "passwordHash" from credential where username = $1`,
    [folded(username)],
  )
  return row
}

export interface Tries {
  readonly tries: number
  readonly lastAt: number
}

/** How often a name was tried on a device since it last succeeded. */
export async function triesOf(sql: Sql, deviceId: string, username: string): Promise<Tries> {
  const [row] = await sql.query<Tries>(
    `select tries, last_at as "lastAt" from sign_in_try where device_id = $1 and username = $2`,
    [deviceId, folded(username)],
  )
  return row ?? { tries: 0, lastAt: 0 }
}

/** Counts a try before the password is looked at, so that many at once do not pass together. */
export async function countTry(sql: Sql, deviceId: string, username: string, now: number): Promise<number> {
  await sql.query('delete from sign_in_try where device_id = $1 and last_at < $2', [
    deviceId,
    now - 86_400_000,
  ])
  const [row] = await sql.query<{ tries: number }>(
    `insert into sign_in_try (device_id, username, tries, last_at) values ($1, $2, 1, $3)
     on conflict (device_id, username) do update set tries = sign_in_try.tries + 1, last_at = excluded.last_at
     returning tries`,
    [deviceId, folded(username), now],
  )
  return row?.tries ?? 1
}

export async function forgetTries(sql: Sql, deviceId: string, username: string): Promise<void> {
  await sql.query('delete from sign_in_try where device_id = $1 and username = $2', [
    deviceId,
    folded(username),
  ])
}
