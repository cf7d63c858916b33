import type { TicketRow } from '#renderer/data/contract.ts'
import { RecordList } from '#renderer/ui/RecordList.tsx'
import { useWidth } from '#renderer/ui/useWidth.ts'
import classes from '#renderer/work/marks.module.css'
import { useTicketColumns, type TicketColumn } from '#renderer/work/ticket-columns.tsx'

interface TicketTableProps {
  readonly label: string
  readonly rows: readonly TicketRow[]
  readonly columns: readonly TicketColumn[]
  readonly onOpen: (ticketId: string) => void
  readonly autoFocus?: boolean
  readonly hideHeader?: boolean
}

/** Tickets for the keyboard, with the columns that the place needs and has room for. */
export function TicketTable({ columns, rows, onOpen, ...list }: TicketTableProps) {
  const { ref, width } = useWidth()
  const shown = useTicketColumns(columns, width ?? 0)
  return (
    <div ref={ref} className={classes['table']}>
      {width === undefined ? null : (
        <RecordList
          {...list}
          rows={rows}
          columns={shown}
          rowKey={({ ticket }) => ticket.id}
          onOpen={({ ticket }) => onOpen(ticket.id)}
        />
      )}
    </div>
  )
}
