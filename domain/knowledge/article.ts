import { Type } from 'typebox'
import { bilingual, code, id, instant, oneOf, words } from '#domain/fields.ts'
import { edition } from '#domain/reference/edition.ts'

/** What a notice tells: something does not work, or something is offered, for a time. */
export const noticeKinds = ['outage', 'promotion'] as const

/** What headquarters writes of an article or a notice. */
const told = {
  title: bilingual(160),
  body: bilingual(6000),
  /** What the agent does, in order. */
  steps: Type.Array(bilingual(600), { maxItems: 30 }),
  /** Words by which it is found though they do not stand in it. */
  tags: Type.Array(words(40), { maxItems: 20 }),
  /** Comes first and stands on its reasons. */
  pinned: Type.Boolean(),
  /** The reasons of contact that it belongs to. */
  reasonCodes: Type.Array(code(), { maxItems: 40 }),
  /** Where it holds; everywhere when both are empty. */
  centreIds: Type.Array(id(), { maxItems: 400 }),
  regions: Type.Array(words(60), { maxItems: 40 }),
} as const

/** From when until when it holds; always, where one is absent. */
const holding = {
  noticeKind: Type.Optional(oneOf(noticeKinds)),
  validFrom: Type.Optional(instant()),
  validTo: Type.Optional(instant()),
} as const

/** What a step says of an article. */
export const ArticleDraft = Type.Object({
  kind: oneOf(['article', 'notice'] as const),
  code: code(),
  ...told,
  ...holding,
})

/** What a reference record of the kinds `article` and `notice` holds besides. */
export const articleFields = {
  title: Type.Optional(told.title),
  body: Type.Optional(told.body),
  steps: Type.Optional(told.steps),
  tags: Type.Optional(told.tags),
  pinned: Type.Optional(told.pinned),
  reasonCodes: Type.Optional(told.reasonCodes),
  centreIds: Type.Optional(told.centreIds),
  regions: Type.Optional(told.regions),
  ...holding,
  edition: Type.Optional(edition()),
  publishedAt: Type.Optional(instant()),
  publishedBy: Type.Optional(id()),
  /** The step that published it. */
  publishedIn: Type.Optional(id()),
} as const
