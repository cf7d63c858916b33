import { Button, Text } from '@mantine/core'
import { IconPlayerPause } from '@tabler/icons-react'
import type { OutboxRow } from '#renderer/data/contract.ts'
import { useCommand } from '#renderer/data/useLive.ts'
import { useWorkWords } from '#renderer/screens/sync/useWorkWords.ts'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'
import classes from '#renderer/screens/sync/SyncScreen.module.css'

/** Work that headquarters could not process; it stays here until somebody sends it again. */
export function Parked({ rows }: { readonly rows: readonly OutboxRow[] }) {
  const words = useWords().frame.sync
  const { count } = useFormat()
  return (
    <section aria-labelledby="parked">
      <SectionTitle id="parked" count={count(rows.length)}>
        {words.parked}
      </SectionTitle>
      <Text size="sm" c="dimmed">
        {words.parkedText}
      </Text>
      <ul className={classes['list']}>
        {rows.map((row) => (
          <ParkedRow key={row.opId} row={row} />
        ))}
      </ul>
    </section>
  )
}

function ParkedRow({ row }: { readonly row: OutboxRow }) {
  const { frame, problems } = useWords()
  const format = useFormat()
  const work = useWorkWords()
  const retryParked = useCommand('retryParked')
  return (
    <li className={classes['item']}>
      <div className={classes['itemHead']}>
        <IconPlayerPause size={16} aria-hidden className={classes['problem']} />
        <h3>{work.kinds(row.kinds)}</h3>
        <span className={classes['quiet']}>
          {frame.sync.byAt(work.person(row.actorId), format.dateTime(row.capturedAt))}
        </span>
      </div>
      {row.problem === undefined ? null : <p>{problems[row.problem]}</p>}
      <div className={classes['actions']}>
        <Button variant="default" onClick={() => void retryParked({ opId: row.opId })}>
          {frame.sync.retry}
        </Button>
      </div>
    </li>
  )
}
