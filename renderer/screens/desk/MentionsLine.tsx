import { Button } from '@mantine/core'
import { useLive } from '#renderer/data/useLive.ts'
import { go } from '#renderer/stores/workspace.ts'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** Colleagues called this person by name on tickets that are open; nothing when nobody did. */
export function MentionsLine() {
  const { ticketing } = useWords()
  const format = useFormat()
  const count = useLive('mentionsOfMe') ?? 0
  if (count === 0) return null
  return (
    <ErrorNote tone="calm" title={ticketing.mention.notice(format.count(count))}>
      <Button size="compact-sm" variant="default" onClick={() => go({ at: 'tickets', view: 'mentions' })}>
        {ticketing.mention.see}
      </Button>
    </ErrorNote>
  )
}
