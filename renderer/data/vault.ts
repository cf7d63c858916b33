/** A secret that only a person's password opens: PBKDF2-SHA256 and AES-GCM, both from Web Crypto. */
export interface Vault {
  readonly salt: string
  readonly iterations: number
  readonly nonce: string
  readonly sealed: string
}

/** OWASP's figure for PBKDF2 with SHA-256. */
export const passwordRounds = 600_000

export interface VaultKey {
  readonly key: CryptoKey
  readonly salt: string
  readonly iterations: number
}

export function newRawKey(password: string, rounds: number): Promise<RawKey> {
  return rawKeyFrom(password, toText(crypto.getRandomValues(new Uint8Array(16))), rounds)
}

export async function seal({ key, salt, iterations: rounds }: VaultKey, secret: string): Promise<Vault> {
  const nonce = crypto.getRandomValues(new Uint8Array(12))
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce },
    key,
    new TextEncoder().encode(secret),
  )
  return { salt, iterations: rounds, nonce: toText(nonce), sealed: toText(new Uint8Array(sealed)) }
}

/** The secret and the key that opened it; `undefined` when the password is another one. */
export async function unseal(
  vault: Vault,
  password: string,
): Promise<{ key: VaultKey; raw: RawKey; secret: string } | undefined> {
  const raw = await rawKeyFrom(password, vault.salt, vault.iterations)
  const key = await keyOf(raw)
  try {
    const opened = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: toBytes(vault.nonce) },
      key.key,
      toBytes(vault.sealed),
    )
    return { key, raw, secret: new TextDecoder().decode(opened) }
  } catch {
    // AES-GCM says only that it does not fit: that is the answer.
    return undefined
  }
}

/** A key as it can itself be sealed. Once it is a `VaultKey` nobody reads it any more. */
export interface RawKey {
  readonly bits: string
  readonly salt: string
  readonly iterations: number
}

async function rawKeyFrom(password: string, salt: string, iterations: number): Promise<RawKey> {
  const text = new TextEncoder().encode(password)
  const secret = await crypto.subtle.importKey('raw', text, 'PBKDF2', false, ['deriveBits'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: toBytes(salt), iterations }
  const bits = new Uint8Array(await crypto.subtle.deriveBits(how, secret, 256))
  return { bits: toText(bits), salt, iterations }
}

export async function keyOf({ bits, salt, iterations }: RawKey): Promise<VaultKey> {
  const key = await crypto.subtle.importKey('raw', toBytes(bits), 'AES-GCM', false, ['encrypt', 'decrypt'])
  return { key, salt, iterations }
}

function toText(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}

function toBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}
