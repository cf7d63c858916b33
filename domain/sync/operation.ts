import { Type, type Static } from 'typebox'
import { id, instant, openObject, text } from '#domain/fields.ts'

const Step = Type.Object({
  kind: text(32),
  v: Type.Integer({ minimum: 1, maximum: 99 }),
  payload: openObject(),
  /** What the agent saw when deciding: the base of a three-way merge. */
  seen: Type.Optional(openObject()),
})
/** What to do, and what the agent saw. `domain/steps.ts` knows each kind's payload. */
export type Step = Static<typeof Step>

/**
 * One change that a person made: headquarters takes it in one transaction, whole or not at all.
 * `deviceSeq` is the device's own counter and the order of its operations; clocks decide nothing.
 */
export const Operation = Type.Object({
  opId: id(),
  deviceId: id(),
  deviceSeq: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }),
  actorId: id(),
  centreId: id(),
  capturedAt: instant(),
  steps: Type.Array(Step, { minItems: 1, maxItems: 20 }),
})
export type Operation = Static<typeof Operation>

/** Work that headquarters had taken at `at` by its own clock, before an older backup took its place. */
export const TakenBefore = Type.Object({ opId: id(), at: instant() })
export type TakenBefore = Static<typeof TakenBefore>

export const outcomes = ['accepted', 'merged', 'duplicate', 'needs_attention', 'retry_later'] as const
export type Outcome = (typeof outcomes)[number]

/**
 * Headquarters' answer to one operation. All but `retry_later` are final, stored with the operation and returned
 * word for word when it comes again. There is no `dropped`.
 */
export const OperationResult = Type.Object({
  opId: id(),
  outcome: Type.Unsafe<Outcome>(Type.String({ enum: [...outcomes], maxLength: 32 })),
  /** When headquarters took it. */
  at: instant(),
  /** The place in each feed where its effect stands: a desk has seen it when its checkpoint is there. */
  seqs: Type.Record(Type.String(), Type.Integer({ minimum: 0 })),
  /** A code of `domain/problems.ts`, when the outcome is `needs_attention` or `retry_later`. */
  problem: Type.Optional(text(32)),
  itemIds: Type.Optional(Type.Array(id())),
  /** The centre to which the customer had moved from this device's: the work is there, and not in this device's feed. */
  movedTo: Type.Optional(id()),
})
export type OperationResult = Static<typeof OperationResult>
