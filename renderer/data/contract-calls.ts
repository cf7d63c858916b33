import type { Contact } from '#domain/contact/contact.ts'
import type { Subscription } from '#domain/subscription/subscription.ts'
import type { CustomerView, Done } from '#renderer/data/contract.ts'

/** The part of the door that is about telephone calls: `contract.ts` holds the rest. */

/** A customer whose number it is. */
export interface CallerMatch {
  readonly view: CustomerView
  /** The line with this very number. */
  readonly line?: Subscription
}

/** Who calls, and in how much of the world it was looked for. */
export interface CallerView {
  readonly number: string
  readonly matches: readonly CallerMatch[]
  readonly searched: number
  readonly asOf?: number
}

/** A call to this centre that nobody got to, while nobody has spoken with that number since. */
export interface MissedCall {
  readonly contact: Contact
  readonly customerName?: string
}

export interface CallQueries {
  /** Everybody with this number, as a customer's or as a line's; at most five. */
  caller(number: string): CallerView
  /** The last 24 hours', the newest first. */
  missedCalls(): readonly MissedCall[]
}

export interface CallCommands {
  /** A call that nobody took, as a contact of the signed-in person: it is in nobody's way and never lost. */
  recordMissedCall(call: { number: string; startedAt: number; endedAt: number }): Done<null>
}
