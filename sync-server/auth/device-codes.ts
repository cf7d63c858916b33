import type { Clock } from '#sync-server/clock.ts'
import type { Sql } from '#sync-server/storage/database.ts'
import { addDeviceCode } from '#sync-server/storage/device-codes.ts'
import { centreOf } from '#sync-server/storage/people.ts'
import { hashOf } from './secrets.ts'

/** Crockford's letters: nothing that a person reads as something else. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code that enrols one device of a centre, once, within `ttl` ms; `undefined` when there is no such centre. */
export async function createDeviceCode(
  sql: Sql,
  clock: Clock,
  { centreId, ttl }: { readonly centreId: string; readonly ttl: number },
): Promise<string | undefined> {
  const centre = await centreOf(sql, centreId)
  if (centre === undefined) return undefined
  const code = newCode(clock, centre.code)
  await addDeviceCode(sql, { hash: codeHash(code), centreId, expiresAt: clock.now() + ttl })
  return code
}

/** `KDI-7F3K-9QXM`: which centre, and forty random bits. */
function newCode(clock: Clock, centreCode: string): string {
  const drawn = [...clock.random(8)].map((byte) => letters[byte % 32]).join('')
  return `${centreCode.toUpperCase()}-${drawn.slice(0, 4)}-${drawn.slice(4)}`
}

/** The same for every way in which a person types it: small letters, spaces, O for 0, I or L for 1. */
export function codeHash(typed: string): string {
  const read = typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return hashOf(read.replace(/O/g, '0').replace(/[IL]/g, '1'))
}
