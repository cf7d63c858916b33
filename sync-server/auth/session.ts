import type { Answer } from '#domain/sync/link.ts'
import type { Headquarters } from '#sync-server/headquarters.ts'
import { deviceOf, type Device } from '#sync-server/storage/devices.ts'
import { staffOf, type Staff } from '#sync-server/storage/people.ts'
import { accessTokenOf } from '#sync-server/storage/sessions.ts'
import { hashOf } from './secrets.ts'

/** Who asks, and from which device. */
export interface SignedIn {
  readonly device: Device
  readonly staff: Staff
}

const ended = { ok: false, problem: { code: 'session_expired' } } as const

/** The person and device behind an access token, as they are now. */
export async function sessionOf(
  { database, clock }: Headquarters,
  token: string | undefined,
): Promise<Answer<SignedIn>> {
  const holder = token === undefined ? undefined : await accessTokenOf(database, hashOf(token), clock.now())
  const device = holder === undefined ? undefined : await deviceOf(database, holder.deviceId)
  if (holder === undefined || device === undefined) return ended
  if (device.status !== 'active') return { ok: false, problem: { code: 'device_revoked' } }
  const staff = await staffOf(database, holder.staffId)
  return staff === undefined ? ended : { ok: true, value: { device, staff } }
}
