import type { Reference } from '#domain/reference/reference.ts'
import type { Sql } from './database.ts'
import type { Device } from './devices.ts'

/** Whose token it is. Tokens are stored as hashes. */
export interface Holder {
  readonly deviceId: string
  readonly staffId: string
}

export interface NewToken extends Holder {
  readonly hash: string
  readonly expiresAt: number
}

/** Stores an access token and clears away the device's old ones. */
export async function addAccessToken(tx: Sql, token: NewToken, now: number): Promise<void> {
  await tx.query('delete from access_token where device_id = $1 and expires_at < $2', [
    token.deviceId,
    now - 86_400_000,
  ])
  await tx.query('insert into access_token (hash, device_id, staff_id, expires_at) values ($1, $2, $3, $4)', [
    token.hash,
    token.deviceId,
    token.staffId,
    token.expiresAt,
  ])
}

/** Whose access token it is; `staff` is the person's record. */
export interface Standing {
  readonly device: Device
  readonly staff: Reference | null
}

/** One statement, because every request of a desk begins with it. */
export async function standingOf(sql: Sql, hash: string, now: number): Promise<Standing | undefined> {
  const [row] = await sql.query<Device & Omit<Standing, 'device'>>(
    `select d.id, d.centre_id as "centreId", d.label, d.status, d.secret_hash as "secretHash", d.last_seq as "lastSeq",
       s.body as staff
     from access_token t join device d on d.id = t.device_id
     left join document s on s.collection = 'reference' and s.id = 'staff:' || t.staff_id and not s.deleted
     where t.hash = $1 and t.expires_at > $2`,
    [hash, now],
  )
  if (row === undefined) return undefined
  const { staff, ...device } = row
  return { device, staff }
}

/** Those of some access tokens, by hash, with which an active person may still read on an active device. */
export async function lastingAmong(sql: Sql, hashes: readonly string[], now: number): Promise<string[]> {
  const rows = await sql.query<{ hash: string }>(
    `select t.hash from access_token t join device d on d.id = t.device_id
     join document s on s.collection = 'reference' and s.id = 'staff:' || t.staff_id
     where t.hash = any($1::text[]) and t.expires_at > $2 and d.status = 'active'
       and not s.deleted and (s.body ->> 'active')::boolean`,
    [hashes, now],
  )
  return rows.map(({ hash }) => hash)
}

export interface RefreshToken extends Holder {
  readonly hash: string
  readonly expiresAt: number
  readonly usedAt: number | null
  /** A token that was given for this one has been used: its owner got it. */
  readonly succeeded: boolean
}

/** A refresh token, locked so that two uses of it come one after the other. */
export async function lockRefreshToken(tx: Sql, hash: string): Promise<RefreshToken | undefined> {
  const [row] = await tx.query<RefreshToken>(
    `select hash, device_id as "deviceId", staff_id as "staffId", expires_at as "expiresAt", used_at as "usedAt",
       exists (select 1 from refresh_token n where n.parent = t.hash and n.used_at is not null) as succeeded
     from refresh_token t where hash = $1 for update of t`,
    [hash],
  )
  return row
}

export async function addRefreshToken(
  tx: Sql,
  token: NewToken & { readonly parent: string | undefined },
  now: number,
): Promise<void> {
  await tx.query('delete from refresh_token where device_id = $1 and expires_at < $2', [token.deviceId, now])
  await tx.query(
    'insert into refresh_token (hash, device_id, staff_id, expires_at, parent) values ($1, $2, $3, $4, $5)',
    [token.hash, token.deviceId, token.staffId, token.expiresAt, token.parent ?? null],
  )
}

export async function markRefreshUsed(tx: Sql, hash: string, now: number): Promise<void> {
  await tx.query('update refresh_token set used_at = $2 where hash = $1 and used_at is null', [hash, now])
}

/** Ends everything that a person has open on a device. */
export async function endSessions(tx: Sql, { deviceId, staffId }: Holder): Promise<void> {
  await tx.query('delete from refresh_token where device_id = $1 and staff_id = $2', [deviceId, staffId])
  await tx.query('delete from access_token where device_id = $1 and staff_id = $2', [deviceId, staffId])
}
