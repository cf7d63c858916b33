import type { Problem } from '#domain/problems.ts'
import type { Answer } from '#domain/sync/link.ts'

export interface GateLimits {
  /** Fewer than the database's connections, so that nobody waits for one of those. */
  readonly atOnce: number
  /** How many may wait: their bodies are in memory. */
  readonly waiting: number
  /** ms; a desk gives up after thirty seconds without a word. [U7] */
  readonly longest: number
}

const limits: GateLimits = { atOnce: 8, waiting: 1_000, longest: 10_000 }

/** So many requests are worked on at once; the others wait in the order of coming, or are asked to come later. [O18] */
export interface Gate {
  /** The refusal for whoever comes while too many wait; `undefined` when there is room. */
  refusal(): Problem | undefined
  pass<T>(work: () => Promise<Answer<T>>): Promise<Answer<T>>
}

export function gateOf({ atOnce, waiting, longest }: GateLimits = limits): Gate {
  const state = { working: 0 }
  /** In the order of coming, and whoever gives up is out of it at once. */
  const queue = new Set<() => void>()

  /** Whether the gate opened in time. */
  const opened = (): Promise<boolean> => {
    if (state.working < atOnce) {
      state.working += 1
      return Promise.resolve(true)
    }
    return new Promise((resolve) => {
      const leave = (isOpen: boolean) => {
        clearTimeout(patience)
        queue.delete(enter)
        resolve(isOpen)
      }
      const enter = () => leave(true)
      const patience = setTimeout(() => leave(false), longest)
      queue.add(enter)
    })
  }
  /** Whoever is through hands the place to the first who waits. */
  const through = () => {
    const [first] = queue
    if (first === undefined) state.working -= 1
    else first()
  }
  return {
    refusal: () => (queue.size < waiting ? undefined : comeLater()),
    async pass(work) {
      if (!(await opened())) return { ok: false, problem: comeLater() }
      try {
        return await work()
      } finally {
        through()
      }
    },
  }
}

/** Five to fifteen seconds: those who were refused in one second do not come back in one. */
function comeLater(): Problem {
  return { code: 'overloaded', retryAfter: 5 + Math.floor(Math.random() * 11) }
}
