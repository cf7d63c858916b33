import { useCommand, useLive } from '#renderer/data/useLive.ts'
import { Rebuilt } from '#renderer/work/Rebuilt.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { useWords } from '#renderer/words/words.ts'

/** What befell this PC and an agent should know before the next caller; nothing on a good day. */
export function Notices() {
  const words = useWords().frame.sync
  const noteRebuilt = useCommand('noteRebuilt')
  const sync = useLive('sync')
  if (sync === undefined) return null
  return (
    <>
      {sync.disk === 'enough' ? null : (
        <ErrorNote tone={sync.disk === 'stop' ? 'problem' : 'attention'} title={words.disk}>
          {sync.disk === 'stop' ? words.diskStop : words.diskWarn}
        </ErrorNote>
      )}
      <Rebuilt sync={sync} onSeen={() => void noteRebuilt({})} />
    </>
  )
}
