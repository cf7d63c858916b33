/**
 * The one way we store a telephone number, E.164, from any way people write it:
 * `0817 1234 567`, `62817-1234567`, `+62 817/1234567`, `8171234567`. `undefined` when it is no number.
 */
export function toE164(written: string): string | undefined {
  const kept = written.replace(/[\s().\-/]/g, '')
  if (!/^\+?\d{7,15}$/.test(kept)) return undefined
  if (kept.startsWith('+')) return kept
  if (kept.startsWith('00')) return `+${kept.slice(2)}`
  if (kept.startsWith('0')) return `+62${kept.slice(1)}`
  if (kept.startsWith('62')) return `+${kept}`
  if (kept.startsWith('8')) return `+62${kept}`
  return undefined
}

const mobile = /^\+628[1-35-9]\d{7,10}$/

/** A mobile number of Indonesia in E.164, or `undefined`. */
export function toMsisdn(written: string): string | undefined {
  const number = toE164(written)
  return number !== undefined && mobile.test(number) ? number : undefined
}

/** As people read it: `0817-1234-567`; a foreign number stays as it is. */
export function spoken(number: string): string {
  if (!number.startsWith('+62')) return number
  const local = `0${number.slice(3)}`
  return local.length < 9 ? local : `${local.slice(0, 4)}-${local.slice(4, 8)}-${local.slice(8)}`
}

/** For eyes that are not verified yet: `0817-****-567`; on paper, for its owner to recognise, with four digits. */
export function masked(number: string, tail: 3 | 4 = 3): string {
  const local = number.startsWith('+62') ? `0${number.slice(3)}` : number
  return `${local.slice(0, 4)}-****-${local.slice(-tail)}`
}

/** The digits that all ways of writing a number share, for searching: no country code, no leading zero. */
export function searchDigits(written: string): string {
  return written.replace(/\D/g, '').replace(/^(?:00)?62(?=8)|^0+/, '')
}
