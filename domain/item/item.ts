import { Type, type Static } from 'typebox'
import { defineEntity } from '#domain/entity.ts'
import { id, instant, latestInstant, newestFirst, oneOf, openObject, text } from '#domain/fields.ts'
import type { ProblemCode } from '#domain/problems.ts'

export const itemKinds = ['refused', 'conflict', 'transition', 'match'] as const
/**
 * What a person made of an item. `edited`: other values than both sides had; `sent`: the work went out again as the
 * deciding person's; `linked`: the registered customer is one that headquarters knew.
 */
export const decisions = ['keep_present', 'take_mine', 'noted', 'edited', 'sent', 'linked'] as const
export type Decision = (typeof decisions)[number]

const FieldConflict = Type.Object({
  field: text(32),
  base: text(500),
  mine: text(500),
  theirs: text(500),
  /** Whose change headquarters has, when it was made and where; absent when no console made it. */
  theirsBy: Type.Optional(id()),
  theirsAt: Type.Optional(instant()),
  theirsCentreId: Type.Optional(id()),
  theirsDesk: Type.Optional(text(16)),
})
/** The same field changed by two people: what both saw, what the agent wants, what headquarters has. */
export type FieldConflict = Static<typeof FieldConflict>

const HandOver = Type.Object({
  opId: id(),
  by: id(),
  at: instant(),
  /** A colleague; absent: the centre's supervisors. */
  to: Type.Optional(id()),
  note: Type.Optional(text(1000)),
})
export type HandOver = Static<typeof HandOver>
export const mostHandOvers = 100

/** Something that needs a person's decision. Only headquarters makes one, and only a person closes it. */
export const Item = Type.Object({
  id: id(),
  rev: Type.Integer({ minimum: 0 }),
  kind: oneOf(itemKinds),
  status: oneOf(['open', 'decided'] as const),
  /** Not bound to the codes of today: a newer headquarters may have another one. */
  problem: Type.Unsafe<ProblemCode>(Type.String({ maxLength: 32 })),
  centreId: id(),
  /** The operation that could not be taken as it was, whole, so that nothing is lost. */
  opId: id(),
  operation: openObject(),
  actorId: id(),
  at: instant(),
  /** The desk that brought it: `KDI1`. */
  deviceLabel: Type.Optional(text(16)),
  /** The record it is about. */
  docCollection: Type.Optional(text(32)),
  docId: Type.Optional(id()),
  customerId: Type.Optional(id()),
  fields: Type.Optional(Type.Array(FieldConflict, { maxItems: 20 })),
  /** Customers that may be the same person. */
  candidateIds: Type.Optional(Type.Array(id(), { maxItems: 20 })),
  /** Everybody who passed it on, the first one first. */
  handOvers: Type.Optional(Type.Array(HandOver, { maxItems: mostHandOvers })),
  decision: Type.Optional(oneOf(decisions)),
  decidedBy: Type.Optional(id()),
  decidedAt: Type.Optional(instant()),
  /** The operation that decided; when the work was `sent`, the one by which it went out again. */
  decidedIn: Type.Optional(id()),
  /** The deciding person's words. */
  note: Type.Optional(text(1000)),
  /** The values that were decided, by field. */
  values: Type.Optional(Type.Record(Type.String(), Type.String())),
  /** The customer that the registered one turned out to be. */
  survivorId: Type.Optional(id()),
})
export type Item = Static<typeof Item>

export const items = defineEntity({
  name: 'items',
  version: 1,
  schema: Item,
  derived: { newest: Type.Integer({ minimum: 0, maximum: latestInstant, multipleOf: 1 }) },
  derive: (item) => ({ newest: newestFirst(item.at) }),
  indexes: [['status', 'newest']],
  // 1: desk, hand-overs and the whole decision; what was there means the same.
  migrations: { 1: (item) => item },
})

/** Who has it now: a person's id, `supervisors`, or `undefined` while nobody passed it on. */
export function heldBy(item: Pick<Item, 'handOvers'>): string | undefined {
  const last = item.handOvers?.at(-1)
  return last === undefined ? undefined : (last.to ?? supervisors)
}
export const supervisors = 'supervisors'
