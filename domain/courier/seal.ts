import { ascii, boundOf, writeEnvelope, type CourierHeader, type Envelope } from '#domain/courier/envelope.ts'
import { joined } from '#domain/joined.ts'
import { fromHex, toHex } from '#domain/courier/hex.ts'
import type { Bytes, CourierPrimitives } from '#domain/courier/primitives.ts'

/** A side's own keys: an Ed25519 seed and an X25519 secret. */
export interface CourierSecrets {
  readonly sign: Bytes
  readonly box: Bytes
}

const keyLength = 32
const nonceLength = 12
const info = ascii('loket courier 1')

/** One file: packed lines, encrypted to one reader and signed by one writer. */
export async function sealFile(
  primitives: CourierPrimitives,
  { from, to }: { readonly from: Pick<CourierSecrets, 'sign'>; readonly to: { readonly box: string } },
  head: Omit<CourierHeader, 'ephemeral'>,
  packed: Bytes,
): Promise<Bytes> {
  const once = primitives.random(keyLength)
  const header: CourierHeader = { ...head, ephemeral: toHex(primitives.boxOf(once)) }
  const bound = boundOf(header)
  const cipher = await cipherOf(primitives, once, fromHex(to.box), header.ephemeral + to.box)
  if (cipher === undefined) throw new Error('the reader’s key is no key')
  const sealed = await primitives.encrypt(cipher.key, cipher.nonce, bound, packed)
  const signature = primitives.sign(from.sign, await signedText(primitives, bound, sealed))
  return writeEnvelope({ header, bound, sealed, signature }, primitives.sha256)
}

/** What was packed; `undefined` when the signature is not this writer’s or the file was not meant for this reader. */
export async function openFile(
  primitives: CourierPrimitives,
  { from, to }: { readonly from: { readonly sign: string }; readonly to: Pick<CourierSecrets, 'box'> },
  { header, bound, sealed, signature }: Envelope,
): Promise<Bytes | undefined> {
  const text = await signedText(primitives, bound, sealed)
  if (!primitives.isSigned(fromHex(from.sign), text, signature)) return undefined
  const own = toHex(primitives.boxOf(to.box))
  const cipher = await cipherOf(primitives, to.box, fromHex(header.ephemeral), header.ephemeral + own)
  return cipher && primitives.decrypt(cipher.key, cipher.nonce, bound, sealed)
}

/** A key that is used once: so its nonce may come from the same source. */
async function cipherOf(
  primitives: CourierPrimitives,
  secret: Bytes,
  box: Bytes,
  bothBoxes: string,
): Promise<{ readonly key: Bytes; readonly nonce: Bytes } | undefined> {
  const agreed = primitives.agree(secret, box)
  if (agreed === undefined) return undefined
  const derived = await primitives.derive(agreed, fromHex(bothBoxes), info, keyLength + nonceLength)
  return { key: derived.slice(0, keyLength), nonce: derived.slice(keyLength) }
}

async function signedText({ sha256 }: CourierPrimitives, bound: Bytes, sealed: Bytes): Promise<Bytes> {
  return joined(info, bound, await sha256(sealed))
}
