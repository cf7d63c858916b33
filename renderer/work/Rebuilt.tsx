import type { SyncView } from '#renderer/data/contract.ts'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

interface RebuiltProps {
  readonly sync: SyncView
  /** Without it the note stays. */
  readonly onSeen?: () => void
}

/** This PC's copy was lost and is filled anew: what came back, and what is still on its way. */
export function Rebuilt({ sync, onSeen }: RebuiltProps) {
  const words = useWords().frame.sync.rebuilt
  const { count, dateTime } = useFormat()
  if (sync.rebuilt === undefined) return null
  const { at, restored } = sync.rebuilt
  const unsent = restored === 0 ? words.nothing : words.restored(count(restored))
  return (
    <ErrorNote
      title={words.title(dateTime(at))}
      {...(onSeen === undefined ? {} : { retry: { label: words.seen, onClick: onSeen } })}
    >
      {sync.journal ? unsent : words.noJournal} {sync.ready ? words.whole : words.filling}
    </ErrorNote>
  )
}
