import type { Problem } from '#domain/problems.ts'
import type { Answer } from '#domain/sync/link.ts'

export interface GateLimits {
  /** Fewer than the database's connections, so that nobody waits for one of those. */
  readonly atOnce: number
  /** How many may be here, at work or before it. */
  readonly most: number
  /** Bytes of their bodies, which are in memory. */
  readonly mostBytes: number
  /** ms; a desk gives up after thirty seconds without a word. [U7] */
  readonly longest: number
}

const limits: GateLimits = { atOnce: 8, most: 5_000, mostBytes: 64_000_000, longest: 20_000 }

/** So many requests are worked on at once; the others wait in the order of coming, or are asked to come later. [O18] */
export interface Gate {
  /** Lets somebody in whose body has so many bytes; the refusal when there is no room. Whoever is in leaves. */
  enter(bytes: number): Problem | undefined
  leave(bytes: number): void
  pass<T>(work: () => Promise<Answer<T>>): Promise<Answer<T>>
}

export function gateOf(
  { atOnce, most, mostBytes, longest }: GateLimits = limits,
  now: () => number = () => performance.now(),
): Gate {
  /** `pace`: ms from one who is through to the next while others wait, of about the last hundred. */
  const state = { inside: 0, bytes: 0, working: 0, pace: 0, lastThrough: 0 }
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
      if (queue.size === 0) state.lastThrough = now()
      queue.add(enter)
    })
  }
  /** Whoever is through hands the place to the first who waits. */
  const through = () => {
    const [first] = queue
    if (first === undefined) {
      state.working -= 1
      return
    }
    const at = now()
    state.pace += (at - state.lastThrough - state.pace) / 100
    state.lastThrough = at
    first()
  }
  /** About when those who wait will be through; at random, so that who was refused together does not come back together. */
  const comeLater = (): Problem => {
    const seconds = (queue.size * state.pace) / 1000
    return { code: 'overloaded', retryAfter: Math.ceil(Math.min(10, 1 + seconds) * (0.5 + Math.random())) }
  }
  return {
    enter(bytes) {
      const isFull = state.inside >= most || (state.inside > 0 && state.bytes + bytes > mostBytes)
      if (isFull) return comeLater()
      state.inside += 1
      state.bytes += bytes
      return undefined
    },
    leave(bytes) {
      state.inside -= 1
      state.bytes -= bytes
    },
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
