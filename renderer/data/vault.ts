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

export function newVaultKey(password: string, rounds: number): Promise<VaultKey> {
  return keyFrom(password, toText(crypto.getRandomValues(new Uint8Array(16))), rounds)
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

/** The key and the secret; `undefined` when the password is another one. */
export async function unseal(
  vault: Vault,
  password: string,
): Promise<{ key: VaultKey; secret: string } | undefined> {
  const key = await keyFrom(password, vault.salt, vault.iterations)
  try {
    const opened = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: toBytes(vault.nonce) },
      key.key,
      toBytes(vault.sealed),
    )
    return { key, secret: new TextDecoder().decode(opened) }
  } catch {
    // AES-GCM says only that it does not fit: that is the answer.
    return undefined
  }
}

async function keyFrom(password: string, salt: string, rounds: number): Promise<VaultKey> {
  const raw = await crypto.subtle.importKey('raw', new TextEncoder().encode(password), 'PBKDF2', false, [
    'deriveKey',
  ])
  const key = await crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: toBytes(salt), iterations: rounds },
    raw,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
  return { key, salt, iterations: rounds }
}

function toText(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}

function toBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}
