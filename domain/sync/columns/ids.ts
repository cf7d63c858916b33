import { oddsOf, type Coder, type Odds } from '#domain/sync/columns/coder.ts'
import { numbers } from '#domain/sync/columns/numbers.ts'
import { hex4 } from '#domain/sync/columns/hex.ts'
import { bitsFor, scopeAt, whole, type Known, type Scope } from '#domain/sync/columns/scope.ts'
import { named } from '#domain/sync/columns/named.ts'

const idForm = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/
export const isId = (value: unknown): value is string => typeof value === 'string' && idForm.test(value)

/** Of these the reader has all ids already. */
export interface Held {
  /** For whoever writes. */
  has(id: string): boolean
  /** For whoever reads: by its `shortOf`; nothing when there is none, or more than one. */
  of(short: number): string | undefined
  /** The ids that hang on another one, in an order that is the same for both. */
  under(id: string): readonly string[]
}

/** Columns name an id in short that the reader does not have, or has two of, or has another one for. */
export class NotHeld extends Error {
  override readonly name = 'NotHeld'
  constructor(options?: ErrorOptions) {
    super('an id is named that is not held', options)
  }
}

/** The last 32 bits of an id of version 7, which are chance: one in about 60,000 is shared among 75,000. */
export const shortOf = (id: string): number => parseInt(id.slice(28), 16)

const mostSiblings = 15

/** The ids of an answer. */
export interface Ids {
  /** Those that came, in the order of coming. */
  readonly all: string[]
  readonly places: Map<string, number>
  readonly held: Held | undefined
  readonly siblings: Odds
  /** A sum of 64 bits over what was told in short: the reader's ids must be the very same. */
  readonly sum: Uint32Array
}
export const noIds = (held: Held | undefined): Ids => ({
  all: [],
  places: new Map(),
  held,
  siblings: oddsOf(bitsFor(mostSiblings)),
  sum: Uint32Array.of(1, 1),
})

const timeOf = (id: string) => parseInt(id.slice(0, 8) + id.slice(9, 13), 16)

/** Of an id that the reader has, its place among those that hang on `parent`, or its short form. */
function short(coder: Coder, id: string | undefined, parent: string | undefined, seen: Ids): string {
  const siblings = parent === undefined ? [] : (seen.held?.under(parent).slice(0, mostSiblings) ?? [])
  const place = coder.symbol(seen.siblings, id === undefined ? 0 : siblings.indexOf(id) + 1)
  const told = place > 0 ? 0 : coder.raw(32, id === undefined ? 0 : shortOf(id))
  const found = id ?? (place > 0 ? siblings[place - 1] : seen.held?.of(told))
  if (found === undefined) throw new NotHeld()
  const { sum } = seen
  for (const part of [found.slice(0, 8), found.slice(9, 13) + found.slice(15, 18), found.slice(28)])
    sum[0] = Math.imul((sum[0] ?? 0) ^ parseInt(part, 16), 0x01000193)
  sum[1] = Math.imul(
    (sum[1] ?? 0) ^ (sum[0] ?? 0) ^ parseInt(found.slice(19, 23) + found.slice(24, 28), 16),
    0x01000193,
  )
  return found
}

/** On whose ids most of these hang: its place among what is known, from 1; 0 when on nobody's. */
function parentOf(given: readonly string[], scope: Scope, held: Held): number {
  const hang = scope.map(({ ids: known }) => {
    const parents = known?.() ?? []
    return given.filter((id, row) => held.under(parents[row] ?? '').includes(id)).length
  })
  return hang.reduce((best, many, index) => (many > (hang[best - 1] ?? 0) ? index + 1 : best), 0)
}

/** Ids of version 7: each time as far as it is from what is known, each chance once. */
export function ids(
  coder: Coder,
  given: readonly string[] | undefined,
  { rows, scope, seen }: { readonly rows: number; readonly scope: Scope; readonly seen: Ids },
): { values: string[]; known: Known[] } {
  const { values, known } = named(coder, given, { rows, scope }, (fresh, at) =>
    freshIds(coder, fresh, scopeAt(scope, at), at.length, seen),
  )
  let times: readonly number[] | undefined
  return { values, known: [{ ...known, ids: () => values, numbers: () => (times ??= values.map(timeOf)) }] }
}

function freshIds(
  coder: Coder,
  given: readonly string[] | undefined,
  scope: Scope,
  count: number,
  seen: Ids,
): string[] {
  const isSeen = oddsOf(1)
  const bits = bitsFor(seen.all.length)
  const isHeld = oddsOf(1)
  const { held } = seen
  const parent = held && whole(coder, given === undefined ? 0 : parentOf(given, scope, held))
  const parents = scope[(parent ?? 0) - 1]?.ids?.()
  const before = Array.from({ length: count }, (_, row) => {
    const id = given?.[row]
    const place = id === undefined ? undefined : seen.places.get(id)
    if (coder.symbol(isSeen, place === undefined ? 0 : 1) === 1) return seen.all[coder.raw(bits, place ?? 0)]
    if (held === undefined) return undefined
    const isShort = coder.symbol(isHeld, id !== undefined && held.has(id) ? 1 : 0) === 1
    return isShort ? short(coder, id, parents?.[row], seen) : undefined
  })
  const rows = before.flatMap((id, row) => (id === undefined ? [row] : []))
  const own = given === undefined ? undefined : rows.map((row) => given[row] ?? '')
  const times = numbers(coder, own?.map(timeOf), rows.length, { scope: scopeAt(scope, rows) }).values
  const made = times.map((time, row) => {
    const id = own?.[row]
    const part = (from: number, to: number) => (id === undefined ? 0 : parseInt(id.slice(from, to), 16))
    const high = Math.floor(time / 0x10000)
    const version = 0x7000 | coder.raw(12, part(15, 18))
    const variant = 0x8000 | coder.raw(14, part(19, 23) & 0x3fff)
    const first = coder.raw(16, part(24, 28))
    const rest = coder.raw(32, part(28, 36))
    return `${hex4(high >>> 16)}${hex4(high)}-${hex4(time)}-${hex4(version)}-${hex4(variant)}-${hex4(first)}${hex4(rest >>> 16)}${hex4(rest)}`
  })
  const next = made.values()
  const all = before.map((id) => id ?? (next.next().value as string))
  for (const id of all) if (!seen.places.has(id)) seen.places.set(id, seen.all.push(id) - 1)
  return all
}
