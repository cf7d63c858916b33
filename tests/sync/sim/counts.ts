/** How often each thing happened, for the figures of a run. */
export class Counts {
  readonly #numbers = new Map<string, number>()

  add(what: string, times = 1): void {
    this.#numbers.set(what, (this.#numbers.get(what) ?? 0) + times)
  }

  merge(other: Counts): void {
    for (const [what, times] of other.#numbers) this.add(what, times)
  }

  entries(): (readonly [what: string, times: number])[] {
    return [...this.#numbers].toSorted(([a], [b]) => (a < b ? -1 : 1))
  }
}
