import { UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconPlayerPause, IconSchool } from '@tabler/icons-react'
import { lineOf } from '#renderer/app/line-of.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { isPractice } from '#renderer/stores/practice.ts'
import { go } from '#renderer/stores/workspace.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'
import classes from '#renderer/app/SyncPill.module.css'

/** The acknowledged truth about the line, and what waits for a person, always as a sign and a word. */
export function SyncPill() {
  const { pill } = useWords().frame
  const { count } = useFormat()
  const sync = useLive('sync')
  const line = lineOf(sync, pill, count)
  const { practice } = useWords()
  if (isPractice())
    return (
      <span className={classes['pill']} data-testid="sync-pill">
        <IconSchool size={16} aria-hidden />
        {practice.pill}
      </span>
    )
  return (
    <UnstyledButton
      className={classes['pill']}
      onClick={() => go({ at: 'sync' })}
      data-testid="sync-pill"
      title={pill.opens}
    >
      <span data-state={line.state}>
        <line.icon size={16} aria-hidden className={classes[line.state]} />
        {line.text}
      </span>
      {sync !== undefined && sync.openItems > 0 ? (
        <span className={classes['attention']}>
          <IconAlertTriangle size={16} aria-hidden />
          {pill.decisions(count(sync.openItems))}
        </span>
      ) : null}
      {sync !== undefined && sync.parked > 0 ? (
        <span className={classes['problem']}>
          <IconPlayerPause size={16} aria-hidden />
          {pill.parked(count(sync.parked))}
        </span>
      ) : null}
    </UnstyledButton>
  )
}
