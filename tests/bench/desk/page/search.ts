import { Index } from 'flexsearch'
import MiniSearch from 'minisearch'
import type { Customer } from '#domain/customer/customer.ts'
import type { Subscription } from '#domain/subscription/subscription.ts'
import { index, type Indexed } from '#renderer/search/fill-index.ts'
import { createSearchIndex } from '#renderer/search/search-index.ts'
import { make, sizesOf } from '#tests/bench/desk/rows.ts'

export type Engine = 'ours' | 'minisearch' | 'flexsearch'

interface Searching {
  add(record: Indexed): void
  find(text: string): readonly string[]
}

const shown = 20
/** The page keeps it, so that its memory can be measured. */
const kept: { engine?: Searching } = {}

/** Fills an index with customers and their lines of service. Answers ms, without the making of records. */
export function buildIndex(engine: Engine, customers: number): number {
  const built = engines[engine]()
  const sizes = sizesOf(customers)
  let ms = 0
  for (const collection of ['customers', 'subscriptions'] as const)
    for (let from = 0; from < customers; from += 1000) {
      const records = Array.from({ length: Math.min(1000, customers - from) }, (_, n) => {
        const record = make[collection](from + n, sizes) as Customer | Subscription
        return { collection, id: record.id, record }
      })
      const begin = performance.now()
      for (const record of records) built.add(record)
      ms += performance.now() - begin
    }
  kept.engine = built
  return ms
}

/** ms of each question, in the mixture of a counter, and of each change that is taken in. */
export function searchIndex(
  customers: number,
  asks: number,
): { finds: number[]; changes: number[]; found: number } {
  const { engine } = kept
  if (engine === undefined) throw new Error('no index was built')
  const sizes = sizesOf(customers)
  const finds: number[] = []
  const changes: number[] = []
  const expected = { found: 0 }
  for (let ask = 0; ask < asks; ask++) {
    const customer = make.customers((ask * 7919) % customers, sizes) as Customer
    const text = textFor(customer, ask)
    const begin = performance.now()
    const ids = engine.find(text)
    finds.push(performance.now() - begin)
    // Who has many namesakes may stand behind the first twenty.
    if (ids.includes(customer.id) || ids.length === shown) expected.found += 1
  }
  for (let n = 0; n < 100; n++) {
    const customer = make.customers((n * 37) % customers, sizes) as Customer
    const record = { ...customer, name: `${customer.name} ${n}` }
    const begin = performance.now()
    engine.add({ collection: 'customers', id: record.id, record })
    changes.push(performance.now() - begin)
  }
  return { finds, changes, found: expected.found / asks }
}

/** Numbers as far as they were typed, last digits, parts of names, and codes. */
function textFor({ name, phone = '', code }: Customer, ask: number): string {
  const [first = '', ...rest] = name.split(' ')
  const national = `0${phone.slice(3)}`
  const ways = [
    national.slice(0, 8 + (ask % 5)),
    phone.slice(-6),
    `${first.slice(0, 4)} ${rest.at(-1)?.slice(0, 4) ?? ''}`.trim(),
    name,
    code.slice(-6),
  ]
  return ways[ask % ways.length] ?? name
}

const wordsOf = ({ collection, record }: Indexed): { id: string; name: string; digits: string } => {
  if (collection === 'customers') {
    const { id, name, phone = '', code } = record as Customer
    const local = phone.slice(3)
    return { id, name: name.toLowerCase(), digits: `0${local} ${local.slice(-6)} ${code.slice(-6)}` }
  }
  const { id, msisdn = '', iccidTail = '' } = record as Subscription
  return { id, name: '', digits: `0${msisdn.slice(3)} ${msisdn.slice(-6)} ${iccidTail}` }
}

const engines: Readonly<Record<Engine, () => Searching>> = {
  ours() {
    const search = createSearchIndex()
    return {
      add: (record) => index(search, record),
      find: (text) => search.find(text, shown).targets.map(({ id }) => id),
    }
  },
  minisearch() {
    const mini = new MiniSearch<{ id: string; name: string; digits: string }>({
      fields: ['name', 'digits'],
      searchOptions: { prefix: true, combineWith: 'AND' },
    })
    return {
      add(record) {
        const words = wordsOf(record)
        if (mini.has(words.id)) mini.replace(words)
        else mini.add(words)
      },
      find: (text) =>
        mini
          .search(text.toLowerCase())
          .slice(0, shown)
          .map(({ id }) => String(id)),
    }
  },
  flexsearch() {
    const ids = new Map<string, number>()
    const list: string[] = []
    const flex = new Index({ tokenize: 'forward' })
    return {
      add(record) {
        const { id, name, digits } = wordsOf(record)
        const known = ids.get(id)
        if (known !== undefined) return void flex.update(known, `${name} ${digits}`)
        ids.set(id, list.length)
        flex.add(list.length, `${name} ${digits}`)
        list.push(id)
      },
      find: (text) => (flex.search(text, { limit: shown }) as number[]).map((n) => list[n] ?? ''),
    }
  },
}
