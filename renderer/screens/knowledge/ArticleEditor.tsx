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
import { Preview } from '#renderer/screens/knowledge/Preview.tsx'
import { useKeys } from '#renderer/stores/keys.ts'
import { useSettings } from '#renderer/stores/settings.ts'
import { AskOnce } from '#renderer/work/maintain/AskOnce.tsx'
import { useWritten } from '#renderer/work/maintain/useWritten.ts'
import { WrittenForm } from '#renderer/work/maintain/WrittenForm.tsx'
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
  const { knowledge, maintain } = useWords()
  const words = knowledge.maintain
  const format = useFormat()
  const language = useSettings((now) => now.language)
  const published = article === undefined ? blankArticle : writtenFrom(article, zone)
  const form = useWritten<Written>(`article:${article?.id ?? 'new'}`, published)
  const [retiring, setRetiring] = useState(false)
  const { article: said, faults: own } = articleFrom(form.written, zone)
  const isTaken = article === undefined && isKnown(articleIdOf(said))
  const faults = isTaken ? [...own, 'taken' as const] : own
  const edition = (article?.edition ?? 0) + 1
  const publish = () => form.publish(faults.map((fault) => fieldOf[fault]))
  const mayRetire = article?.active === true && form.up
  useKeys({
    commit: form.publishing || retiring ? undefined : publish,
    retireArticle: mayRetire ? () => setRetiring(true) : undefined,
  })
  if (!form.ready) return null
  return (
    <>
      <WrittenForm
        label={words.form}
        up={form.up}
        publish={words.publish(format.count(edition))}
        isChanged={form.isChanged}
        onPublish={publish}
        onDiscard={() => {
          form.drop()
          if (!form.isChanged || article === undefined) onClose()
        }}
        others={
          mayRetire ? (
            <Button variant="default" onClick={() => setRetiring(true)}>
              {words.retire}
            </Button>
          ) : null
        }
      >
        <ArticleFields
          written={form.written}
          isNew={article === undefined}
          faults={form.asked ? faults : []}
          onChange={form.change}
        />
      </WrittenForm>
      <Preview article={said} />
      {form.publishing ? (
        <AskOnce
          command="publishArticle"
          request={{ article: said, edition }}
          title={words.publish(format.count(edition))}
          says={maintain.publishAsk(said.title[language])}
          does={maintain.publishDo}
          done={maintain.published}
          onClose={form.stop}
          onDone={() => {
            form.drop()
            onPublished(articleIdOf(said))
          }}
        />
      ) : null}
      {retiring && article !== undefined ? (
        <AskOnce
          command="retireArticle"
          request={{ articleId: article.id, edition: article.edition ?? 1 }}
          title={words.retire}
          says={words.retireAsk(article.title?.[language] ?? article.code)}
          does={words.retireDo}
          done={words.retired}
          onClose={() => setRetiring(false)}
          onDone={() => setRetiring(false)}
        />
      ) : null}
    </>
  )
}
