import { ed25519, x25519 } from '@noble/curves/ed25519.js'
import type { Bytes, CourierPrimitives } from '#domain/courier/primitives.ts'

const owned = (bytes: Uint8Array): Bytes => new Uint8Array(bytes)
const digested = (buffer: ArrayBuffer): Bytes => new Uint8Array(buffer)
const cipherKey = (key: Bytes, use: 'encrypt' | 'decrypt') =>
  crypto.subtle.importKey('raw', key, 'AES-GCM', false, [use])

/** The curves from a library, since Web Crypto knows them only from Chromium 137 on; the rest from Web Crypto. */
export const webPrimitives: CourierPrimitives = {
  random: (count) => crypto.getRandomValues(new Uint8Array(count)),
  sha256: async (text) => digested(await crypto.subtle.digest('SHA-256', text)),
  async derive(secret, salt, info, length) {
    const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits'])
    const how = { name: 'HKDF', hash: 'SHA-256', salt, info }
    return digested(await crypto.subtle.deriveBits(how, key, 8 * length))
  },
  async encrypt(key, nonce, bound, plain) {
    const how = { name: 'AES-GCM', iv: nonce, additionalData: bound }
    return digested(await crypto.subtle.encrypt(how, await cipherKey(key, 'encrypt'), plain))
  },
  async decrypt(key, nonce, bound, sealed) {
    const how = { name: 'AES-GCM', iv: nonce, additionalData: bound }
    try {
      return digested(await crypto.subtle.decrypt(how, await cipherKey(key, 'decrypt'), sealed))
    } catch {
      // AES-GCM says only that it does not fit: that is the answer.
      return undefined
    }
  },
  boxOf: (secret) => owned(x25519.getPublicKey(secret)),
  agree(secret, box) {
    try {
      return owned(x25519.getSharedSecret(secret, box))
    } catch {
      // A point of low order, of which everybody knows what comes out.
      return undefined
    }
  },
  signerOf: (seed) => owned(ed25519.getPublicKey(seed)),
  sign: (seed, text) => owned(ed25519.sign(text, seed)),
  isSigned(signer, text, signature) {
    try {
      return ed25519.verify(signature, text, signer, { zip215: false })
    } catch {
      // A key that is no point: nobody signed with it.
      return false
    }
  },
}
