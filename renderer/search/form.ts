/** A text that may stand in a line. A term has at most two forms. */
export type Form = Uint8Array

/** Words of 32 bits in the head of a line. */
export const headWords = 2
/** In the first bits of a head stands where the line begins. */
const signed = 16
const bits = 32 * headWords - signed

/** Adds for every pair of neighbouring bytes between two places a bit to the head that begins at this one. */
export function sign(
  text: Uint8Array,
  from: number,
  to: number,
  into: Int32Array | number[],
  at: number,
): void {
  for (let n = from + 1; n < to; n++) {
    const pair = Math.imul(256 * (text[n - 1] ?? 0) + (text[n] ?? 0), 0x9e3779b1) >>> 16
    const bit = signed + ((pair * bits) >>> 16)
    const word = at + (bit >>> 5)
    into[word] = (into[word] ?? 0) | (1 << (bit & 31))
  }
}

/** The bits that the head of a line has in any case that holds a form of every term. */
export function neededBits(terms: readonly (readonly Form[])[]): readonly [number, number] {
  const needed: [number, number] = [0, 0]
  for (const forms of terms) {
    const common: [number, number] = [-1, -1]
    for (const form of forms) {
      const own: [number, number] = [0, 0]
      sign(form, 0, form.length, own, 0)
      common[0] &= own[0]
      common[1] &= own[1]
    }
    needed[0] |= common[0]
    needed[1] |= common[1]
  }
  return needed
}

/** Whether one of the forms stands between two places. */
export function holdsOne(bytes: Uint8Array, from: number, to: number, forms: readonly Form[]): boolean {
  for (let form = 0; form < forms.length; form++) {
    const text = forms[form]
    if (text !== undefined && stands(bytes, from, to, text)) return true
  }
  return false
}

function stands(bytes: Uint8Array, from: number, to: number, text: Uint8Array): boolean {
  const { length } = text
  const first = text[0]
  for (let at = from; at <= to - length; at++) if (bytes[at] === first && isAt(bytes, at, text)) return true
  return false
}

/** Whether a text stands at this place. */
export function isAt(bytes: Uint8Array, at: number, text: Uint8Array): boolean {
  for (let n = 0; n < text.length; n++) if (bytes[at + n] !== text[n]) return false
  return true
}
