import { seeded } from '#tests/sync/seeded.ts'

/** What the desk is in the middle of when the kill comes. */
export const moments = ['start-up', 'capture', 'upload', 'answer', 'pull', 'priming', 'any'] as const
export type Moment = (typeof moments)[number]

export interface Round {
  readonly number: number
  readonly moment: Moment
  /** Milliseconds between the moment's sign and the kill. */
  readonly after: number
  /** Which of the moment's signs counts. */
  readonly sign: number
  /** Pieces of work taken without a line before it is restored; 0: the line is up all the time. */
  readonly backlog: number
  readonly killsHeadquarters: boolean
  /** Chromium's database is gone before this round starts. */
  readonly losesDatabase: boolean
}

/** How long after its sign a moment lasts, measured on an idle machine and doubled. */
const lasts: Readonly<Record<Moment, number>> = {
  'start-up': 2_500,
  capture: 80,
  upload: 120,
  answer: 60,
  pull: 80,
  priming: 150,
  any: 4_000,
}

/** The same rounds for the same seed. Every moment comes once before one comes again. */
export function planOf(seed: number, rounds: number): Round[] {
  const random = seeded(seed)
  const upTo = (most: number) => Math.floor(random() * most)
  const left: Moment[] = []
  const next = (): Moment => {
    if (left.length === 0) left.push(...moments)
    return left.splice(upTo(left.length), 1)[0] ?? 'any'
  }
  return Array.from({ length: rounds }, (_, index) => {
    const moment = next()
    return {
      number: index + 1,
      moment,
      after: upTo(lasts[moment]),
      sign: 1 + upTo(3),
      backlog: moment === 'priming' ? 0 : upTo(2) * (1 + upTo(4)),
      killsHeadquarters: upTo(4) === 0,
      losesDatabase: moment === 'priming' || upTo(8) === 0,
    }
  })
}
