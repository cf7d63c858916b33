import { useMemo } from 'react'
import { useElementSize } from '@mantine/hooks'
import type { TicketRow } from '#renderer/data/contract.ts'
import { RecordList, type Column } from '#renderer/ui/RecordList.tsx'
import { useClock } from '#renderer/ui/useClock.ts'
import { fitting } from '#renderer/work/fitting.ts'
import classes from '#renderer/work/marks.module.css'
import { columnOf, type TicketColumn } from '#renderer/work/TicketTable.tsx'
import { useFormat } from '#renderer/words/format.ts'
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
  const format = useFormat()
  const now = useClock(60_000)
  const { ref, width } = useElementSize()
  const rows = useMemo(() => ids.map((id): Shown => byId.get(id) ?? id), [ids, byId])
  const shown = useMemo(
    () =>
      fitting(columns, width === 0 ? 0 : width - 34).map((key) =>
        onceKnown(columnOf(key, words, format, now)),
      ),
    [columns, width, words, format, now],
  )
  return (
    <div ref={ref} className={classes['table']}>
      <RecordList
        {...list}
        // Whoever is typing what to leave out goes on typing.
        autoFocus={!(document.activeElement instanceof HTMLInputElement)}
        rows={rows}
        columns={shown}
        rowKey={idOf}
        onOpen={(row) => onOpen(idOf(row))}
        selection={{ label: words.ticketing.list.select, nameOf: codeOf, keys: selected, onChange: onSelect }}
      />
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
