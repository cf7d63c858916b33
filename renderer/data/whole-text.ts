/** Every call ends in bounded time, ms. */
const longest = 300_000

/** Calls back once after `ms`; the answer takes it back. */
export type After = (ms: number, call: () => void) => () => void

export const afterReally: After = (ms, call) => {
  const timer = setTimeout(call, ms)
  return () => clearTimeout(timer)
}

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
export function waiting(after: After, patience: number): Waiting {
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

/** A body to its end, piece by piece, each of which renews the patience. */
export async function wholeText(response: Response, wait: Waiting): Promise<string> {
  if (response.body === null) return ''
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  const pieces: string[] = []
  for (;;) {
    wait.heard()
    const { done, value } = await wait.orGiveUp(reader.read())
    if (done) return pieces.join('')
    pieces.push(value)
  }
}
