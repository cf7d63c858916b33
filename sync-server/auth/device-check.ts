import type { Answer } from '#domain/sync/link.ts'
import type { Sql } from '#sync-server/storage/database.ts'
import { deviceOf, type Device } from '#sync-server/storage/devices.ts'
import { hashOf, sameHash } from './secrets.ts'

/** The device, when it has shown its secret and is not revoked. */
export async function checkDevice(sql: Sql, deviceId: string, deviceSecret: string): Promise<Answer<Device>> {
  const device = await provenDevice(sql, deviceId, deviceSecret)
  if (device === undefined) return { ok: false, problem: { code: 'device_unknown' } }
  return device.status === 'active'
    ? { ok: true, value: device }
    : { ok: false, problem: { code: 'device_revoked' } }
}

/** The device, when it has shown its secret and has lost its access. */
export async function checkEndedDevice(
  sql: Sql,
  deviceId: string,
  deviceSecret: string,
): Promise<Answer<Device>> {
  const device = await provenDevice(sql, deviceId, deviceSecret)
  if (device === undefined) return { ok: false, problem: { code: 'device_unknown' } }
  return device.status === 'active'
    ? { ok: false, problem: { code: 'not_permitted' } }
    : { ok: true, value: device }
}

async function provenDevice(sql: Sql, deviceId: string, deviceSecret: string): Promise<Device | undefined> {
  const device = await deviceOf(sql, deviceId)
  return device !== undefined && sameHash(device.secretHash, hashOf(deviceSecret)) ? device : undefined
}
