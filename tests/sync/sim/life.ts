/** The program was killed: nothing that it still tries has an effect. */
export class Killed extends Error {
  override readonly name = 'Killed'
}

/** What a full disk says. */
export const diskFull = 'quota exceeded'

/** One run of a console, from its start to its end or its kill. Every effect on its disk passes here and is counted. */
export class Life {
  dead = false
  /** Effects until the kill; `Infinity` without one. */
  #left = Infinity
  /** Writes until one fails, and how many fail then. */
  #failing: { after: number; times: number } | undefined
  #later: (() => void)[] = []
  readonly #onDeath: () => void

  constructor(onDeath: () => void) {
    this.#onDeath = onDeath
  }

  killAfter(effects: number): void {
    this.#left = Math.min(this.#left, effects)
  }

  failAfter(writes: number, times: number): void {
    this.#failing = { after: writes, times }
  }

  /** The disk works again, and no kill is to come. */
  mend(): void {
    this.#failing = undefined
    this.#left = Infinity
  }

  kill(): void {
    if (this.dead) return
    this.dead = true
    this.#later = []
    this.#onDeath()
  }

  alive(): void {
    if (this.dead) throw new Killed('killed')
  }

  async read<T>(work: () => Promise<T>): Promise<T> {
    this.alive()
    const found = await work()
    this.alive()
    return found
  }

  /** A kill falls before the write or after it, in front of the answer. */
  async write<T>(work: () => Promise<T>): Promise<T> {
    this.#effect()
    if (this.#fails()) throw new Error(diskFull)
    const done = await work()
    this.#effect()
    return done
  }

  /** What the operating system does by itself soon after. */
  later(work: () => void): void {
    this.#later = [work]
  }

  soon(): void {
    for (const work of this.#later.splice(0)) work()
  }

  #effect(): void {
    this.alive()
    this.#left -= 1
    if (this.#left > 0) return
    this.kill()
    this.alive()
  }

  #fails(): boolean {
    if (this.#failing === undefined) return false
    this.#failing.after -= 1
    if (this.#failing.after > 0) return false
    this.#failing.times -= 1
    if (this.#failing.times <= 0) this.#failing = undefined
    return true
  }
}
