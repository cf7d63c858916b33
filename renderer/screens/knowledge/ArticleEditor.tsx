import { useState } from 'react'
import { Button } from '@mantine/core'
import type { Reference } from '#domain/reference/reference.ts'
import { articleIdOf } from '#domain/knowledge/publish-article.ts'
import { useLive } from '#renderer/data/useLive.ts'
import {
  articleFrom,
  blankArticle,
  writtenFrom,
  type ArticleFault,
  type Written,
} from '#renderer/screens/knowledge/article-filled.ts'
import { ArticleFields } from '#renderer/screens/knowledge/ArticleFields.tsx'
import { PublishArticle, RetireArticle } from '#renderer/screens/knowledge/PublishArticle.tsx'
import { Preview } from '#renderer/screens/knowledge/Preview.tsx'
import classes from '#renderer/screens/knowledge/knowledge.module.css'
import { useKeys } from '#renderer/stores/keys.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { useDraftTexts } from '#renderer/work/useDraftTexts.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

interface ArticleEditorProps {
  /** Absent for a new one. */
  readonly article: Reference | undefined
  readonly isKnown: (articleId: string) => boolean
  readonly onPublished: (articleId: string) => void
  readonly onClose: () => void
}

/** An article while it is written, with what counters will see beside it. Every keystroke goes to the draft. */
export function ArticleEditor({ article, ...rest }: ArticleEditorProps) {
  const zone = useLive('desk')?.centre?.zone
  return zone === undefined ? null : <Editor article={article} zone={zone} {...rest} />
}

interface EditorProps extends ArticleEditorProps {
  readonly zone: Parameters<typeof articleFrom>[1]
}

/** Where a fault is mended. */
const fieldOf: Readonly<Record<ArticleFault | 'taken', string>> = {
  code: 'article-code',
  taken: 'article-code',
  title: 'article-titleId',
  body: 'article-bodyId',
  steps: 'article-stepsEn',
  noticeKind: 'article-code',
  times: 'article-validTo',
  too_long: 'article-bodyId',
}

function Editor({ article, zone, isKnown, onPublished, onClose }: EditorProps) {
  const { knowledge } = useWords()
  const words = knowledge.maintain
  const format = useFormat()
  // Another edition may come in: what was typed here stays, and is published over it.
  const published = article === undefined ? blankArticle : writtenFrom(article, zone)
  const draft = useDraftTexts<Written>(`article:${article?.id ?? 'new'}`, published)
  const written = draft.values
  const [asked, setAsked] = useState(false)
  const [doing, setDoing] = useState<'publishing' | 'retiring'>()
  const up = useLive('sync')?.link === 'up'
  const { article: said, faults: own } = articleFrom(written, zone)
  const isTaken = article === undefined && isKnown(articleIdOf(said))
  const faults = isTaken ? [...own, 'taken' as const] : own
  const isChanged = Object.entries(written).some(
    ([field, text]) => published[field as keyof Written] !== text,
  )
  function publish(): void {
    setAsked(true)
    const [first] = faults
    if (first !== undefined) return document.getElementById(fieldOf[first])?.focus()
    if (up) setDoing('publishing')
  }
  const mayRetire = article?.active === true && up
  useKeys({
    commit: doing === undefined ? publish : undefined,
    retireArticle: mayRetire ? () => setDoing('retiring') : undefined,
  })
  const stop = () => setDoing(undefined)
  if (!draft.ready) return null
  return (
    <>
      <section className={classes['form']} aria-label={words.form} tabIndex={0}>
        <ArticleFields
          written={written}
          isNew={article === undefined}
          faults={asked ? faults : []}
          onChange={draft.change}
        />
        <p role="status">{up ? words.kept : words.needsLine}</p>
        <div className={classes['tools']}>
          <Button disabled={!up} rightSection={<KeyHint keys="mod+Enter" />} onClick={publish}>
            {words.publish(format.count((article?.edition ?? 0) + 1))}
          </Button>
          {mayRetire ? (
            <Button variant="default" onClick={() => setDoing('retiring')}>
              {words.retire}
            </Button>
          ) : null}
          <Button
            variant="subtle"
            onClick={() => {
              draft.drop()
              if (!isChanged || article === undefined) onClose()
            }}
          >
            {isChanged ? words.discard : words.close}
          </Button>
        </div>
      </section>
      <Preview article={said} />
      {doing === 'publishing' ? (
        <PublishArticle
          article={said}
          edition={(article?.edition ?? 0) + 1}
          onClose={stop}
          onPublished={() => {
            stop()
            setAsked(false)
            draft.drop()
            onPublished(articleIdOf(said))
          }}
        />
      ) : null}
      {doing === 'retiring' && article !== undefined ? (
        <RetireArticle article={article} onDone={stop} />
      ) : null}
    </>
  )
}
