import type { ReactNode } from 'react'
import { useElementSize } from '@mantine/hooks'
import type { TicketRow } from '#renderer/data/contract.ts'
import { RecordChip } from '#renderer/ui/RecordChip.tsx'
import { RecordList, type Column } from '#renderer/ui/RecordList.tsx'
import { useClock } from '#renderer/ui/useClock.ts'
import { fitting } from '#renderer/work/fitting.ts'
import classes from '#renderer/work/marks.module.css'
import { DueMark, PriorityMark, StatusMark } from '#renderer/work/TicketMarks.tsx'
import { useFormat, type Format } from '#renderer/words/format.ts'
import { useWords, type Words } from '#renderer/words/words.ts'

export type TicketColumn =
  | 'code'
  | 'subject'
  | 'customer'
  | 'status'
  | 'priority'
  | 'due'
  | 'changed'
  | 'owner'
  | 'saved'

interface TicketTableProps {
  readonly label: string
  readonly rows: readonly TicketRow[]
  readonly columns: readonly TicketColumn[]
  readonly onOpen: (ticketId: string) => void
  readonly autoFocus?: boolean
  readonly hideHeader?: boolean
}

const widths: Readonly<Record<TicketColumn, string>> = {
  code: '128px',
  subject: 'minmax(140px, 2fr)',
  customer: 'minmax(90px, 1fr)',
  status: '192px',
  priority: '84px',
  due: '112px',
  changed: '104px',
  owner: 'minmax(80px, 0.8fr)',
  saved: '28px',
}

/** Tickets for the keyboard, with the columns that the place needs. */
export function TicketTable({ columns, rows, onOpen, ...list }: TicketTableProps) {
  const words = useWords()
  const format = useFormat()
  const now = useClock(60_000)
  const { ref, width } = useElementSize()
  return (
    <div ref={ref} className={classes['table']}>
      <RecordList
        {...list}
        rows={rows}
        columns={fitting(columns, width).map((key) => columnOf(key, words, format, now))}
        rowKey={({ ticket }) => ticket.id}
        onOpen={({ ticket }) => onOpen(ticket.id)}
      />
    </div>
  )
}

/** One column of tickets. */
export function columnOf(key: TicketColumn, words: Words, format: Format, now: number): Column<TicketRow> {
  const quiet = (text: string) => <span className={classes['quiet']}>{text}</span>
  const cells: Readonly<Record<TicketColumn, (row: TicketRow) => ReactNode>> = {
    code: ({ ticket }) => <span className={classes['code']}>{ticket.code}</span>,
    subject: ({ ticket }) => <span title={ticket.subject}>{ticket.subject}</span>,
    customer: ({ customerName }) => customerName ?? quiet(words.work.tickets.noCustomer),
    status: ({ ticket }) => <StatusMark status={ticket.status} />,
    priority: ({ ticket }) => <PriorityMark priority={ticket.priority} />,
    due: ({ sla }) => <DueMark sla={sla} now={now} />,
    changed: ({ ticket }) => format.when(ticket.updatedAt, now),
    owner: ({ ownerName }) => ownerName ?? quiet(words.work.tickets.unknownOwner),
    saved: ({ state }) => <RecordChip state={state} words={words.common.recordStates} iconOnly />,
  }
  return {
    key,
    title: words.work.tickets[key],
    titleHidden: key === 'saved',
    align: key === 'saved' ? 'end' : 'start',
    width: widths[key],
    render: cells[key],
  }
}
