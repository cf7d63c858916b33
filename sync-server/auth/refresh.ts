import type { Answer } from '#domain/sync/link.ts'
import type { RefreshRequest, Session } from '#domain/sync/session.ts'
import type { Headquarters } from '#sync-server/headquarters.ts'
import type { Sql } from '#sync-server/storage/database.ts'
import { staffOf } from '#sync-server/storage/people.ts'
import {
  endSessions,
  lockRefreshToken,
  markRefreshUsed,
  type RefreshToken,
} from '#sync-server/storage/sessions.ts'
import { checkDevice } from './device-check.ts'
import { hashOf } from './secrets.ts'
import { openSession } from './tokens.ts'

/** How long a used token still helps a desk that never got the answer. */
const grace = 3_600_000
const ended = { ok: false, problem: { code: 'session_expired' } } as const

/**
 * A new access token and a new refresh token for an old one. The answer may be lost on its way: until its successor
 * is used, the old one works again for an hour. One that comes after its successor was used is in wrong hands, and
 * all sessions of that person on that device end.
 */
export async function refresh(hq: Headquarters, request: RefreshRequest): Promise<Answer<Session>> {
  const device = await checkDevice(hq.database, request.deviceId, request.deviceSecret)
  if (!device.ok) return device
  return hq.database.transaction((tx) => rotate(tx, hq, device.value.id, hashOf(request.refreshToken)))
}

async function rotate(tx: Sql, hq: Headquarters, deviceId: string, hash: string): Promise<Answer<Session>> {
  const now = hq.clock.now()
  const token = await lockRefreshToken(tx, hash)
  if (token === undefined || token.deviceId !== deviceId || token.expiresAt <= now) return ended
  if (token.succeeded) {
    await endSessions(tx, token)
    return ended
  }
  if (!stillGood(token, now)) return ended
  const staff = await staffOf(tx, token.staffId)
  if (staff === undefined) return ended
  await markRefreshUsed(tx, hash, now)
  return { ok: true, value: await openSession(tx, hq, deviceId, staff, hash) }
}

function stillGood({ usedAt }: RefreshToken, now: number): boolean {
  return usedAt === null || now - usedAt <= grace
}
