import type { Sql } from './database.ts'

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

export async function accessTokenOf(sql: Sql, hash: string, now: number): Promise<Holder | undefined> {
  const [row] = await sql.query<Holder>(
    `select device_id as "deviceId", staff_id as "staffId" from access_token where hash = $1 and expires_at > $2`,
    [hash, now],
  )
  return row
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
