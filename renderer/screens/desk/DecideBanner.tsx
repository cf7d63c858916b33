import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/desk/desk.module.css'
import { go } from '#renderer/stores/workspace.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** What waits for a person's decision stands above all work; nothing when there is none. */
export function DecideBanner() {
  const { work } = useWords()
  const format = useFormat()
  const open = useLive('sync')?.openItems ?? 0
  if (open === 0) return null
  return (
    <section className={classes['decide']} aria-label={work.desk.decide(format.count(open))}>
      <IconAlertTriangle size={18} aria-hidden />
      <div>
        <strong>{work.desk.decide(format.count(open))}</strong>
        <p>{work.desk.decideHint}</p>
      </div>
      <Button variant="default" onClick={() => go({ at: 'items' })}>
        {work.desk.openItems}
      </Button>
    </section>
  )
}
