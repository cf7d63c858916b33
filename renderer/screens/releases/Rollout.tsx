import { useEffect, useState } from 'react'
import { Button, Table } from '@mantine/core'
import type { CentreRollout } from '#domain/sync/session.ts'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/releases/releases.module.css'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { LoadingRows } from '#renderer/ui/LoadingRows.tsx'
import { useClock } from '#renderer/ui/useClock.ts'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { useRun } from '#renderer/work/useRun.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** Which desk of which centre holds which release. Only headquarters knows, so this asks it. */
export function Rollout() {
  const { work, common } = useWords()
  const words = work.releases
  const format = useFormat()
  const now = useClock(30_000)
  const { run, running, problem } = useRun('askRollout')
  const [answer, setAnswer] = useState<{ readonly at: number; readonly centres: readonly CentreRollout[] }>()
  const link = useLive('sync')?.link
  const latest = useLive('releases')?.[0]
  async function ask(): Promise<void> {
    const done = await run({})
    if (done !== undefined) setAnswer({ at: Date.now(), centres: done.value })
  }
  useEffect(() => {
    if (link === 'up') void ask()
    // oxlint-disable-next-line react/exhaustive-deps -- once when the line is there
  }, [link])
  const desks = answer?.centres.flatMap(({ devices }) => devices) ?? []
  const have = desks.filter(({ newestReleaseId }) => newestReleaseId === latest?.releaseId)
  const use = desks.filter(({ releaseId }) => releaseId === latest?.releaseId)
  return (
    <div className={classes['rolloutArea']}>
      {link === 'down' ? (
        <ErrorNote tone="calm">{words.rolloutOffline}</ErrorNote>
      ) : (
        <ProblemNote problem={problem} />
      )}
      <div className={classes['row']}>
        {answer === undefined || latest === undefined ? null : (
          <strong>
            {words.rolloutHave(format.count(have.length), format.count(desks.length), latest.version ?? '')}
            {words.rolloutUse(format.count(use.length))}
          </strong>
        )}
        {answer === undefined ? null : (
          <span className={classes['quiet']}>{words.rolloutAsOf(format.when(answer.at, now))}</span>
        )}
        <Button variant="default" loading={running} disabled={link === 'down'} onClick={ask}>
          {words.rolloutAsk}
        </Button>
      </div>
      {answer === undefined && running ? <LoadingRows rows={6} label={common.loading} /> : null}
      {answer?.centres.length === 0 ? <EmptyState title={words.noDesks} /> : null}
      {answer === undefined || answer.centres.length === 0 ? null : (
        <RolloutTable centres={answer.centres} latestId={latest?.releaseId} now={now} />
      )}
    </div>
  )
}

interface RolloutTableProps {
  readonly centres: readonly CentreRollout[]
  readonly latestId: string | undefined
  readonly now: number
}

function RolloutTable({ centres, latestId, now }: RolloutTableProps) {
  const { work } = useWords()
  const words = work.releases
  const format = useFormat()
  return (
    <div className={classes['scroll']}>
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.centre}</Table.Th>
            <Table.Th>{words.desk}</Table.Th>
            <Table.Th>{words.holds}</Table.Th>
            <Table.Th>{words.has}</Table.Th>
            <Table.Th>{words.seen}</Table.Th>
            <Table.Th ta="end">{words.waiting}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {centres.flatMap(({ centreId, centreName, devices }) =>
            devices.length === 0
              ? [
                  <Table.Tr key={centreId}>
                    <Table.Td>{centreName}</Table.Td>
                    <Table.Td colSpan={5} c="dimmed">
                      {words.noDesks}
                    </Table.Td>
                  </Table.Tr>,
                ]
              : devices.map((device, index) => (
                  <Table.Tr key={device.deviceId}>
                    <Table.Td>{index === 0 ? centreName : ''}</Table.Td>
                    <Table.Td>{device.label}</Table.Td>
                    <Table.Td>
                      {device.newestReleaseId?.replace('release:', '') ?? words.noRelease}{' '}
                      {device.newestReleaseId !== undefined && device.newestReleaseId === latestId ? (
                        <span className={classes['quiet']}>{words.isLast}</span>
                      ) : null}
                    </Table.Td>
                    <Table.Td>{device.releaseId?.replace('release:', '') ?? words.noRelease}</Table.Td>
                    <Table.Td>
                      {device.seenAt === undefined ? words.never : format.ago(device.seenAt, now)}
                    </Table.Td>
                    <Table.Td ta="end">{format.count(device.waiting)}</Table.Td>
                  </Table.Tr>
                )),
          )}
        </Table.Tbody>
      </Table>
    </div>
  )
}
