import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  randomBytes,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto'
import type { Bytes, CourierPrimitives } from '#domain/courier/primitives.ts'

const cipher = 'aes-256-gcm'
const tagLength = 16

/** RFC 8410: what stands before the 32 bytes of a key, in PKCS #8 and in SubjectPublicKeyInfo. */
const before = {
  ed25519: { secret: '302e020100300506032b657004220420', shown: '302a300506032b6570032100' },
  x25519: { secret: '302e020100300506032b656e04220420', shown: '302a300506032b656e032100' },
} as const
type Curve = keyof typeof before

const der = (prefix: string, key: Bytes) => Buffer.concat([Buffer.from(prefix, 'hex'), key])
const secretKey = (curve: Curve, key: Bytes): KeyObject =>
  createPrivateKey({ key: der(before[curve].secret, key), format: 'der', type: 'pkcs8' })
const publicKey = (curve: Curve, key: Bytes): KeyObject =>
  createPublicKey({ key: der(before[curve].shown, key), format: 'der', type: 'spki' })
const shown = (curve: Curve, secret: Bytes): Bytes =>
  owned(createPublicKey(secretKey(curve, secret)).export({ format: 'der', type: 'spki' }).subarray(-32))

/** A buffer of Node may lie in memory that it shares. */
const owned = (bytes: Uint8Array): Bytes => new Uint8Array(bytes)

export const nodePrimitives: CourierPrimitives = {
  random: (count) => owned(randomBytes(count)),
  sha256: async (text) => owned(createHash('sha256').update(text).digest()),
  derive: async (secret, salt, info, length) =>
    new Uint8Array(hkdfSync('sha256', secret, salt, info, length)),
  async encrypt(key, nonce, bound, plain) {
    const sealing = createCipheriv(cipher, key, nonce).setAAD(bound)
    return owned(Buffer.concat([sealing.update(plain), sealing.final(), sealing.getAuthTag()]))
  },
  async decrypt(key, nonce, bound, sealed) {
    const tagAt = sealed.length - tagLength
    if (tagAt < 0) return undefined
    const opening = createDecipheriv(cipher, key, nonce, { authTagLength: tagLength })
      .setAAD(bound)
      .setAuthTag(sealed.subarray(tagAt))
    try {
      return owned(Buffer.concat([opening.update(sealed.subarray(0, tagAt)), opening.final()]))
    } catch {
      // GCM says only that it does not fit: that is the answer.
      return undefined
    }
  },
  boxOf: (secret) => shown('x25519', secret),
  agree(secret, box) {
    try {
      return owned(
        diffieHellman({ privateKey: secretKey('x25519', secret), publicKey: publicKey('x25519', box) }),
      )
    } catch {
      // A point of low order, of which everybody knows what comes out.
      return undefined
    }
  },
  signerOf: (seed) => shown('ed25519', seed),
  sign: (seed, text) => owned(sign(null, text, secretKey('ed25519', seed))),
  isSigned(signer, text, signature) {
    try {
      return verify(null, text, publicKey('ed25519', signer), signature)
    } catch {
      // A key that is no point: nobody signed with it.
      return false
    }
  },
}
