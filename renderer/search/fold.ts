/**
 * One spelling for what sounds the same: lower case, no accents, a doubled letter once, the old `oe dj tj` as `u j c`.
 * What is neither letter nor digit divides words.
 */
export function fold(words: string): string {
  const lower = words.toLowerCase()
  const divided = isPlain.test(lower)
    ? lower.replace(/[^a-z0-9]+/g, ' ')
    : lower
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
  return divided
    .replace(/oe|dj|tj|([a-z])\1+/g, (written, letter: string | undefined) => letter ?? today[written] ?? '')
    .trim()
}

const isPlain = /^[ -~]*$/
const today: Readonly<Record<string, string>> = { oe: 'u', dj: 'j', tj: 'c' }

/** The commonest name of all is written in a dozen ways, and mostly cut: Moh., Muh., Mochamad, Mohammed, Mhd. */
const muhammad = /(?<![a-z])(?=[a-z]{3})m[ou]?c?h(?:am?(?:[ae][dt]?)?)?d?(?![a-z])/g

/** A folded name with that one name also in its usual spelling. */
export function alsoMuhammad(folded: string): string {
  return folded.replace(muhammad, (written) => (written === 'muhamad' ? written : `${written} muhamad`))
}

/** Each term with the forms under which it may stand in a line. A number written with spaces is one term. */
export function termsOf(text: string): readonly (readonly string[])[] {
  if (/^[\d\s+().\-/]+$/.test(text)) {
    const digits = text.replace(/\D/g, '')
    return digits === '' ? [] : [numberForms(digits)]
  }
  return fold(text)
    .split(' ')
    .filter((term) => term !== '')
    .map((term) => (/^\d+$/.test(term) ? numberForms(term) : alsoMuhammad(term).split(' ')))
}

/** `0817…`, `62817…` and `817…` are one number; the last digits of any number or code are found as they are. */
function numberForms(digits: string): readonly string[] {
  const national = digits.replace(/^(?:00)?62(?=8)|^0(?=8)/, '')
  return national === digits ? [digits] : [national, digits]
}
