import { Type } from 'typebox'
import { id } from '#domain/fields.ts'
import { edition } from '#domain/reference/edition.ts'
import { defineStep, refused, unchanged } from '#domain/sync/step.ts'

/** An edition of an article or a notice holds no more; a newer one goes on. It stays at headquarters. */
export const retireArticle = defineStep({
  kind: 'retireArticle',
  v: 1,
  since: 2,
  payload: Type.Object({ articleId: id(), edition: edition() }),
  permits: (role) => role === 'admin',
  touches: ({ articleId }) => [{ collection: 'reference', id: articleId }],
  apply: (records, { articleId, edition: own }) => {
    const present = records.get('reference', articleId)
    if (present?.edition === undefined) return refused('unknown_record')
    if (present.edition !== own || !present.active) return unchanged
    return { done: true, writes: [{ collection: 'reference', record: { ...present, active: false } }] }
  },
})
