import type { Surroundings } from '#renderer/data/machine.ts'
import { newIdFrom } from '#renderer/data/new-id.ts'
import { seeded } from '#tests/sync/seeded.ts'

interface Due {
  at: number
  readonly call: () => void
}

/** A clock that moves only when told to. Calls that are due run in the order of their times. */
export class FakeClock {
  #now: number
  readonly #due = new Set<Due>()

  constructor(now = Date.UTC(2026, 10, 23, 2)) {
    this.#now = now
  }

  now = (): number => this.#now

  after = (ms: number, call: () => void): (() => void) => {
    const due = { at: this.#now + ms, call }
    this.#due.add(due)
    return () => void this.#due.delete(due)
  }

  /** The PC's clock is set to another time; what waits goes on waiting as long as before. */
  jump(ms: number): void {
    this.#now += ms
    const due = [...this.#due].map((each) => Object.assign(each, { at: each.at + ms }))
    this.#due.clear()
    for (const each of due) this.#due.add(each)
  }

  /** Moves on by `ms` and calls what is due on the way. */
  pass(ms: number): void {
    const until = this.#now + ms
    for (;;) {
      const next = [...this.#due].filter((due) => due.at <= until).toSorted((a, b) => a.at - b.at)[0]
      if (next === undefined) break
      this.#due.delete(next)
      this.#now = Math.max(this.#now, next.at)
      next.call()
    }
    this.#now = until
  }
}

/** What a desk in a test gets from its surroundings: this clock, and ids and jitter from a seed. */
export function surroundings(clock: FakeClock, seed: number): Surroundings {
  const random = seeded(seed)
  return {
    now: clock.now,
    after: clock.after,
    random,
    // The field's number makes each sign-in of a test cost a quarter of a second.
    passwordRounds: 1000,
    newId: () =>
      newIdFrom(clock.now, (count) => Uint8Array.from({ length: count }, () => Math.floor(random() * 256))),
  }
}
