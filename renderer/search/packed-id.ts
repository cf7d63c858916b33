const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/
const encoder = new TextEncoder()
const decoder = new TextDecoder()
/** More bytes than any id takes. */
export const longestId = 256

export function isUuid(id: string): boolean {
  return uuid.test(id)
}

/** Writes an id at this place and answers where it ends. A UUID takes 16 bytes instead of 36, another its text behind its length. */
export function writeId(id: string, into: Uint8Array, at: number): number {
  if (!isUuid(id)) {
    const { written } = encoder.encodeInto(id, into.subarray(at + 1))
    into[at] = written
    return at + 1 + written
  }
  let to = at
  for (let n = 0; n < id.length; n += 2) {
    if (id.charCodeAt(n) === dash) n += 1
    into[to++] = 16 * valueOf(id.charCodeAt(n)) + valueOf(id.charCodeAt(n + 1))
  }
  return to
}

const dash = 45
/** Of a hexadecimal digit. */
const valueOf = (letter: number) => (letter < 58 ? letter - 48 : letter - 87)

/** The id that was written at this place. */
export function readId(from: Uint8Array, at: number, isText: boolean): string {
  if (isText) return decoder.decode(from.subarray(at + 1, at + 1 + (from[at] ?? 0)))
  const digits = Array.from(from.subarray(at, at + 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [0, 8, 12, 16, 20].map((begin, n, all) => digits.slice(begin, all[n + 1] ?? 32)).join('-')
}

/** How many bytes an id takes that was written at this place. */
export function idLength(from: Uint8Array, at: number, isText: boolean): number {
  return isText ? 1 + (from[at] ?? 0) : 16
}
