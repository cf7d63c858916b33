import { oddsOf, type Coder, type Odds } from '#domain/sync/columns/coder.ts'

/** What is known of the same rows already, so that a column can be told by another. */
export interface Known {
  /** Numbers, instants in ms. */
  readonly numbers?: () => readonly (number | undefined)[]
  /** Small whole numbers that say which value a row has; 0 where it has none. */
  readonly places?: () => readonly (number | undefined)[]
  readonly ids?: () => readonly (string | undefined)[]
}
export type Scope = readonly Known[]

/** The same for other rows: each is the row of these that `rows` names. Most of it nobody asks for. */
export const scopeAt = (scope: Scope, rows: readonly (number | undefined)[]): Scope =>
  scope.map(({ numbers, places: kinds, ids }) => ({
    ...(numbers === undefined ? {} : { numbers: once(() => at(numbers(), rows)) }),
    ...(kinds === undefined ? {} : { places: once(() => at(kinds(), rows)) }),
    ...(ids === undefined ? {} : { ids: once(() => at(ids(), rows)) }),
  }))

const at = <T>(values: readonly T[], rows: readonly (number | undefined)[]) =>
  rows.map((row) => (row === undefined ? undefined : values[row]))

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

/** With more kinds of values odds would have nothing to learn from. */
const mostPlaces = 256

/** So many bits has a whole number from 0 to 2 ** 53; a logarithm would round. */
export const bitsFor = (most: number): number =>
  most < 2 ** 32 ? 32 - Math.clz32(most) : 64 - Math.clz32(Math.floor(most / 2 ** 32))

/** A whole number from 0 to 2 ** 53 in few bits. */
export function whole(coder: Coder, value: number): number {
  const bits = coder.raw(6, bitsFor(value))
  return coder.raw(bits, value)
}

/**
 * Small whole numbers, one a row, each with the odds that it has beside what another column says of that row: of all
 * known ones the writer takes the one that tells most.
 */
export function places(
  coder: Coder,
  given: readonly number[] | undefined,
  { rows, bits, scope }: { readonly rows: number; readonly bits: number; readonly scope: Scope },
  fit: Fit | undefined = given === undefined ? undefined : fitOf(given, bits, scope),
): number[] {
  const beside = scope[whole(coder, fit?.beside ?? 0) - 1]?.places?.()
  const odds: Odds[] = []
  return Array.from({ length: rows }, (_, row) =>
    coder.symbol((odds[beside?.[row] ?? 0] ??= oddsOf(bits)), given?.[row] ?? 0),
  )
}

export interface Fit {
  readonly beside: number
  /** Bits in all. */
  readonly cost: number
}

/** Which known column tells most of these, and what they cost beside it. */
export function fitOf(given: readonly number[], bits: number, scope: Scope): Fit {
  let best: Fit = { beside: 0, cost: costOf(given, bits, undefined) }
  for (const [index, { places: beside }] of scope.entries()) {
    if (beside === undefined) continue
    const cost = costOf(given, bits, beside()) + 8
    if (cost < best.cost) best = { beside: index + 1, cost }
  }
  return best
}

/** What they come to when each is told by how often it came before, in bits. */
function costOf(
  given: readonly number[],
  bits: number,
  beside: readonly (number | undefined)[] | undefined,
): number {
  const groups = beside?.reduce<number>((most, group) => Math.max(most, group ?? 0), 0) ?? 0
  const counts = new Uint32Array((groups + 1) << bits)
  const totals = new Uint32Array(groups + 1)
  const rare = 2 ** -bits
  let cost = 0
  for (const [row, place] of given.entries()) {
    const group = beside?.[row] ?? 0
    const at = (group << bits) + place
    const count = counts[at] ?? 0
    const total = totals[group] ?? 0
    cost += Math.log2((total + 1) / (count + rare))
    counts[at] = count + 1
    totals[group] = total + 1
  }
  return cost
}

/** Places that other columns may stand beside. */
export const besides = (all: readonly number[], most: number): Known =>
  most < mostPlaces ? { places: () => all } : {}
