import { randomBytes } from 'node:crypto'

/** What headquarters cannot compute: passed in everywhere, so that a test decides it. */
export interface Clock {
  /** ms UTC. */
  now(): number
  newId(): string
  random(bytes: number): Uint8Array
}

export const systemClock: Clock = {
  now: () => Date.now(),
  newId: () => uuidv7(Date.now(), randomBytes(10)),
  random: (bytes) => randomBytes(bytes),
}

/** UUID version 7: 48 bits of time first, so new rows stand beside each other in an index. */
function uuidv7(at: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(at) << 16n)
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Buffer.from(bytes).toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
