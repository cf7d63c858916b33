import { termsOf } from '#renderer/search/fold.ts'
import { signatureOf, type Form } from '#renderer/search/form.ts'
import { indexed, type IndexedName } from '#renderer/search/line.ts'
import { PackedLines } from '#renderer/search/packed-lines.ts'

/** What a line of the index leads to. */
export interface Target {
  readonly kind: 'customer' | 'ticket'
  readonly id: string
}

/**
 * A linear scan over one folded line a record: it beat every index library on start, memory and worst case
 * (research/client-performance.md 3).
 */
export interface SearchIndex {
  /** A line that `packLine` made. Putting the line of a record again replaces it. */
  put(line: Uint8Array): void
  remove(collection: IndexedName, id: string): void
  /** Targets whose lines hold every term, each target once, those where a word begins or a number ends with a term first. */
  find(text: string, limit: number): { readonly targets: readonly Target[]; readonly more: boolean }
  /** How many customers have a line. */
  customers(): number
}

export function createSearchIndex(): SearchIndex {
  const lines = new PackedLines()
  return {
    put: (line) => lines.put(line),
    remove: (collection, id) => lines.remove(indexed.indexOf(collection), id),
    find(text, limit) {
      // What is longest is rarest.
      const terms = termsOf(text).toSorted(([a = ''], [b = '']) => b.length - a.length)
      if (terms.length === 0) return { targets: [], more: false }
      const anywhere = terms.map((forms) => forms.map(formOf))
      const standing = terms.map((forms) => forms.flatMap(standingForms).map(formOf))
      const best = new Map<string, Target>()
      const rest = new Map<string, Target>()
      lines.scan(anywhere, (line) => {
        const kind = lines.kindOf(line) === indexed.indexOf('tickets') ? 'ticket' : 'customer'
        const id = lines.targetOf(line)
        const into = lines.holds(line, standing) ? best : rest
        into.set(`${kind} ${id}`, { kind, id })
        return best.size <= limit
      })
      const found = [...new Map([...best, ...rest]).values()]
      return { targets: found.slice(0, limit), more: found.length > limit }
    },
    customers: () => lines.countOf(indexed.indexOf('customers')),
  }
}

const encoder = new TextEncoder()

function formOf(text: string): Form {
  const bytes = encoder.encode(text)
  return { bytes, ...signatureOf(bytes) }
}

/** A word begins with it; people say the last digits of a number. */
function standingForms(form: string): readonly string[] {
  return /^\d/.test(form) ? [` ${form}`, `${form} `] : [` ${form}`]
}
