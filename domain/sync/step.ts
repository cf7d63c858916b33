import type { Static, TObject } from 'typebox'
import type { ProblemCode } from '#domain/problems.ts'
import type { Role } from '#domain/staff/roles.ts'
import type { FieldConflict } from '#domain/item/item.ts'
import type { Records, Ref, Write } from '#domain/sync/records.ts'

/** Who did it, where and when: everything that a step may use besides its payload and the records. */
export interface StepContext {
  readonly opId: string
  /** Its place in the operation; ids of records that it derives hold it. */
  readonly index: number
  readonly actorId: string
  readonly centreId: string
  /** `capturedAt` of the operation, ms UTC. */
  readonly at: number
}

/** Something that a person has to look at, though the rest of the step took effect. */
export interface Attention {
  readonly kind: 'conflict' | 'transition' | 'match'
  readonly problem: ProblemCode
  readonly subject: Ref
  readonly customerId?: string | undefined
  readonly fields?: readonly FieldConflict[]
}

/** The same, and at which step of its operation. */
export type PlacedAttention = Attention & { readonly index: number }

export type StepOutcome =
  | {
      readonly done: true
      readonly writes: readonly Write[]
      readonly merged?: boolean
      readonly attention?: readonly Attention[]
    }
  | { readonly done: false; readonly problem: ProblemCode }

/** A version of a kind that a console which was away for a while still sends. */
export interface OlderVersion {
  readonly v: number
  readonly payload: TObject
  /** The same wish in the words of the next version. Pure. */
  readonly upgrade: (payload: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>
}

/**
 * One kind of change, defined once and run twice: at once on the desk, again on the truth at headquarters.
 * `apply` is pure, and applying it to records that already hold its effect changes nothing.
 */
export interface StepKind<K extends string = string, P extends TObject = TObject> {
  readonly kind: K
  readonly v: number
  /** The first protocol whose headquarters knows this version; 1 without it. */
  readonly since?: number
  /** The versions before it, the newest first; each stays for the 12 months that a desk may be away. */
  readonly older?: readonly OlderVersion[]
  readonly payload: P
  /** Whether a person of this role may do this. */
  readonly permits: (role: Role, payload: Static<P>) => boolean
  /** Every record that `apply` reads or writes. */
  readonly touches: (payload: Static<P>, context: StepContext) => readonly Ref[]
  /** Those of them that it never writes: they must exist, and that is all. */
  readonly onlyReads?: (payload: Static<P>) => readonly Ref[]
  /** It changes who holds the records, so the device must hold them still; having held them once is not enough. */
  readonly shifts?: true
  /** The human codes in the payload, which only the capturing device may have minted. */
  readonly mints?: (payload: Static<P>) => readonly string[]
  readonly apply: (
    records: Records,
    payload: Static<P>,
    seen: Readonly<Record<string, unknown>>,
    context: StepContext,
  ) => StepOutcome
}

export function defineStep<const K extends string, P extends TObject>(step: StepKind<K, P>): StepKind<K, P> {
  return step
}

/** Id of a record that a step makes without one in its payload: the same on both sides. */
export function derivedId(context: Pick<StepContext, 'opId' | 'index'>, part = 'e'): string {
  return `${context.opId}.${context.index}${part}`
}

export const refused = (problem: ProblemCode): StepOutcome => ({ done: false, problem })
export const unchanged: StepOutcome = { done: true, writes: [] }
