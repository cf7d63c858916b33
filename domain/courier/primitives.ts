/** Bytes of their own memory, as Web Crypto wants them. */
export type Bytes = Uint8Array<ArrayBuffer>

/**
 * What the courier's format needs of the machine: Web Crypto and a curve library on a desk, `node:crypto` at headquarters.
 * Keys are the raw 32 bytes.
 */
export interface CourierPrimitives {
  readonly random: (count: number) => Bytes
  readonly sha256: (text: Bytes) => Promise<Bytes>
  /** HKDF with SHA-256. */
  readonly derive: (secret: Bytes, salt: Bytes, info: Bytes, length: number) => Promise<Bytes>
  /** AES-256-GCM; the tag stands at the end. `bound` is authenticated with it. */
  readonly encrypt: (key: Bytes, nonce: Bytes, bound: Bytes, plain: Bytes) => Promise<Bytes>
  /** `undefined` when key, `bound` or text are not the ones it was made with. */
  readonly decrypt: (key: Bytes, nonce: Bytes, bound: Bytes, sealed: Bytes) => Promise<Bytes | undefined>
  /** X25519: the public half of a secret. */
  readonly boxOf: (secret: Bytes) => Bytes
  /** X25519: what both sides can compute and nobody else; `undefined` for a point that is none. */
  readonly agree: (secret: Bytes, box: Bytes) => Bytes | undefined
  /** Ed25519: the public half of a seed. */
  readonly signerOf: (seed: Bytes) => Bytes
  /** Ed25519. */
  readonly sign: (seed: Bytes, text: Bytes) => Bytes
  readonly isSigned: (signer: Bytes, text: Bytes, signature: Bytes) => boolean
}

/** Lines of JSON as few bytes: gzip on both sides. */
export interface Packing {
  readonly pack: (lines: AsyncIterable<string> | Iterable<string>) => Promise<Bytes>
  /** Throws when the bytes are no such lines, or more than `most` signs of text. */
  readonly unpack: (packed: Bytes, most: number) => AsyncIterable<string>
}
