import type { CollectionName } from '#domain/entities.ts'
import type { ProblemCode } from '#domain/problems.ts'

/** How the first filling of the replica goes. */
export interface PrimingView {
  readonly stage: 'idle' | 'running' | 'waiting' | 'done'
  /** Customers are in: work may begin. */
  readonly usable: boolean
  /** ms until work may begin, by how quickly records came lately; absent while that cannot be told. */
  readonly usableIn?: number
  readonly parts: readonly {
    readonly collection: CollectionName
    readonly done: number
    readonly total: number
  }[]
  /** Why it waits. */
  readonly problem?: ProblemCode
}

/** The acknowledged truth about the line and the work; `unknown` until headquarters was asked. */
export interface SyncView {
  readonly link: 'up' | 'down' | 'unknown'
  readonly activity: 'idle' | 'sending' | 'pulling' | 'priming'
  /** Operations that headquarters has not answered finally. */
  readonly waiting: number
  readonly oldestWaitingAt?: number
  /** Operations that headquarters could not process five times; they wait for a person or a mended server. */
  readonly parked: number
  readonly openItems: number
  /** When headquarters last confirmed that this desk has everything. */
  readonly lastAcknowledgedAt?: number
  /** Count and digest of every collection agreed with headquarters after the last catching up. */
  readonly ready: boolean
  readonly problem?: ProblemCode
  /** Seconds by which this PC's clock is ahead of headquarters; a hint over 120, never a stop. */
  readonly clockAhead?: number
  /** Unsent work is kept outside of the browser's database too. False in a plain browser. */
  readonly journal: boolean
  readonly disk: 'enough' | 'warn' | 'stop'
  /** This PC's copy was lost and is filled anew; so many unsent pieces came back. Until somebody has read it. */
  readonly rebuilt?: { readonly at: number; readonly restored: number }
}

export interface OutboxRow {
  readonly opId: string
  readonly deviceSeq: number
  readonly kinds: readonly string[]
  readonly actorId: string
  readonly capturedAt: number
  /** `handed_in`: on its way to the supervisors, who decide about it. */
  readonly state: 'waiting' | 'parked' | 'handed_in' | 'accepted' | 'attention'
  readonly tries: number
  readonly problem?: ProblemCode
  /** The centre to which the customer had moved; the work is there. */
  readonly movedTo?: string
  /** The work itself, while it is parked: for reading. */
  readonly operation?: Readonly<Record<string, unknown>>
}
