import { createHash, timingSafeEqual } from 'node:crypto'
import type { Clock } from '#sync-server/clock.ts'

/** 256 random bits as text: a device's secret, a token. */
export function newSecret(clock: Clock): string {
  return Buffer.from(clock.random(32)).toString('base64url')
}

/** What the database keeps of a secret. The secret has 256 random bits, so a plain hash is enough. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

export function sameHash(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}
