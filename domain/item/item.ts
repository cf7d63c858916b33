import { Type, type Static } from 'typebox'
import { defineEntity } from '#domain/entity.ts'
import { id, instant, latestInstant, newestFirst, oneOf, openObject, text } from '#domain/fields.ts'
import { problems, type ProblemCode } from '#domain/problems.ts'

export const itemKinds = ['refused', 'conflict', 'transition', 'match'] as const
export const decisions = ['keep_present', 'take_mine', 'noted'] as const
export type Decision = (typeof decisions)[number]

const FieldConflict = Type.Object({ field: text(32), base: text(500), mine: text(500), theirs: text(500) })
/** The same field changed by two people: what both saw, what the agent wants, what headquarters has. */
export type FieldConflict = Static<typeof FieldConflict>

/** Something that needs a person's decision. Only headquarters makes one, and only a person closes it. */
export const Item = Type.Object({
  id: id(),
  rev: Type.Integer({ minimum: 0 }),
  kind: oneOf(itemKinds),
  status: oneOf(['open', 'decided'] as const),
  problem: Type.Unsafe<ProblemCode>(Type.String({ enum: Object.keys(problems), maxLength: 32 })),
  centreId: id(),
  /** The operation that could not be taken as it was, whole, so that nothing is lost. */
  opId: id(),
  operation: openObject(),
  actorId: id(),
  at: instant(),
  /** The record it is about. */
  docCollection: Type.Optional(text(32)),
  docId: Type.Optional(id()),
  customerId: Type.Optional(id()),
  fields: Type.Optional(Type.Array(FieldConflict, { maxItems: 20 })),
  /** Customers that may be the same person. */
  candidateIds: Type.Optional(Type.Array(id(), { maxItems: 20 })),
  decision: Type.Optional(oneOf(decisions)),
  decidedBy: Type.Optional(id()),
  decidedAt: Type.Optional(instant()),
})
export type Item = Static<typeof Item>

export const items = defineEntity({
  name: 'items',
  version: 0,
  schema: Item,
  derived: { newest: Type.Integer({ minimum: 0, maximum: latestInstant, multipleOf: 1 }) },
  derive: (item) => ({ newest: newestFirst(item.at) }),
  indexes: [['status', 'newest']],
})
