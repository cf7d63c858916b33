/** ms: so far back counts how quickly it went. A line changes its speed, and what was an hour ago says nothing. */
const lately = 30_000
/** ms: of less than this nothing is told. The first answers bring little, and would promise minutes where it takes seconds. */
const soonest = 10_000

interface Seen {
  readonly at: number
  readonly left: number
}

export interface Forecast {
  /** So many records are left now. */
  saw(at: number, left: number): void
  /** ms until none is left, by what came lately; `undefined` while that cannot be told. */
  left(): number | undefined
}

/** How long a filling still takes: never told before something came, and told anew with each part. */
export function newForecast(): Forecast {
  const seen: Seen[] = []
  return {
    saw(at, left) {
      // A clock that was set back, or more to do than before: what was seen says nothing of what comes.
      const last = seen.at(-1)
      if (last !== undefined && (at < last.at || left > last.left)) seen.splice(0)
      seen.push({ at, left })
      // The newest that is older stays: between it and the last lies at least that time.
      while ((seen[1]?.at ?? Infinity) <= at - lately) seen.shift()
    },
    left() {
      const [first, last] = [seen[0], seen.at(-1)]
      if (first === undefined || last === undefined || last.left === first.left) return undefined
      const took = last.at - first.at
      return took < soonest ? undefined : Math.round((last.left * took) / (first.left - last.left))
    },
  }
}
