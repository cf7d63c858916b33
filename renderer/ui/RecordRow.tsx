import { memo } from 'react'
import type { Column } from '#renderer/ui/RecordList.tsx'
import classes from '#renderer/ui/RecordList.module.css'

interface RecordRowProps<Row> {
  readonly row: Row
  readonly index: number
  readonly columns: readonly Column<Row>[]
  readonly active: boolean
  /** In a list whose rows can be chosen. */
  readonly selected?: boolean | undefined
  readonly selectLabel?: string | undefined
  /** Its place in a long list, of which only the visible rows are in the page. */
  readonly top: number | undefined
  readonly onFocus: (index: number) => void
  readonly onOpen: (index: number) => void
  readonly onSelect: (index: number) => void
}

function Row<Row>({
  row,
  index,
  columns,
  active,
  selected,
  selectLabel,
  top,
  onFocus,
  onOpen,
  onSelect,
}: RecordRowProps<Row>) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected ?? active}
      data-selected={selected}
      tabIndex={active ? 0 : -1}
      data-row={index}
      className={top === undefined ? classes['row'] : classes['placed']}
      style={top === undefined ? undefined : { top }}
      onFocus={() => onFocus(index)}
      onClick={() => onOpen(index)}
    >
      {selectLabel === undefined ? null : (
        <span role="gridcell">
          {/* For the mouse; the keyboard has Space. A box of Mantine's costs as much as all the rest of a row. */}
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={selectLabel}
            checked={selected === true}
            onClick={(event) => event.stopPropagation()}
            onChange={() => onSelect(index)}
          />
        </span>
      )}
      {columns.map((column) => (
        <span key={column.key} role="gridcell" data-align={column.align} className={column.className}>
          {column.render(row)}
        </span>
      ))}
    </div>
  )
}

/** Drawn again only when its record, its place or its being active changes: one key press draws two rows, not all. */
export const RecordRow = memo(Row) as typeof Row
