import type { Clock } from './clock.ts'
import type { Gate } from './gate.ts'
import type { Settings } from './settings.ts'
import type { Database } from './storage/database.ts'
import type { Pokes } from './sync/pokes.ts'
import type { Readiness } from './sync/readiness.ts'
import type { WrittenPages } from './sync/written-page.ts'

/** Where a fault is told, without what anybody typed. */
export interface Log {
  info(facts: object, sentence: string): void
  warn(facts: object, sentence: string): void
  error(facts: object, sentence: string): void
}

/** What every part of headquarters works with. */
export interface Headquarters {
  readonly database: Database
  readonly clock: Clock
  readonly settings: Settings
  readonly pokes: Pokes
  readonly readiness: Readiness
  readonly gate: Gate
  /** What was written for one desk and fits the next. */
  readonly pages: WrittenPages
  readonly log: Log
}
