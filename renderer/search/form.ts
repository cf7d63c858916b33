/** A text that may stand in a line, with its signature. A term has at most two forms. */
export interface Form {
  readonly bytes: Uint8Array
  readonly low: number
  readonly high: number
}

/** For every pair of neighbouring letters of a text one bit of 64. */
export function signatureOf(text: Uint8Array, length = text.length): { low: number; high: number } {
  let low = 0
  let high = 0
  for (let n = 1; n < length; n++) {
    const pair = Math.imul(256 * (text[n - 1] ?? 0) + (text[n] ?? 0), 0x9e3779b1) >>> 26
    if (pair < 32) low |= 1 << pair
    else high |= 1 << (pair - 32)
  }
  return { low, high }
}

/** Whether one of the forms stands between two places. */
export function holdsOne(bytes: Uint8Array, from: number, to: number, forms: readonly Form[]): boolean {
  for (let form = 0; form < forms.length; form++) {
    const text = forms[form]?.bytes
    if (text !== undefined && stands(bytes, from, to, text)) return true
  }
  return false
}

function stands(bytes: Uint8Array, from: number, to: number, text: Uint8Array): boolean {
  const { length } = text
  const first = text[0]
  for (let at = from; at <= to - length; at++)
    if (bytes[at] === first && isAt(bytes, at, text, 0, length)) return true
  return false
}

/** Whether so many bytes of a text, from one of its places on, stand at this place. */
export function isAt(bytes: Uint8Array, at: number, text: Uint8Array, from: number, length: number): boolean {
  for (let n = 0; n < length; n++) if (bytes[at + n] !== text[from + n]) return false
  return true
}
