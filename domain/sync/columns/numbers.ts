import { aDay } from '#domain/fields.ts'
import { oddsOf, type Coder, type Odds } from '#domain/sync/columns/coder.ts'
import { bitsFor, whole, type Known, type Scope } from '#domain/sync/columns/scope.ts'

/** So large, the difference of two is exact. */
export const isWhole = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 2 ** 51

/** So many leading bits of a number have odds; the others are chance. */
const learned = 3

export interface Numbers {
  readonly values: number[]
  /** What of them other columns can be told by. */
  readonly known: Known[]
}

type Base = (row: number, before: number) => number

/**
 * Whole numbers, each as how far it is from another one: from nothing, from the row before, or from what another column
 * says in the same row, the next or the one before; in steps that all of them have in common. `days`: instants are
 * known in ms, these count days.
 */
export function numbers(
  coder: Coder,
  given: readonly number[] | undefined,
  rows: number,
  { scope, days = false }: { readonly scope: Scope; readonly days?: boolean },
  fit: Distance | undefined = given === undefined ? undefined : distanceOf(given, scope, days),
): Numbers {
  const base = basesOf(scope, days)[whole(coder, fit?.base ?? 0)]
  if (base === undefined) throw new Error('these are no columns')
  const unit = whole(coder, fit?.unit ?? 0)
  const odds: StepOdds = { any: oddsOf(1), kind: oddsOf(7), leading: [] }
  const steps: number[] = []
  const values: number[] = []
  for (let row = 0, before = 0; row < rows; row++) {
    const from = base(row, before)
    const step = stepOf(coder, odds, given === undefined ? 0 : ((given[row] ?? 0) - from) / (unit || 1))
    steps.push(Math.abs(step))
    before = from + step * unit
    values.push(before)
  }
  const known = days ? values.map((value) => value * aDay) : values
  return { values, known: [{ numbers: () => known }, { numbers: () => steps }] }
}

interface StepOdds {
  readonly any: Odds
  readonly kind: Odds
  readonly leading: Odds[]
}

/** Whether it is any, how many bits it has and on which side of nothing it is, its leading bits, the rest. */
function stepOf(coder: Coder, odds: StepOdds, step: number): number {
  if (coder.symbol(odds.any, step === 0 ? 0 : 1) === 0) return 0
  const size = Math.abs(step)
  const kind = coder.symbol(odds.kind, bitsFor(size) * 2 - (step < 0 ? 1 : 0))
  const below = (kind - 1) >> 1
  const leading = Math.min(learned, below)
  const scale = 2 ** (below - leading)
  const top = coder.symbol(
    (odds.leading[kind] ??= oddsOf(leading)),
    Math.floor(size / scale) % (1 << leading),
  )
  const all = 2 ** below + top * scale + coder.raw(below - leading, size % scale)
  return kind % 2 === 1 ? -all : all
}

const nothing: Base = () => 0

function basesOf(scope: Scope, days: boolean): Base[] {
  const bases: Base[] = [nothing, (_, before) => before]
  for (const { numbers: known } of scope)
    if (known !== undefined)
      for (const shift of [0, 1, -1])
        bases.push((row, before) => {
          const value = known()[row + shift]
          if (value === undefined) return before
          return days ? Math.floor(value / aDay) : value
        })
  return bases
}

export interface Distance {
  readonly base: number
  readonly unit: number
  /** Bits in all. */
  readonly cost: number
}

/** So many rows are enough to see which bases come near, and which of those is the nearest. */
const [glance, sample] = [24, 200]

/** The base from which these are the nearest. */
export function distanceOf(given: readonly number[], scope: Scope, days = false): Distance {
  const bases = basesOf(scope, days)
  const stepFrom = (base: Base, row: number) =>
    (given[row] ?? 0) - base(row, row === 0 ? 0 : (given[row - 1] ?? 0))
  const roughly = (base: Base) => {
    let bits = 0
    for (let row = 0, every = Math.ceil(given.length / glance); row < given.length; row += every)
      bits += Math.log2(Math.abs(stepFrom(base, row)) + 1)
    return bits
  }
  const exactly = (base: number, every: number): Distance => {
    const steps: number[] = []
    for (let row = 0; row < given.length; row += every) steps.push(stepFrom(bases[base] ?? nothing, row))
    const unit = steps.reduce((common, step) => (common === 1 ? 1 : commonOf(common, Math.abs(step))), 0)
    const isExact = steps.every((step) => Math.abs(step) < 2 ** 52)
    return { base, unit, cost: isExact ? costOf(steps, unit || 1) : Infinity }
  }
  const near = bases
    .map((base, index) => ({ index, bits: roughly(base) }))
    .toSorted((a, b) => a.bits - b.bits)
    .slice(0, 3)
  const every = Math.ceil(given.length / sample)
  const best = near
    .map(({ index }) => exactly(index, every))
    .reduce((least, other) => (other.cost < least.cost ? other : least))
  const whole = every <= 1 ? best : exactly(best.base, 1)
  return whole.cost < Infinity ? whole : exactly(0, 1)
}

function commonOf(a: number, b: number): number {
  return b === 0 ? a : commonOf(b, a % b)
}

function costOf(steps: readonly number[], unit: number): number {
  const counts = new Float64Array(128)
  let cost = 0
  for (const step of steps) {
    const bits = bitsFor(Math.abs(step / unit))
    const kind = bits * 2 + (step < 0 ? 1 : 0)
    counts[kind] = (counts[kind] ?? 0) + 1
    cost += Math.max(0, bits - 1)
  }
  for (const count of counts) if (count > 0) cost += 8 - count * Math.log2(count / steps.length)
  return cost
}
