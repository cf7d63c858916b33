import { useMemo } from 'react'
import { Button } from '@mantine/core'
import { IconChecklist } from '@tabler/icons-react'
import type { TicketRow } from '#renderer/data/contract.ts'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/desk/desk.module.css'
import { go } from '#renderer/stores/workspace.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { LoadingRows } from '#renderer/ui/LoadingRows.tsx'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { useClock } from '#renderer/ui/useClock.ts'
import { TicketTable } from '#renderer/work/TicketTable.tsx'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

const most = 200

/** What this person has to do: the late ones first, then by priority and due time. */
export function MyTickets() {
  const { work, common } = useWords()
  const format = useFormat()
  const now = useClock(60_000)
  const rows = useLive('ticketList', 'mine', most)
  const ordered = useMemo(() => rows && byUrgency(rows, now), [rows, now])
  const late = rows?.filter(({ dueAt }) => dueAt < now).length ?? 0
  return (
    <section className={classes['mine']} aria-labelledby="my-tickets">
      <SectionTitle
        id="my-tickets"
        count={rows === undefined ? undefined : format.count(rows.length)}
        aside={
          <>
            {late > 0 ? (
              <span className={classes['late']}>{work.desk.lateCount(format.count(late))}</span>
            ) : null}
            <Button size="compact-xs" variant="subtle" onClick={() => go({ at: 'tickets', view: 'mine' })}>
              {work.desk.allMine}
            </Button>
          </>
        }
      >
        {work.desk.myTickets}
      </SectionTitle>
      <div className={classes['list']}>
        {ordered === undefined ? <LoadingRows rows={8} label={common.loading} /> : null}
        {ordered?.length === 0 ? (
          <EmptyState icon={IconChecklist} title={work.desk.noTickets} text={work.desk.noTicketsHint} />
        ) : null}
        {ordered !== undefined && ordered.length > 0 ? (
          <TicketTable
            autoFocus
            label={work.desk.myTickets}
            rows={ordered}
            columns={['due', 'priority', 'subject', 'customer', 'status', 'code', 'saved']}
            onOpen={(ticketId) => go({ at: 'ticket', ticketId })}
          />
        ) : null}
      </div>
    </section>
  )
}

function byUrgency(rows: readonly TicketRow[], now: number): readonly TicketRow[] {
  const late = (row: TicketRow) => (row.dueAt < now ? 0 : 1)
  return rows.toSorted(
    (a, b) => late(a) - late(b) || a.ticket.priority.localeCompare(b.ticket.priority) || a.dueAt - b.dueAt,
  )
}
