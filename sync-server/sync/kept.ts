/** What was worked out for one desk and fits the next one of its centre: the newest, up to so much of it. */
export interface Kept<T> {
  get(key: string): T | undefined
  set(key: string, value: T): void
}

/** `weightOf` in the unit of `most`; what was asked for longest ago goes first. */
export function keptUpTo<T>(most: number, weightOf: (value: T) => number): Kept<T> {
  const values = new Map<string, T>()
  let weight = 0
  const forget = (key: string, value: T) => {
    values.delete(key)
    weight -= weightOf(value)
  }
  return {
    get(key) {
      const value = values.get(key)
      if (value !== undefined) {
        values.delete(key)
        values.set(key, value)
      }
      return value
    },
    set(key, value) {
      const before = values.get(key)
      if (before !== undefined) forget(key, before)
      values.set(key, value)
      weight += weightOf(value)
      for (const [oldest, held] of values) {
        if (weight <= most) break
        forget(oldest, held)
      }
    },
  }
}
