import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useCommand, useLive } from '#renderer/data/useLive.ts'
import { Hints } from '#renderer/screens/sync/Hints.tsx'
import { OpenItems } from '#renderer/screens/sync/OpenItems.tsx'
import { Outbox } from '#renderer/screens/sync/Outbox.tsx'
import { Status } from '#renderer/screens/sync/Status.tsx'
import { Courier } from '#renderer/work/Courier.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { LoadingRows } from '#renderer/ui/LoadingRows.tsx'
import { useWords } from '#renderer/words/words.ts'
import classes from '#renderer/screens/sync/SyncScreen.module.css'

/** What headquarters has of this desk's work, what it has not, and what needs a person. */
export function SyncScreen() {
  const { common, frame } = useWords()
  const words = frame.sync
  const sync = useLive('sync')
  const syncNow = useCommand('syncNow')
  if (sync === undefined) return <LoadingRows label={common.loading} />
  return (
    <div className={classes['screen']}>
      <section className={classes['status']} aria-labelledby="sync-title">
        <h1 id="sync-title" className={classes['title']}>
          {words.title}
        </h1>
        <Status sync={sync} />
        <Button
          leftSection={<IconRefresh size={16} aria-hidden />}
          onClick={() => void syncNow({})}
          loading={sync.activity !== 'idle'}
          aria-keyshortcuts="Control+S"
          rightSection={<KeyHint keys="mod+s" />}
        >
          {words.now}
        </Button>
        <Hints sync={sync} />
        <Courier />
      </section>
      <div className={classes['work']}>
        <OpenItems sync={sync} />
        <Outbox sync={sync} />
      </div>
    </div>
  )
}
