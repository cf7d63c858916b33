import { combineLatest, map, switchMap, timer, type Observable } from 'rxjs'
import { holdsAt } from '#domain/knowledge/holds-at.ts'
import type { Reference } from '#domain/reference/reference.ts'
import type { ArticleList } from '#renderer/data/contract-knowledge.ts'
import { timeAt, type Desk } from '#renderer/data/desk.ts'
import { searchArticles } from '#renderer/search/search-articles.ts'

/** A notice begins and ends by the clock, without anything that arrives. */
const lookAgain = 30_000

/** What holds at this centre now, the newest first. */
function holding(desk: Desk): Observable<Reference[]> {
  return combineLatest([desk.reference, desk.core.enrolment]).pipe(
    switchMap(([known, enrolment]) => timer(0, lookAgain).pipe(map(() => [known, enrolment] as const))),
    map(([known, enrolment]) => {
      const centreId = enrolment?.centre.id ?? ''
      const here = { now: timeAt(desk), centreId, region: known.get(`centre:${centreId}`)?.region }
      return [...known.values()]
        .filter((each) => (each.kind === 'article' || each.kind === 'notice') && holdsAt(each, here))
        .toSorted((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0))
    }),
  )
}

/** Notices, then what is pinned, then the rest, each as it stood. */
function inTurn(articles: readonly Reference[]): Reference[] {
  const turn = ({ kind, pinned }: Reference) => (kind === 'notice' ? 0 : pinned === true ? 1 : 2)
  return articles.toSorted((a, b) => turn(a) - turn(b))
}

export function articles(desk: Desk, text: string, limit: number): Observable<ArticleList> {
  return holding(desk).pipe(
    map((known) => {
      const found = text === '' ? inTurn(known) : searchArticles(known, text)
      return { text, articles: found.slice(0, limit), searched: known.length }
    }),
  )
}

export function everyArticle(desk: Desk): Observable<Reference[]> {
  return desk.reference.pipe(
    map((known) =>
      [...known.values()]
        .filter(({ kind }) => kind === 'article' || kind === 'notice')
        .toSorted((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0)),
    ),
  )
}

export function article(desk: Desk, articleId: string): Observable<Reference | null> {
  return desk.reference.pipe(map((known) => known.get(articleId) ?? null))
}

export function noticesFor(desk: Desk, reasonCode: string): Observable<Reference[]> {
  return holding(desk).pipe(
    map((known) =>
      inTurn(
        known.filter((each) =>
          reasonCode === '' ? each.kind === 'notice' : each.reasonCodes?.includes(reasonCode) === true,
        ),
      ),
    ),
  )
}
