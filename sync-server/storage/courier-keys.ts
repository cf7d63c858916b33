import type { CourierKeys } from '#domain/courier/keys.ts'
import type { Sql } from './database.ts'

/** A desk's public keys; `undefined` before it told them. */
export async function courierKeysOf(sql: Sql, deviceId: string): Promise<CourierKeys | undefined> {
  const [keys] = await sql.query<CourierKeys>(
    'select courier_sign as sign, courier_box as box from device where id = $1 and courier_sign is not null',
    [deviceId],
  )
  return keys
}

/** A desk tells its keys once: whoever only borrows its session cannot put others in their place. Answers whether these hold. */
export async function takeCourierKeys(sql: Sql, deviceId: string, keys: CourierKeys): Promise<boolean> {
  await sql.query(
    'update device set courier_sign = $2, courier_box = $3 where id = $1 and courier_sign is null',
    [deviceId, keys.sign, keys.box],
  )
  const held = await courierKeysOf(sql, deviceId)
  return held?.sign === keys.sign && held.box === keys.box
}
