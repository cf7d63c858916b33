import { joined } from '#domain/joined.ts'
import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { id, instant, oneOf, text } from '#domain/fields.ts'
import type { ProblemCode } from '#domain/problems.ts'
import { hexKey } from '#domain/courier/keys.ts'
import type { Bytes } from '#domain/courier/primitives.ts'

/** The newest form of the file that this program reads and the one that it writes. */
const courierFormat = 1

/** What stands open on the outside of a file: who wrote it to whom, and nothing about anybody's customers. */
export const CourierHeader = Type.Object({
  /** `work` goes from a desk to headquarters, `answer` the other way. */
  kind: oneOf(['work', 'answer']),
  /** Random; an answer names the file that it answers by it. */
  fileId: id(),
  deviceId: id(),
  label: text(16),
  /** Which headquarters: the key of its signature. */
  headquarters: hexKey(),
  createdAt: instant(),
  /** The sender's X25519 key for this one file. */
  ephemeral: hexKey(),
})
export type CourierHeader = Static<typeof CourierHeader>

export interface Envelope {
  readonly header: CourierHeader
  /** Everything before the sealed part, byte for byte: the cipher and the signature hold it. */
  readonly bound: Bytes
  readonly sealed: Bytes
  readonly signature: Bytes
}

/** As PNG's: a first byte that no text has, and line ends that a transfer as text would change. */
const magic = [0x89, 0x4c, 0x4b, 0x54, 0x0d, 0x0a, 0x1a, 0x0a]
const headerAt = magic.length + 3
const signatureLength = 64
const checksumLength = 32

type Sha256 = (text: Bytes) => Promise<Bytes>

/** `magic, format, length of the header, header`. */
export function boundOf(header: CourierHeader): Bytes {
  const written = ascii(JSON.stringify(header))
  return joined(
    Uint8Array.of(...magic, courierFormat, Math.trunc(written.length / 256), written.length % 256),
    written,
  )
}

/** `bound, sealed, signature, checksum`. */
export async function writeEnvelope({ bound, sealed, signature }: Envelope, sha256: Sha256): Promise<Bytes> {
  const signed = joined(bound, sealed, signature)
  return joined(signed, await sha256(signed))
}

/**
 * A file's parts. Of every format, also of those to come, the magic stands first, the format after it and the SHA-256 of
 * everything before at the end: so damage is told from a newer format and from a forgery.
 */
export async function readEnvelope(file: Bytes, sha256: Sha256): Promise<Envelope | ProblemCode> {
  if (!magic.every((byte, place) => file[place] === byte)) return 'courier_unreadable'
  const end = file.length - checksumLength
  if (end < headerAt || !equal(file.subarray(end), await sha256(file.slice(0, end)))) return 'courier_damaged'
  if (file[magic.length] !== courierFormat) return 'courier_newer'
  const sealedAt = headerAt + (file[headerAt - 2] ?? 0) * 256 + (file[headerAt - 1] ?? 0)
  const signatureAt = end - signatureLength
  const header = headerIn(file.subarray(headerAt, sealedAt))
  if (header === undefined || signatureAt < sealedAt) return 'courier_damaged'
  return {
    header,
    bound: file.slice(0, sealedAt),
    sealed: file.slice(sealedAt, signatureAt),
    signature: file.slice(signatureAt, end),
  }
}

function headerIn(written: Bytes): CourierHeader | undefined {
  try {
    const header: unknown = JSON.parse(String.fromCharCode(...written))
    return Value.Check(CourierHeader, header) ? header : undefined
  } catch {
    // Not JSON: no header.
    return undefined
  }
}

/** Text as bytes; what is no ASCII is escaped as JSON does it. */
export function ascii(text: string): Bytes {
  const plain = text.replace(
    /[\u0080-\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0))
}

function equal(a: Bytes, b: Bytes): boolean {
  return a.length === b.length && a.every((byte, place) => b[place] === byte)
}
