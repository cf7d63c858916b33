import { Button, Text } from '@mantine/core'
import { IconFileDownload, IconPlayerPause, IconUserShare } from '@tabler/icons-react'
import type { OutboxRow } from '#renderer/data/contract.ts'
import classes from '#renderer/screens/sync/SyncScreen.module.css'
import { announce } from '#renderer/ui/announce.tsx'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { useClock } from '#renderer/ui/useClock.ts'
import { OperationWords } from '#renderer/work/OperationWords.tsx'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { useFileOf } from '#renderer/work/useFileOf.ts'
import { useRun } from '#renderer/work/useRun.ts'
import { useWorkWords } from '#renderer/work/useWorkWords.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** Work that headquarters could not process; it stays here until somebody sends it again or hands it to the supervisors. */
export function Parked({ rows }: { readonly rows: readonly OutboxRow[] }) {
  const words = useWords()
  const { sync } = words.frame
  const { count } = useFormat()
  const { save, running, problem } = useFileOf('exportItems', (saved) => words.items.exported(count(saved)))
  return (
    <section aria-labelledby="parked">
      <SectionTitle
        id="parked"
        count={count(rows.length)}
        aside={
          <Button
            variant="default"
            size="compact-sm"
            title={words.items.exportHint}
            loading={running}
            leftSection={<IconFileDownload size={14} aria-hidden />}
            onClick={() => void save({ what: 'parked' })}
          >
            {words.items.export}
          </Button>
        }
      >
        {sync.parked}
      </SectionTitle>
      <Text size="sm" c="dimmed">
        {sync.parkedText}
      </Text>
      <ProblemNote problem={problem} />
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
  const now = useClock(30_000)
  return (
    <li className={classes['item']} data-op={row.opId} data-state={row.state}>
      <div className={classes['itemHead']}>
        <IconPlayerPause size={16} aria-hidden className={classes['problem']} />
        <h3>{work.kinds(row.kinds)}</h3>
        <span className={classes['quiet']} title={format.dateTime(row.capturedAt)}>
          {frame.sync.byAt(work.person(row.actorId), format.ago(row.capturedAt, now))}
        </span>
      </div>
      {row.problem === undefined ? null : <p>{problems[row.problem]}</p>}
      {row.operation === undefined ? null : <OperationWords operation={row.operation} />}
      {row.state === 'handed_in' ? <p>{frame.sync.handedIn}</p> : <ParkedWays opId={row.opId} />}
    </li>
  )
}

function ParkedWays({ opId }: { readonly opId: string }) {
  const words = useWords().frame.sync
  const retrying = useRun('retryParked')
  const handing = useRun('handInParked')
  async function handIn(): Promise<void> {
    if ((await handing.run({ opId })) !== undefined) announce(words.handedIn)
  }
  return (
    <>
      <ProblemNote problem={retrying.problem ?? handing.problem} />
      <div className={classes['actions']}>
        <Button variant="default" loading={retrying.running} onClick={() => void retrying.run({ opId })}>
          {words.retry}
        </Button>
        <Button
          variant="default"
          loading={handing.running}
          leftSection={<IconUserShare size={14} aria-hidden />}
          title={words.handInHint}
          onClick={() => void handIn()}
        >
          {words.handIn}
        </Button>
      </div>
    </>
  )
}
