import { Type } from 'typebox'
import { ArticleDraft } from '#domain/knowledge/article.ts'
import { edition, whyNotEdition } from '#domain/reference/edition.ts'
import { defineStep, derivedId } from '#domain/sync/step.ts'

export const articleIdOf = ({ kind, code }: { readonly kind: 'article' | 'notice'; readonly code: string }) =>
  `${kind}:${code}`

/** An edition of an article or a notice, whole, in the place of the one before it. */
export const publishArticle = defineStep({
  kind: 'publishArticle',
  v: 1,
  since: 2,
  payload: Type.Object({ article: ArticleDraft, edition: edition() }),
  permits: (role) => role === 'admin',
  touches: ({ article }) => [{ collection: 'reference', id: articleIdOf(article) }],
  apply: (records, { article, edition: own }, _seen, context) => {
    const id = articleIdOf(article)
    const present = records.get('reference', id)
    const publishedIn = derivedId(context)
    const refusal = whyNotEdition(present, { edition: own, publishedIn })
    if (refusal !== undefined) return refusal
    const record = {
      ...article,
      id,
      rev: present?.rev ?? 0,
      active: true,
      edition: own,
      publishedAt: context.at,
      publishedBy: context.actorId,
      publishedIn,
    }
    return { done: true, writes: [{ collection: 'reference', record }] }
  },
})
