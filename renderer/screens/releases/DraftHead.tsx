import { useState } from 'react'
import { Button, TextInput } from '@mantine/core'
import { useLive } from '#renderer/data/useLive.ts'
import { PublishDialog } from '#renderer/screens/releases/PublishDialog.tsx'
import type { ReleaseDraft, RowFinding } from '#renderer/screens/releases/release-draft.ts'
import classes from '#renderer/screens/releases/releases.module.css'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

interface DraftHeadProps {
  readonly draft: ReleaseDraft
  readonly findings: readonly RowFinding[]
  readonly onWrite: (draft: ReleaseDraft) => void
  readonly onDiscard: () => void
  readonly onPublished: () => void
}

/** What the release is called, when it takes effect, and the way to publish it. */
export function DraftHead({ draft, findings, onWrite, onDiscard, onPublished }: DraftHeadProps) {
  const { work } = useWords()
  const words = work.releases
  const [asking, setAsking] = useState(false)
  const format = useFormat()
  const effective =
    draft.effectiveFrom === ''
      ? words.effectiveHint
      : `${words.effectiveFrom} ${format.wall(draft.effectiveFrom)}, ${words.effectiveOnEachClock}`
  const up = useLive('sync')?.link === 'up'
  return (
    <div className={classes['draftHead']}>
      <TextInput
        id="release-version"
        label={words.version}
        placeholder="2026.12.1"
        maxLength={32}
        value={draft.version}
        onChange={(event) => onWrite({ ...draft, version: event.currentTarget.value })}
      />
      <TextInput
        id="release-effective"
        type="datetime-local"
        label={words.effectiveFrom}
        title={words.effectiveHint}
        value={draft.effectiveFrom}
        onChange={(event) => onWrite({ ...draft, effectiveFrom: event.currentTarget.value.slice(0, 16) })}
      />
      <TextInput
        className={classes['notes']}
        label={words.notes}
        placeholder={words.notesHint}
        maxLength={2000}
        value={draft.notes}
        onChange={(event) => onWrite({ ...draft, notes: event.currentTarget.value })}
      />
      <Button variant="subtle" color="gray" onClick={onDiscard}>
        {words.discard}
      </Button>
      <Button disabled={findings.length > 0 || !up} onClick={() => setAsking(true)}>
        {words.publish}
      </Button>
      <p className={classes['wide']} role="status">
        {up ? words.kept : words.publishNeedsLine}. {effective}
      </p>
      {asking ? (
        <PublishDialog draft={draft} onClose={() => setAsking(false)} onPublished={onPublished} />
      ) : null}
    </div>
  )
}
