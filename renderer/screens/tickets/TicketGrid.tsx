import { useCallback, useMemo } from 'react'
import type { TicketRow } from '#renderer/data/contract.ts'
import { RecordList, type Column } from '#renderer/ui/RecordList.tsx'
import { useWidth } from '#renderer/ui/useWidth.ts'
import classes from '#renderer/work/marks.module.css'
import { useTicketColumns, type TicketColumn } from '#renderer/work/ticket-columns.tsx'
import { useWords } from '#renderer/words/words.ts'

interface TicketGridProps {
  readonly label: string
  readonly ids: readonly string[]
  /** The rows that are known by now. */
  readonly byId: ReadonlyMap<string, TicketRow>
  readonly columns: readonly TicketColumn[]
  readonly selected: ReadonlySet<string>
  readonly onSelect: (selected: ReadonlySet<string>) => void
  readonly onOpen: (ticketId: string) => void
  readonly onSeen: (first: number) => void
}

/** A ticket, or its id while the desk is still asked for it. */
type Shown = TicketRow | string
const idOf = (row: Shown) => (typeof row === 'string' ? row : row.ticket.id)
const codeOf = (row: Shown) => (typeof row === 'string' ? '' : row.ticket.code)

/** Tickets by the ten thousand: the list knows their ids, and only what is seen is a row. */
export function TicketGrid(props: TicketGridProps) {
  const { ids, byId, columns, selected, onSelect, onOpen, ...list } = props
  const words = useWords()
  const { ref, width } = useWidth()
  const known = useTicketColumns(columns, width === undefined ? 0 : width - 34)
  const shown = useMemo(() => known.map(onceKnown), [known])
  const wholeOf = useCallback((row: Shown) => byId.get(idOf(row)) ?? row, [byId])
  return (
    <div ref={ref} className={classes['table']}>
      {width === undefined ? null : (
        <RecordList<Shown>
          {...list}
          // Whoever is typing what to leave out goes on typing.
          autoFocus={!(document.activeElement instanceof HTMLInputElement)}
          rows={ids}
          wholeOf={wholeOf}
          columns={shown}
          rowKey={idOf}
          onOpen={(row) => onOpen(idOf(row))}
          selection={{
            label: words.ticketing.list.select,
            nameOf: codeOf,
            keys: selected,
            onChange: onSelect,
          }}
        />
      )}
    </div>
  )
}

/** A row that is still on its way from the desk is a quiet line. */
function onceKnown(column: Column<TicketRow>): Column<Shown> {
  return {
    ...column,
    render: (row) =>
      typeof row === 'string' ? <span className={classes['quiet']}>…</span> : column.render(row),
  }
}
