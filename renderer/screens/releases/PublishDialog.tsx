import { offeringOfRow, type ReleaseDraft } from '#renderer/screens/releases/release-draft.ts'
import { AskOnce } from '#renderer/work/maintain/AskOnce.tsx'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

interface PublishDialogProps {
  readonly draft: ReleaseDraft
  readonly onClose: () => void
  readonly onPublished: () => void
}

/** A release cannot be taken back, so this asks once more and says what follows. */
export function PublishDialog({ draft, onClose, onPublished }: PublishDialogProps) {
  const { work, maintain } = useWords()
  const format = useFormat()
  const words = work.releases
  const { effectiveFrom, notes, rows } = draft
  const version = draft.version.trim()
  return (
    <AskOnce
      command="publishRelease"
      request={{ version, effectiveFrom, notes: notes.trim(), offerings: rows.map(offeringOfRow) }}
      title={words.publish}
      says={words.publishAsk(version, `${format.wall(effectiveFrom)}, ${words.effectiveOnEachClock}`)}
      fact={words.publishFacts}
      does={words.publish}
      done={maintain.published}
      onClose={onClose}
      onDone={() => {
        onClose()
        onPublished()
      }}
    />
  )
}
