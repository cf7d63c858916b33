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
  /** Targets whose lines hold every term, each target once, those that end with four to eight digits first, then those where a word begins with a term. */
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
      const last = lastDigits(terms)
      // The first ones that are more than enough end the scan.
      const ranks = [...(last === undefined ? [] : [[[encoder.encode(last)]]]), standing]
      const found = [...ranks, undefined].map(() => new Map<string, Target>())
      const visitAs = (kind: Target['kind']) => (page: Page, at: number) => {
        const rank = ranks.findIndex((terms) => page.holds(at, terms))
        const into = found.at(rank)
        if (into !== undefined && into.size <= limit) {
          const id = page.targetOf(at)
          into.set(`${kind} ${id}`, { kind, id })
        }
        return (found[0]?.size ?? 0) <= limit
      }
      void (
        lines.customers.scan(anywhere, visitAs('customer')) &&
        lines.subscriptions.scan(anywhere, visitAs('customer')) &&
        lines.tickets.scan(anywhere, visitAs('ticket'))
      )
      const targets = [...new Map(found.flatMap((each) => [...each])).values()]
      return { targets: targets.slice(0, limit), more: targets.length > limit }
    },
    customers: () => lines.customers.count,
  }
}

const encoder = new TextEncoder()

/** Of four to eight digits alone: with them a number ends, of however many they are the beginning. */
function lastDigits([forms = [], ...more]: readonly (readonly string[])[]): string | undefined {
  const digits = forms.at(-1) ?? ''
  return more.length === 0 && /^\d{4,8}$/.test(digits) ? `${digits} ` : undefined
}

/** A word begins with it; people say the last digits of a number. */
function standingForms(form: string): readonly string[] {
  return /^\d/.test(form) ? [` ${form}`, `${form} `] : [` ${form}`]
}
