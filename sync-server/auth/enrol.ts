import type { Answer } from '#domain/sync/link.ts'
import type { Enrolment, EnrolRequest } from '#domain/sync/session.ts'
import type { Headquarters } from '#sync-server/headquarters.ts'
import { courierKeys } from '#sync-server/courier/keys.ts'
import { takeCourierKeys } from '#sync-server/storage/courier-keys.ts'
import { addDevice } from '#sync-server/storage/devices.ts'
import { useDeviceCode } from '#sync-server/storage/device-codes.ts'
import { keysOf } from '#sync-server/storage/meta.ts'
import { centreOf, type Centre } from '#sync-server/storage/people.ts'
import { publicKeyOf } from '#sync-server/release-key.ts'
import { codeHash } from './device-codes.ts'
import { hashOf, newSecret } from './secrets.ts'

/** A PC becomes a device of a centre by a one-time code. */
export async function enrol(hq: Headquarters, request: EnrolRequest): Promise<Answer<Enrolment>> {
  const { database, clock } = hq
  const deviceSecret = newSecret(clock)
  const enrolled = await database.transaction(async (tx) => {
    const centreId = await useDeviceCode(tx, codeHash(request.code), clock.now())
    const centre = centreId === undefined ? undefined : await centreOf(tx, centreId)
    if (centre === undefined) return undefined
    const device = await addDevice(tx, {
      id: clock.newId(),
      centreId: centre.id,
      prefix: labelPrefix(centre),
      name: request.name,
      secretHash: hashOf(deviceSecret),
      now: clock.now(),
    })
    if (request.courier !== undefined) await takeCourierKeys(tx, device.id, request.courier)
    return { centre, device }
  })
  if (enrolled === undefined) return { ok: false, problem: { code: 'enrolment_code_invalid' } }
  const { centre, device } = enrolled
  const keys = await keysOf(database)
  return {
    ok: true,
    value: {
      deviceId: device.id,
      deviceSecret,
      label: device.label,
      lastSeq: device.lastSeq,
      centre: { id: centre.id, name: centre.name, zone: centre.zone },
      releaseKey: publicKeyOf(keys.release_seed),
      nikKey: keys.nik_key,
      ...(request.courier === undefined ? {} : { courier: courierKeys(keys) }),
    },
  }
}

/** A label is one part of a human code, so it holds letters and digits only. */
function labelPrefix(centre: Centre): string {
  return centre.code
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 10)
}
