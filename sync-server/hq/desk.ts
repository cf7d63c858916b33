import type { Clock } from '#sync-server/clock.ts'
import type { Database } from '#sync-server/storage/database.ts'

/** What a command works with. */
export interface Desk {
  readonly clock: Clock
  /** Opened when a command first asks, so that help needs none. */
  readonly database: () => Promise<Database>
  /** What a desk may carry at most. */
  readonly mostRecords: () => number
  /** What the command answers; may be piped. */
  readonly out: (line: string) => void
  /** Progress and complaints. */
  readonly err: (line: string) => void
}

/** Exit codes. */
export const allDone = 0
export const failed = 1
export const someRefused = 3

export interface Command {
  /** What is typed: `device code`. */
  readonly words: string
  readonly usage: string
  readonly says: string
  readonly run: (args: readonly string[], desk: Desk) => Promise<number>
}
