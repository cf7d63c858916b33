interface Due {
  readonly at: number
  readonly order: number
  readonly run: () => void | Promise<void>
}

/** The time of a simulated world: it moves only from one thing that is due to the next. */
export class Schedule {
  #now = 0
  #order = 0
  #due: Due[] = []

  /** ms since the world began. */
  get now(): number {
    return this.#now
  }

  /** Runs once after `ms`; the answer takes it back. */
  after(ms: number, run: () => void | Promise<void>): () => void {
    const due: Due = { at: this.#now + Math.max(0, Math.round(ms)), order: this.#order++, run }
    const place = this.#due.findLastIndex((other) => other.at <= due.at) + 1
    this.#due.splice(place, 0, due)
    return () => {
      this.#due = this.#due.filter((other) => other !== due)
    }
  }

  sleep(ms: number): Promise<void> {
    return new Promise((wake) => this.after(ms, wake))
  }

  /** Moves to what is due next, at most to `until`, and runs it; false when nothing is due before. */
  async step(until: number): Promise<boolean> {
    const [next] = this.#due
    if (next === undefined || next.at > until) {
      this.#now = Math.max(this.#now, until)
      return false
    }
    this.#due.shift()
    this.#now = next.at
    await next.run()
    return true
  }
}
