import { setImmediate as turn } from 'node:timers/promises'

/** Still turns of the event loop after which nothing real is under way any more. */
const stillTurns = 3

const counted: Partial<Record<keyof SubtleCrypto, unknown>> = {}

/** Knows whether anything in the world still runs by itself, so that time moves on only when all of it waits for time. */
export class Activity {
  #happened = 0
  #running = 0

  happened(): void {
    this.#happened += 1
  }

  /** Counts a piece of real work (a read, a write, a request at headquarters) until it is over. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#happened += 1
    this.#running += 1
    try {
      return await work()
    } finally {
      this.#happened += 1
      this.#running -= 1
    }
  }

  /** Web Crypto works in threads of its own: its calls are counted like every other real work. */
  countCrypto(): void {
    const subtle = Object.getPrototypeOf(crypto.subtle) as SubtleCrypto
    for (const name of [
      'importKey',
      'deriveKey',
      'encrypt',
      'decrypt',
      'sign',
      'verify',
      'digest',
    ] as const) {
      const real = (counted[name] ??= subtle[name]) as (...args: unknown[]) => Promise<unknown>
      const count = (work: () => Promise<unknown>) => this.during(work)
      Object.defineProperty(subtle, name, {
        configurable: true,
        value(this: SubtleCrypto, ...args: unknown[]) {
          return count(() => real.apply(this, args))
        },
      })
    }
  }

  /** `busy`: whether somebody works whose work passes no counter. */
  async quiet(busy: () => boolean): Promise<void> {
    for (let still = 0, last = -1; still < stillTurns;) {
      await turn()
      still = this.#running === 0 && this.#happened === last && !busy() ? still + 1 : 0
      last = this.#happened
    }
  }
}
