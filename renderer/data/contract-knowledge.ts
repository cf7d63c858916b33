import type { Reference } from '#domain/reference/reference.ts'
import type { PayloadOf } from '#domain/steps.ts'
import type { Done } from '#renderer/data/contract.ts'

/** The part of the door that is about what headquarters knows and tells: `contract.ts` holds the rest. */

export interface ArticleList {
  /** The text that was looked for. */
  readonly text: string
  /** Notices and pinned articles first, then those whose title fits. */
  readonly articles: readonly Reference[]
  /** Among how many was looked. */
  readonly searched: number
}

export interface KnowledgeQueries {
  /** Articles and notices that hold here and now; with a text, those in which all of its words stand. */
  articles(text: string, limit: number): ArticleList
  /** Every article and notice, retired ones and those of other centres too, the newest first; for whoever maintains them. */
  everyArticle(): readonly Reference[]
  article(articleId: string): Reference | null
  /** What belongs to a reason of contact here and now, notices first; with `''` every notice. */
  noticesFor(reasonCode: string): readonly Reference[]
}

export interface KnowledgeCommands {
  /** Needs the line: answers when headquarters has it. */
  publishArticle(publication: PayloadOf<'publishArticle'>): Done<null>
  retireArticle(request: PayloadOf<'retireArticle'>): Done<null>
}
