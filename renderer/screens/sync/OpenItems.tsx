import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { SyncView } from '#renderer/data/contract.ts'
import classes from '#renderer/screens/sync/SyncScreen.module.css'
import { go } from '#renderer/stores/workspace.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** How much waits for a person, and the way to it. */
export function OpenItems({ sync }: { readonly sync: SyncView }) {
  const { frame, work } = useWords()
  const { count } = useFormat()
  const open = sync.openItems
  return (
    <section aria-labelledby="items">
      <SectionTitle id="items" count={open === 0 ? undefined : count(open)}>
        {frame.sync.items}
      </SectionTitle>
      <div className={classes['itemHead']}>
        {open === 0 ? (
          <p className={classes['none']}>{frame.sync.noItems}</p>
        ) : (
          <>
            <IconAlertTriangle size={16} aria-hidden className={classes['attention']} />
            {work.desk.decideHint}
          </>
        )}
        <Button
          variant="default"
          size="compact-sm"
          rightSection={<KeyHint keys="alt+7" />}
          onClick={() => go({ at: 'items' })}
        >
          {work.desk.openItems}
        </Button>
      </div>
    </section>
  )
}
