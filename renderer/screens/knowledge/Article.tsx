import type { Reference } from '#domain/reference/reference.ts'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/knowledge/knowledge.module.css'
import { useSettings, type Language } from '#renderer/stores/settings.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { useFormat } from '#renderer/words/format.ts'
import { catalogues, useWords } from '#renderer/words/words.ts'

/** One article: what it says, what to do in order, and which edition this is. */
export function Article({ articleId }: { readonly articleId: string }) {
  const { knowledge } = useWords()
  const language = useSettings((now) => now.language)
  const article = useLive('article', articleId)
  if (article === undefined) return null
  if (article === null) return <EmptyState title={knowledge.missing} />
  const { title, active } = article
  return (
    <article id="article" className={classes['article']} tabIndex={0} aria-labelledby="article-title">
      <h2 id="article-title">{title?.[language]}</h2>
      <About article={article} />
      {active ? null : <ErrorNote tone="attention">{knowledge.retired}</ErrorNote>}
      <ArticleText article={article} language={language} />
    </article>
  )
}

interface ArticleTextProps {
  readonly article: Pick<Reference, 'body' | 'steps'>
  readonly language: Language
}

/** Its paragraphs and steps, as counters read them. */
export function ArticleText({ article: { body, steps = [] }, language }: ArticleTextProps) {
  const { knowledge } = catalogues[language]
  return (
    <>
      {body?.[language].split('\n').map((paragraph, place) => (
        <p key={`${String(place)} ${paragraph}`}>{paragraph}</p>
      ))}
      {steps.length === 0 ? null : (
        <>
          <h3>{knowledge.steps}</h3>
          <ol>
            {steps.map((step, place) => (
              <li key={`${String(place)} ${step.id}`}>{step[language]}</li>
            ))}
          </ol>
        </>
      )}
    </>
  )
}

function About({ article }: { readonly article: Reference }) {
  const { knowledge } = useWords()
  const format = useFormat()
  const { noticeKind, edition, publishedAt, validFrom, validTo } = article
  const parts = [
    noticeKind === undefined ? undefined : knowledge.notice[noticeKind],
    edition === undefined
      ? undefined
      : knowledge.edition(format.count(edition), format.date(publishedAt ?? 0)),
    validFrom === undefined ? undefined : knowledge.from(format.dateTime(validFrom)),
    validTo === undefined ? undefined : knowledge.until(format.dateTime(validTo)),
  ]
  return <p className={classes['about']}>{parts.filter((part) => part !== undefined).join(' · ')}</p>
}
