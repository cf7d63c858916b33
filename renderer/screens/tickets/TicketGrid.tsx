import { useMemo } from 'react'
import { Checkbox } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import type { TicketRow } from '#renderer/data/contract.ts'
import { RecordList, type Column, type Selection } from '#renderer/ui/RecordList.tsx'
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
  readonly selection: Selection
  readonly onOpen: (ticketId: string) => void
  readonly onSeen: (first: number) => void
}

const itself = (id: string) => id

/** Tickets by the ten thousand: the list knows their ids, and only what is seen is a row. */
export function TicketGrid({ ids, byId, columns, selection, ...list }: TicketGridProps) {
  const words = useWords()
  const format = useFormat()
  const now = useClock(60_000)
  const { ref, width } = useElementSize()
  const shown = useMemo(
    () => [
      selectColumn(selection, byId, words.ticketing.list.select),
      ...fitting(columns, width === 0 ? 0 : width - 34).map((key) =>
        ofId(columnOf(key, words, format, now), byId),
      ),
    ],
    [columns, width, words, format, now, byId, selection],
  )
  return (
    <div ref={ref} className={classes['table']}>
      <RecordList
        {...list}
        // Whoever is typing what to leave out goes on typing.
        autoFocus={!(document.activeElement instanceof HTMLInputElement)}
        rows={ids}
        columns={shown}
        rowKey={itself}
        selection={selection}
      />
    </div>
  )
}

/** A row that is still on its way from the desk is a quiet line. */
function ofId(column: Column<TicketRow>, byId: ReadonlyMap<string, TicketRow>): Column<string> {
  return {
    ...column,
    render: (id) => {
      const row = byId.get(id)
      return row === undefined ? <span className={classes['quiet']}>…</span> : column.render(row)
    },
  }
}

/** For the mouse; the keyboard has Space. */
function selectColumn(
  { keys, onChange }: Selection,
  byId: ReadonlyMap<string, TicketRow>,
  title: string,
): Column<string> {
  return {
    key: 'select',
    title,
    titleHidden: true,
    width: '22px',
    render: (id) => (
      <Checkbox
        size="xs"
        tabIndex={-1}
        aria-label={`${title} ${byId.get(id)?.ticket.code ?? ''}`}
        checked={keys.has(id)}
        onClick={(event) => event.stopPropagation()}
        onChange={(event) => {
          const rest = [...keys].filter((key) => key !== id)
          onChange(new Set(event.currentTarget.checked ? [...rest, id] : rest))
        }}
      />
    ),
  }
}
