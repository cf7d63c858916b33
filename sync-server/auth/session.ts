import type { Answer } from '#domain/sync/link.ts'
import type { Headquarters } from '#sync-server/headquarters.ts'
import type { Device } from '#sync-server/storage/devices.ts'
import { staffFrom, type Staff } from '#sync-server/storage/people.ts'
import { standingOf } from '#sync-server/storage/sessions.ts'
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
  const standing = token === undefined ? undefined : await standingOf(database, hashOf(token), clock.now())
  if (standing === undefined) return ended
  const { device, staff } = standing
  if (device.status !== 'active') return { ok: false, problem: { code: 'device_revoked' } }
  const person = staff === null ? undefined : staffFrom(staff)
  return person === undefined ? ended : { ok: true, value: { device, staff: person } }
}
