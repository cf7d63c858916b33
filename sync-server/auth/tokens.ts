import type { Person, Session } from '#domain/sync/session.ts'
import type { Headquarters } from '#sync-server/headquarters.ts'
import type { Sql } from '#sync-server/storage/database.ts'
import { addAccessToken, addRefreshToken } from '#sync-server/storage/sessions.ts'
import { hashOf, newSecret } from './secrets.ts'

/** A short access token and the refresh token that follows `parent`, both of this person on this device. */
export async function openSession(
  tx: Sql,
  { clock, settings }: Headquarters,
  deviceId: string,
  person: Person,
  parent?: string,
): Promise<Session> {
  const now = clock.now()
  const [accessToken, refreshToken] = [newSecret(clock), newSecret(clock)]
  const holder = { deviceId, staffId: person.id }
  const accessUntil = now + settings.accessMs
  await addAccessToken(tx, { ...holder, hash: hashOf(accessToken), expiresAt: accessUntil }, now)
  await addRefreshToken(
    tx,
    { ...holder, hash: hashOf(refreshToken), expiresAt: now + settings.refreshMs, parent },
    now,
  )
  return { accessToken, accessUntil, refreshToken, person }
}
