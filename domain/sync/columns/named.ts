import type { Coder } from '#domain/sync/columns/coder.ts'
import { besides, bitsFor, fitOf, places, type Known, type Scope } from '#domain/sync/columns/scope.ts'

export interface Texts {
  readonly values: string[]
  readonly known: Known
}

type Spell = (given: readonly string[] | undefined, rows: readonly number[]) => string[]

/** In more than so many rows of a hundred something new: a place for each costs more than it saves. */
const mostNew = 0.8

/** Texts, each spelled the first time and then named by its place. */
export function named(
  coder: Coder,
  given: readonly string[] | undefined,
  { rows, scope }: { readonly rows: number; readonly scope: Scope },
  spell: Spell,
): Texts {
  const own = given === undefined ? undefined : placesOf(given)
  const repeats = own !== undefined && own.most <= rows * mostNew
  const bits = coder.raw(5, repeats ? bitsFor(own.most) : 0)
  if (bits === 0) {
    const values = spell(
      given,
      Array.from({ length: rows }, (_, row) => row),
    )
    return { values, known: {} }
  }
  const told = own?.all.map((place, row) => (own.first[place - 1] === row ? 0 : place))
  // What stands beside a column says which value comes, also where it comes for the first time.
  const fit = own === undefined ? undefined : bits > 8 ? { beside: 0, cost: 0 } : fitOf(own.all, bits, scope)
  const first: number[] = []
  const all = places(coder, told, { rows, bits, scope }, fit).map((place, row) =>
    place === 0 ? first.push(row) : place,
  )
  const values = spell(given === undefined ? undefined : first.map((row) => given[row] ?? ''), first)
  return { values: all.map((place) => valueAt(values, place - 1)), known: besides(all, first.length) }
}

export interface Places {
  /** From 1, in the order of coming. */
  readonly all: readonly number[]
  /** The row where each came first. */
  readonly first: readonly number[]
  readonly most: number
}

export function placesOf(given: readonly string[]): Places {
  const known = new Map<string, number>()
  const first: number[] = []
  const all = given.map((value, row) => {
    const place = known.get(value)
    if (place !== undefined) return place
    known.set(value, first.push(row))
    return first.length
  })
  return { all, first, most: first.length }
}

function valueAt(values: readonly string[], place: number): string {
  const value = values[place]
  if (value === undefined) throw new Error('these are no columns')
  return value
}
