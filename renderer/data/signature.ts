import { ed25519 } from '@noble/curves/ed25519.js'

/** Whether headquarters signed exactly this text. Web Crypto knows Ed25519 only from Chromium 137 on, so a library does it. */
export function isSigned(
  text: string,
  signature: string | undefined,
  publicKeyHex: string | undefined,
): boolean {
  if (signature === undefined || publicKeyHex === undefined) return false
  try {
    return ed25519.verify(fromBase64(signature), new TextEncoder().encode(text), fromHex(publicKeyHex))
  } catch {
    // A signature or key of another length: not signed.
    return false
  }
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}

function fromHex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}
