import { termsOf } from '#renderer/search/fold.ts'
import type { IndexedName } from '#renderer/search/line.ts'
import type { Page } from '#renderer/search/page.ts'
import { PagedLines } from '#renderer/search/paged-lines.ts'

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
  /** A page with the lines of records whose ids come behind those of all that are there. */
  add(collection: IndexedName, page: Page): void
  /** A line that `packLine` made. Putting the line of a record again replaces it. */
  put(collection: IndexedName, line: Uint8Array): void
  remove(collection: IndexedName, id: string): void
  /** Targets whose lines hold every term, each target once, those where a word begins or a number ends with a term first. */
  find(text: string, limit: number): { readonly targets: readonly Target[]; readonly more: boolean }
  /** How many customers have a line. */
  customers(): number
}

export function createSearchIndex(): SearchIndex {
  const lines: Readonly<Record<IndexedName, PagedLines>> = {
    customers: new PagedLines(),
    subscriptions: new PagedLines(),
    tickets: new PagedLines(),
  }
  return {
    add: (collection, page) => lines[collection].add(page),
    put: (collection, line) => lines[collection].put(line),
    remove: (collection, id) => lines[collection].remove(id),
    find(text, limit) {
      // What is longest is rarest.
      const terms = termsOf(text).toSorted(([a = ''], [b = '']) => b.length - a.length)
      if (terms.length === 0) return { targets: [], more: false }
      const anywhere = terms.map((forms) => forms.map((form) => encoder.encode(form)))
      const standing = terms.map((forms) => forms.flatMap(standingForms).map((form) => encoder.encode(form)))
      const best = new Map<string, Target>()
      const rest = new Map<string, Target>()
      const visitAs = (kind: Target['kind']) => (page: Page, at: number) => {
        const id = page.targetOf(at)
        const into = page.holds(at, standing) ? best : rest
        into.set(`${kind} ${id}`, { kind, id })
        return best.size <= limit
      }
      void (
        lines.customers.scan(anywhere, visitAs('customer')) &&
        lines.subscriptions.scan(anywhere, visitAs('customer')) &&
        lines.tickets.scan(anywhere, visitAs('ticket'))
      )
      const found = [...new Map([...best, ...rest]).values()]
      return { targets: found.slice(0, limit), more: found.length > limit }
    },
    customers: () => lines.customers.count,
  }
}

const encoder = new TextEncoder()

/** A word begins with it; people say the last digits of a number. */
function standingForms(form: string): readonly string[] {
  return /^\d/.test(form) ? [` ${form}`, `${form} `] : [` ${form}`]
}
