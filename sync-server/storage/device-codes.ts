import type { Sql } from './database.ts'

export interface DeviceCode {
  readonly hash: string
  readonly centreId: string
  readonly expiresAt: number
}

export async function addDeviceCode(sql: Sql, { hash, centreId, expiresAt }: DeviceCode): Promise<void> {
  await sql.query('insert into device_code (hash, centre_id, expires_at) values ($1, $2, $3)', [
    hash,
    centreId,
    expiresAt,
  ])
}

/** Uses a code up; the centre it is for, or `undefined` when it is unknown, used or expired. */
export async function useDeviceCode(tx: Sql, hash: string, now: number): Promise<string | undefined> {
  const [row] = await tx.query<{ centre_id: string }>(
    'update device_code set used_at = $2 where hash = $1 and used_at is null and expires_at > $2 returning centre_id',
    [hash, now],
  )
  return row?.centre_id
}
