import { Type } from 'typebox'
import { bilingual, code, count, id, words } from '#domain/fields.ts'

/** So many minutes at most is a whole service ahead of its time: nobody waits without an end. */
export const mostHeadStart = 30

/** What a reference record of the kind `service` holds besides its label. */
export const serviceFields = {
  /** What the numbers of a service begin with. */
  prefix: Type.String({ maxLength: 2, pattern: '^[A-Z]{1,2}$' }),
  /** Its place among the services, which is the digit that chooses it. */
  place: count(99),
  /** Its numbers are called as if they had been taken so many minutes earlier, by a counter that serves several services. */
  headStart: count(mostHeadStart),
} as const

/** What a step says of a service of the queue. It is given where it holds: everywhere when both lists are empty. */
export const ServiceDraft = Type.Object({
  code: code(),
  label: bilingual(120),
  ...serviceFields,
  active: Type.Boolean(),
  centreIds: Type.Array(id(), { maxItems: 400 }),
  regions: Type.Array(words(60), { maxItems: 40 }),
})
