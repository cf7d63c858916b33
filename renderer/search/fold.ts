/**
 * One spelling for what sounds the same: lower case, no accents, no apostrophes, a doubled letter once, the old `oe dj tj`
 * as `u j c`. What else is neither letter nor digit divides words.
 */
export function fold(words: string): string {
  const lower = words.toLowerCase()
  const divided = isPlain.test(lower)
    ? lower.replace(/['`]/g, '').replace(/[^a-z0-9]+/g, ' ')
    : lower
        .normalize('NFD')
        .replace(/[\p{M}'`´‘’ʻʼ]/gu, '')
        .replace(/[łøđßı]/g, (letter) => whole[letter] ?? letter)
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
  return divided
    .replace(/oe|dj|tj|([a-z])\1+/g, (written, letter: string | undefined) => letter ?? today[written] ?? '')
    .trim()
}

const isPlain = /^[ -~]*$/
/** Letters whose stroke is no accent to Unicode. */
const whole: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ß: 's', ı: 'i' }
const today: Readonly<Record<string, string>> = { oe: 'u', dj: 'j', tj: 'c' }

/** The commonest name of all is written in a dozen ways, and mostly cut: Moh., Muh., Mochamad, Mukhammad, Mohammed, Mhd. */
const muhammad = /(?<![a-z])(?=[a-z]{3})m[ou]?[ck]?h(?:am?(?:[ae][dt]?)?)?d?(?![a-z])/g

/** A folded name with that one name also in its usual spelling. */
export function alsoMuhammad(folded: string): string {
  return folded.replace(muhammad, (written) => (written === 'muhamad' ? written : `${written} muhamad`))
}

/** Each term with the forms under which it may stand in a line, at most two. A number written with spaces is one term. */
export function termsOf(text: string): readonly (readonly string[])[] {
  const plain = text.toLowerCase().replace(/^\s*tel:/, '')
  if (/^[\d\s+().\-/]+$/.test(plain)) {
    const digits = plain.replace(/\D/g, '')
    return digits === '' ? [] : [numberForms(digits)]
  }
  return plain.split(/\s+/).flatMap((part) => (isCode.test(part) ? [codeForms(part)] : formsIn(part)))
}

/** Letters and digits together: a code without its dashes, whose parts were folded each for itself. */
const isCode = /^(?=.*\d)(?=.*[a-z])[a-z\d]+$/

function codeForms(code: string): readonly string[] {
  const folded = fold(code)
  return folded === code ? [code] : [folded, code]
}

function formsIn(part: string): readonly (readonly string[])[] {
  return fold(part)
    .split(' ')
    .filter((term) => term !== '')
    .map((term) => (/^\d+$/.test(term) ? numberForms(term) : alsoMuhammad(term).split(' ')))
}

/**
 * `0817…`, `62817…`, `+62 (0)817…` and `817…` are one number, `0401 31…` and `62401 31…` too; the last digits of any
 * number or code are found as they are.
 */
function numberForms(digits: string): readonly string[] {
  const national = digits.replace(/^(?:00)?620?(?=8)|^0(?=8|[1-9]\d{6})/, '')
  return national === digits ? [digits] : [national, digits]
}
