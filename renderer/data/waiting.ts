import type { Surroundings } from '#renderer/data/machine.ts'

/** Every call ends in bounded time, ms. */
const longest = 300_000

/** Gives up on a line that says nothing any more. */
export interface Waiting {
  readonly signal: AbortSignal
  /** The same, or an error once nothing has come for too long: what carries it may not heed the signal. */
  orGiveUp<T>(coming: Promise<T>): Promise<T>
  /** Something came. */
  heard(): void
  over(): void
}

/** For `patience` ms nothing may come at all; a line that brings a little all the time is worth waiting for. [U7] */
export function waiting(after: Surroundings['after'], patience: number): Waiting {
  const stop = new AbortController()
  const tooLate = Promise.withResolvers<never>()
  tooLate.promise.catch(() => undefined)
  const giveUp = () => {
    stop.abort()
    tooLate.reject(new Error('the line says nothing any more'))
  }
  const atLast = after(longest, giveUp)
  const state = { cancel: after(patience, giveUp) }
  return {
    signal: stop.signal,
    orGiveUp: (coming) => Promise.race([coming, tooLate.promise]),
    heard() {
      state.cancel()
      state.cancel = after(patience, giveUp)
    },
    over() {
      state.cancel()
      atLast()
    },
  }
}
