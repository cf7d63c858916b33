import type { Problem } from '#domain/problems.ts'
import type { Answer } from '#domain/sync/link.ts'

export interface TurnLimits {
  /** Fewer than the database's connections, so that nobody waits for one of those. */
  readonly atOnce: number
  /** How many may wait: their bodies are in memory. */
  readonly waiting: number
  /** ms; a desk gives up after thirty seconds without a word. */
  readonly longest: number
}

const limits: TurnLimits = { atOnce: 8, waiting: 1_000, longest: 10_000 }

/** So many requests are worked on at once; the others wait in the order of coming, or are asked to come later. [O18] */
export interface Turns {
  /** The refusal for whoever comes while the line is full; `undefined` when there is room. */
  full(): Problem | undefined
  take<T>(work: () => Promise<Answer<T>>): Promise<Answer<T>>
}

export function turnsOf({ atOnce, waiting, longest }: TurnLimits = limits): Turns {
  const state = { running: 0 }
  /** A `Set` keeps the order of coming, and whoever leaves is out of it at once. */
  const line = new Set<() => void>()

  const next = () => {
    const [first] = line
    if (first === undefined) state.running -= 1
    else first()
  }
  /** Whether the turn came in time. */
  const turn = async (): Promise<boolean> => {
    if (state.running < atOnce) {
      state.running += 1
      return true
    }
    if (line.size >= waiting) return false
    return new Promise((resolve) => {
      const leave = (came: boolean) => {
        clearTimeout(patience)
        line.delete(come)
        resolve(came)
      }
      const come = () => leave(true)
      const patience = setTimeout(() => leave(false), longest)
      line.add(come)
    })
  }
  return {
    full: () => (line.size < waiting ? undefined : comeLater()),
    async take(work) {
      if (!(await turn())) return { ok: false, problem: comeLater() }
      try {
        return await work()
      } finally {
        next()
      }
    },
  }
}

/** Five to fifteen seconds: who was refused in one second does not come back in one. */
function comeLater(): Problem {
  return { code: 'overloaded', retryAfter: 5 + Math.floor(Math.random() * 11) }
}
