/** A text that may stand in a line. A term has at most two forms. */
export type Form = Uint8Array

/** Words of 16 bits in a signature. */
export const signatureWords = 3
const bits = 16 * signatureWords

/** Adds for every pair of neighbouring bytes between two places one bit to the signature at this place. */
export function sign(
  text: Uint8Array,
  from: number,
  to: number,
  into: Uint16Array | number[],
  at: number,
): void {
  for (let n = from + 1; n < to; n++) {
    const pair = Math.imul(256 * (text[n - 1] ?? 0) + (text[n] ?? 0), 0x9e3779b1) >>> 16
    const bit = (pair * bits) >>> 16
    const word = at + (bit >>> 4)
    into[word] = (into[word] ?? 0) | (1 << (bit & 15))
  }
}

/** The bits that a line has in any case that holds a form of every term. */
export function signatureOf(terms: readonly (readonly Form[])[]): number[] {
  const needed = [0, 0, 0]
  for (const forms of terms) {
    const common = forms.map((form) => {
      const own = [0, 0, 0]
      sign(form, 0, form.length, own, 0)
      return own
    })
    for (let word = 0; word < signatureWords; word++)
      needed[word] = (needed[word] ?? 0) | common.reduce((all, own) => all & (own[word] ?? 0), 0xffff)
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
