import { useMemo, type ReactNode } from 'react'
import type { TicketRow } from '#renderer/data/contract.ts'
import { RecordChip } from '#renderer/ui/RecordChip.tsx'
import type { Column } from '#renderer/ui/RecordList.tsx'
import { useClock } from '#renderer/ui/useClock.ts'
import { fitting } from '#renderer/work/fitting.ts'
import classes from '#renderer/work/marks.module.css'
import { dueMark, priorityMark, statusMark } from '#renderer/work/TicketMarks.tsx'
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

/** As many of these columns as a width in px has room for; the same ones until the minute, the language or the width is another. */
export function useTicketColumns(
  columns: readonly TicketColumn[],
  width: number,
): readonly Column<TicketRow>[] {
  const words = useWords()
  const format = useFormat()
  const now = useClock(60_000)
  const fit = fitting(columns, width).join(' ')
  return useMemo(
    () => (fit.split(' ') as TicketColumn[]).map((key) => columnOf(key, words, format, now)),
    [fit, words, format, now],
  )
}

/** Lists run past by the ten thousand: what a cell needs of words and formats is asked once, not by a hook in each. */
function columnOf(key: TicketColumn, words: Words, format: Format, now: number): Column<TicketRow> {
  const quiet = (text: string) => <span className={classes['quiet']}>{text}</span>
  const cells: Readonly<Record<TicketColumn, (row: TicketRow) => ReactNode>> = {
    code: ({ ticket }) => ticket.code,
    subject: ({ ticket }) => <span title={ticket.subject}>{ticket.subject}</span>,
    customer: ({ customerName }) => customerName ?? quiet(words.work.tickets.noCustomer),
    status: ({ ticket }) => statusMark(ticket.status, words),
    priority: ({ ticket }) => priorityMark(ticket.priority, words),
    due: ({ sla }) => dueMark(sla, now, words, format),
    changed: ({ ticket }) => format.when(ticket.updatedAt, now),
    owner: ({ ownerName }) => ownerName ?? quiet(words.work.tickets.unknownOwner),
    saved: ({ state }) => <RecordChip state={state} words={words.common.recordStates} iconOnly />,
  }
  return {
    key,
    title: words.work.tickets[key],
    titleHidden: key === 'saved',
    align: key === 'saved' ? 'end' : 'start',
    className: key === 'code' ? classes['code'] : undefined,
    width: widths[key],
    render: cells[key],
  }
}
