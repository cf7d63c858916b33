import type { Answer } from '#domain/sync/link.ts'
import type { Session, SignInRequest } from '#domain/sync/session.ts'
import type { Headquarters } from '#sync-server/headquarters.ts'
import { countTry, credentialOf, forgetTries, triesOf } from '#sync-server/storage/credentials.ts'
import { rememberPerson } from '#sync-server/storage/devices.ts'
import { staffOf, type Staff } from '#sync-server/storage/people.ts'
import { checkDevice } from './device-check.ts'
import { isPassword } from './passwords.ts'
import { openSession } from './tokens.ts'

const freeTries = 5
const firstPause = 15_000
const longestPause = 900_000

/** A person signs in on a device. Whatever of name, password, centre or activity is wrong, the answer and its time are the same. */
export async function signIn(hq: Headquarters, request: SignInRequest): Promise<Answer<Session>> {
  const { database, clock } = hq
  const { deviceId, username, password } = request
  const device = await checkDevice(database, deviceId, request.deviceSecret)
  if (!device.ok) return device
  const before = await triesOf(database, deviceId, username)
  const wait = pauseLeft(before, clock.now())
  if (wait > 0) return slowDown(wait)
  const tries = await countTry(database, deviceId, username, clock.now())
  // Others at the same instant: a burst gets no more tries than a queue.
  if (tries > freeTries && tries > before.tries + 1) return slowDown(firstPause)
  const credential = await credentialOf(database, username)
  const known = await isPassword(credential?.passwordHash, password)
  const staff = await staffOf(database, credential?.staffId ?? '')
  if (!known || staff === undefined || !mayServeAt(staff, device.value.centreId))
    return { ok: false, problem: { code: 'sign_in_failed' } }
  const session = await database.transaction(async (tx) => {
    await forgetTries(tx, deviceId, username)
    await rememberPerson(tx, deviceId, staff.id, clock.now())
    return openSession(tx, hq, deviceId, staff)
  })
  return { ok: true, value: session }
}

function slowDown(wait: number): Answer<never> {
  return { ok: false, problem: { code: 'sign_in_slow_down', retryAfter: Math.ceil(wait / 1000) } }
}

/** Admins go everywhere; everybody else serves at home. */
function mayServeAt(staff: Staff, centreId: string): boolean {
  return staff.role === 'admin' || staff.centreId === centreId
}

/** Five tries are free; each one after them doubles the pause. */
function pauseLeft(
  { tries, lastAt }: { readonly tries: number; readonly lastAt: number },
  now: number,
): number {
  if (tries < freeTries) return 0
  const pause = Math.min(firstPause * 2 ** (tries - freeTries), longestPause)
  return lastAt + pause - now
}
