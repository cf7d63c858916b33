import type { Operation } from '#domain/sync/operation.ts'
import type { SimDesk } from './desk.ts'

/** One piece of work that some screen called saved. */
export interface Saved {
  readonly desk: SimDesk
  readonly operation: Operation
}

/** What the world's screens promised: the measure of everything afterwards. */
export class Ledger {
  readonly saved = new Map<string, Saved>()
  /** Operations that were written down though no screen called them saved: the kill came first. They may arrive or not. */
  readonly begun = new Set<string>()
  /** Values that a person's decision brought back: such a field may go to an older value. */
  readonly broughtBack = new Set<string>()
  /** The first thing that went wrong while the world ran. */
  broken: string | undefined

  fail(what: string): void {
    this.broken ??= what
  }
}
