import type { Keep } from '#renderer/data/machine.ts'

const freeTries = 5
const longestWait = 300_000

interface Tries {
  readonly failed: number
  readonly lastAt: number
}

/** Wrong passwords without a line: after five, each further one makes the next wait longer, up to five minutes. */
export function slowDown(keep: Keep, username: string) {
  const key = `tries:${username}`
  const tries = (): Tries => JSON.parse(keep.get(key) ?? '{"failed":0,"lastAt":0}') as Tries
  return {
    /** Seconds until the next try may be made; 0: now. A clock that was set back does not lock anybody out. */
    waitSeconds(now: number): number {
      const { failed, lastAt } = tries()
      if (failed < freeTries || now < lastAt) return 0
      const wait = Math.min(longestWait, 5_000 * 2 ** (failed - freeTries))
      return Math.max(0, Math.ceil((lastAt + wait - now) / 1000))
    },
    failed(now: number): void {
      keep.set(key, JSON.stringify({ failed: tries().failed + 1, lastAt: now }))
    },
    succeeded(): void {
      keep.set(key, JSON.stringify({ failed: 0, lastAt: 0 }))
    },
  }
}
