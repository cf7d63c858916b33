import { Button } from '@mantine/core'
import { offeringOfRow, type ReleaseDraft } from '#renderer/screens/releases/release-draft.ts'
import classes from '#renderer/screens/releases/releases.module.css'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { useRun } from '#renderer/work/useRun.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

interface PublishDialogProps {
  readonly draft: ReleaseDraft
  readonly onClose: () => void
  readonly onPublished: () => void
}

/** A release cannot be taken back, so this asks once more and says what follows. */
export function PublishDialog({ draft, onClose, onPublished }: PublishDialogProps) {
  const { work, common } = useWords()
  const format = useFormat()
  const words = work.releases
  const { run, running, problem } = useRun('publishRelease')
  const version = draft.version.trim()
  async function publish(): Promise<void> {
    const { effectiveFrom, notes, rows } = draft
    const done = await run({
      version,
      effectiveFrom,
      notes: notes.trim(),
      offerings: rows.map(offeringOfRow),
    })
    if (done === undefined) return
    onClose()
    onPublished()
  }
  return (
    <Dialog title={words.publish} onClose={onClose}>
      <div className={classes['form']}>
        <p>
          {words.publishAsk(version, `${format.wall(draft.effectiveFrom)}, ${words.effectiveOnEachClock}`)}
        </p>
        <p className={classes['quiet']}>{words.publishFacts}</p>
        <ProblemNote problem={problem} />
        <div className={classes['row']}>
          <Button data-autofocus loading={running} onClick={publish}>
            {words.publish}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {common.cancel}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
