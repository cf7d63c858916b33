import { createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto'
import type { CatalogueRecord } from '#domain/catalogue/catalogue.ts'
import { canonicalRelease } from '#domain/catalogue/release.ts'

/** RFC 8410: what stands before the 32 bytes of an Ed25519 key in PKCS #8. */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

function keyOf(seed: string): KeyObject {
  return createPrivateKey({
    key: Buffer.concat([pkcs8, Buffer.from(seed, 'hex')]),
    format: 'der',
    type: 'pkcs8',
  })
}

/** The raw 32 bytes of the public key, hex. */
export function publicKeyOf(seed: string): string {
  return createPublicKey(keyOf(seed)).export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex')
}

/** Ed25519 over what the release says, base64. */
export function signRelease(
  seed: string,
  release: CatalogueRecord,
  offerings: readonly CatalogueRecord[],
): string {
  return sign(null, Buffer.from(canonicalRelease(release, offerings)), keyOf(seed)).toString('base64')
}
