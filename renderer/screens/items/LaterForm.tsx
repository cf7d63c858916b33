import { Button } from '@mantine/core'
import type { WayFormProps } from '#renderer/screens/items/EditForm.tsx'
import classes from '#renderer/screens/items/items.module.css'
import { tomorrowMorning } from '#renderer/screens/items/tomorrow-morning.ts'
import { useKeys } from '#renderer/stores/keys.ts'
import { announce } from '#renderer/ui/announce.tsx'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { useRun } from '#renderer/work/useRun.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

const hour = 3_600_000

/** Out of sight for this person on this desk, until a time. */
export function LaterForm({ row, onDone, onCancel }: WayFormProps) {
  const { items } = useWords()
  const format = useFormat()
  const { run, running, problem } = useRun('postponeItem')
  async function putOff(until: number): Promise<void> {
    if ((await run({ itemId: row.item.id, until })) === undefined) return
    announce(items.putOff(format.when(until, Date.now())))
    onDone()
  }
  useKeys({ back: onCancel })
  const { laterIn } = items
  return (
    <section className={classes['form']} aria-label={items.laterTitle}>
      <SectionTitle>{items.laterTitle}</SectionTitle>
      <ProblemNote problem={problem} />
      <div className={classes['actions']}>
        <Button autoFocus variant="default" loading={running} onClick={() => void putOff(Date.now() + hour)}>
          {laterIn.hour}
        </Button>
        <Button variant="default" loading={running} onClick={() => void putOff(Date.now() + 4 * hour)}>
          {laterIn.hours}
        </Button>
        <Button
          variant="default"
          loading={running}
          onClick={() => void putOff(tomorrowMorning(Date.now(), format.zone))}
        >
          {laterIn.morning}
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          {items.cancel}
        </Button>
      </div>
    </section>
  )
}
