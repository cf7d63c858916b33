/** What a line of the index leads to. */
export interface Target {
  readonly kind: 'customer' | 'ticket'
  readonly id: string
}

interface Line {
  readonly text: string
  readonly target: Target
}

/**
 * A linear scan over one folded line a record: it beat every index library on start, memory and worst case
 * (research/client-performance.md 3).
 */
export interface SearchIndex {
  /** `key` names the line; putting it again replaces it. */
  put(key: string, words: string, digits: readonly string[], target: Target): void
  remove(key: string): void
  has(key: string): boolean
  /** Targets whose lines hold every term, each target once, those where a word begins or a number ends with a term first. */
  find(text: string, limit: number): { readonly targets: readonly Target[]; readonly more: boolean }
}

export function createSearchIndex(): SearchIndex {
  const lines = new Map<string, Line>()
  return {
    put(key, words, digits, target) {
      lines.set(key, { text: ` ${fold(words)} | ${digits.join(' ')} `, target })
    },
    remove: (key) => void lines.delete(key),
    has: (key) => lines.has(key),
    find(text, limit) {
      const terms = termsOf(text)
      if (terms.length === 0) return { targets: [], more: false }
      const found = new Map<string, { target: Target; rank: number }>()
      for (const line of lines.values()) {
        if (!terms.every((forms) => forms.some((form) => line.text.includes(form)))) continue
        const rank = terms.every((forms) => forms.some((form) => stands(line.text, form))) ? 0 : 1
        const known = found.get(line.target.id)
        if (known === undefined || known.rank > rank) found.set(line.target.id, { target: line.target, rank })
      }
      const ordered = [...found.values()].toSorted((a, b) => a.rank - b.rank)
      return { targets: ordered.slice(0, limit).map((each) => each.target), more: ordered.length > limit }
    },
  }
}

/** People say the last digits of a number. */
function stands(text: string, form: string): boolean {
  return text.includes(` ${form}`) || (/^\d/.test(form) && text.includes(`${form} `))
}

/** Lower case without accents; what is neither letter nor digit divides words. */
function fold(words: string): string {
  return words
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Each term with the forms under which it may stand in a line. A number written with spaces is one term. */
function termsOf(text: string): readonly (readonly string[])[] {
  if (/^[\d\s+().\-/]+$/.test(text)) {
    const digits = text.replace(/\D/g, '')
    return digits === '' ? [] : [numberForms(digits)]
  }
  return fold(text)
    .split(' ')
    .filter((term) => term !== '')
    .map((term) => (/^\d+$/.test(term) ? numberForms(term) : [term]))
}

/** `0817…`, `62817…` and `817…` are one number; the last digits of any number or code are found as they are. */
function numberForms(digits: string): readonly string[] {
  const national = digits.replace(/^(?:00)?62(?=8)|^0(?=8)/, '')
  return national === digits ? [digits] : [national, digits]
}
