import { useEffect } from 'react'
import type { Reference } from '#domain/reference/reference.ts'
import classes from '#renderer/screens/knowledge/knowledge.module.css'
import { useSettings } from '#renderer/stores/settings.ts'
import { useWords } from '#renderer/words/words.ts'

interface ArticleOptionsProps {
  readonly articles: readonly Reference[]
  readonly active: string | undefined
  readonly onChoose: (articleId: string) => void
}

/** What was found. The field above has the focus and walks through it. */
export function ArticleOptions({ articles, active, onChoose }: ArticleOptionsProps) {
  const { knowledge } = useWords()
  const language = useSettings((now) => now.language)
  useEffect(() => {
    if (active !== undefined)
      document.getElementById(`option-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div id="articles" className={classes['options']} role="listbox" aria-label={knowledge.list}>
      {articles.map((article) => (
        <div
          key={article.id}
          id={`option-${article.id}`}
          role="option"
          aria-selected={article.id === active}
          onClick={() => onChoose(article.id)}
        >
          <span>{article.title?.[language]}</span>
          <Mark article={article} />
        </div>
      ))}
    </div>
  )
}

function Mark({ article: { noticeKind, pinned } }: { readonly article: Reference }) {
  const { knowledge } = useWords()
  const says =
    noticeKind === undefined ? (pinned === true ? knowledge.pinned : undefined) : knowledge.notice[noticeKind]
  return says === undefined ? null : <small data-kind={noticeKind}>{says}</small>
}
