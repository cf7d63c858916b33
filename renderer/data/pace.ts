import { largestBatch } from '#renderer/data/batch.ts'

/** Longer than this and an answer may not get through before the line goes: some lines are up for 20 seconds. */
const long = 8_000
const quick = 3_000

/** How much is asked for at once, by how the line took the last. [T9] */
export interface Pace {
  size(): number
  /** So many came whole, so long after they were asked for. */
  took(count: number, ms: number): void
  /** Nothing came, or it broke off. */
  failed(): void
}

/** Starts in the middle: half when it takes long, a quarter when it fails, and twice as much again when it is quick. */
export function pace({ first, most, least }: { first: number; most: number; least: number }): Pace {
  const state = { size: first }
  const change = (factor: number) => {
    state.size = Math.min(most, Math.max(least, Math.floor(state.size * factor)))
  }
  return {
    size: () => state.size,
    took(count, ms) {
      if (ms > long) change(1 / 2)
      // A few that came quickly say nothing of many.
      else if (ms < quick && count >= state.size / 2) change(2)
    },
    failed: () => change(1 / 4),
  }
}

export interface Paces {
  /** Operations in a batch. */
  readonly batch: Pace
  /** Changes in a page of the feed. */
  readonly page: Pace
  /** Records in a part of the snapshot. */
  readonly part: Pace
}

export function newPaces(): Paces {
  return {
    batch: pace({ first: largestBatch, most: largestBatch, least: 5 }),
    page: pace({ first: 500, most: 1000, least: 10 }),
    part: pace({ first: 250, most: 1000, least: 10 }),
  }
}
