import { Button } from '@mantine/core'
import type { Reference } from '#domain/reference/reference.ts'
import type { PayloadOf } from '#domain/steps.ts'
import classes from '#renderer/screens/knowledge/knowledge.module.css'
import { useSettings } from '#renderer/stores/settings.ts'
import { useKeys } from '#renderer/stores/keys.ts'
import { announce } from '#renderer/ui/announce.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { useRun } from '#renderer/work/useRun.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'
import type { ProblemCode } from '#domain/problems.ts'

interface PublishArticleProps extends PayloadOf<'publishArticle'> {
  readonly onClose: () => void
  readonly onPublished: () => void
}

/** All counters read it from then on, so this asks once more. */
export function PublishArticle({ article, edition, onClose, onPublished }: PublishArticleProps) {
  const { knowledge } = useWords()
  const words = knowledge.maintain
  const format = useFormat()
  const language = useSettings((now) => now.language)
  const { run, running, problem } = useRun('publishArticle')
  async function publish(): Promise<void> {
    if (running || (await run({ article, edition })) === undefined) return
    announce(words.published)
    onPublished()
  }
  return (
    <Asking
      title={words.publish(format.count(edition))}
      says={words.publishAsk(article.title[language])}
      does={words.publishDo}
      problem={problem}
      running={running}
      onYes={publish}
      onNo={onClose}
    />
  )
}

interface RetireArticleProps {
  readonly article: Reference
  readonly onDone: () => void
}

/** It holds no more anywhere. Publishing it again brings it back. */
export function RetireArticle({ article, onDone }: RetireArticleProps) {
  const { knowledge } = useWords()
  const words = knowledge.maintain
  const language = useSettings((now) => now.language)
  const { run, running, problem } = useRun('retireArticle')
  async function retire(): Promise<void> {
    if (running) return
    if ((await run({ articleId: article.id, edition: article.edition ?? 1 })) === undefined) return
    announce(words.retired)
    onDone()
  }
  return (
    <Asking
      title={words.retire}
      says={words.retireAsk(article.title?.[language] ?? article.code)}
      does={words.retireDo}
      problem={problem}
      running={running}
      onYes={retire}
      onNo={onDone}
    />
  )
}

interface AskingProps {
  readonly title: string
  readonly says: string
  readonly does: string
  readonly problem: ProblemCode | undefined
  readonly running: boolean
  readonly onYes: () => Promise<void>
  readonly onNo: () => void
}

function Asking({ title, says, does, problem, running, onYes, onNo }: AskingProps) {
  const { common } = useWords()
  useKeys({ commit: () => void onYes() }, { modal: true })
  return (
    <Dialog title={title} onClose={onNo}>
      <div className={classes['asking']}>
        <p>{says}</p>
        <ProblemNote problem={problem} />
        <div className={classes['tools']}>
          <Button
            data-autofocus
            loading={running}
            rightSection={<KeyHint keys="mod+Enter" />}
            onClick={() => void onYes()}
          >
            {does}
          </Button>
          <Button variant="subtle" onClick={onNo}>
            {common.cancel}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
