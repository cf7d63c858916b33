import { useEffect, useRef, useState, type ReactNode } from 'react'
import { VisuallyHidden } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { RecordRow } from '#renderer/ui/RecordRow.tsx'
import { useRoving } from '#renderer/ui/useRoving.ts'
import { useSelecting } from '#renderer/ui/useSelecting.ts'
import classes from '#renderer/ui/RecordList.module.css'

export interface Column<Row> {
  readonly key: string
  readonly title: string
  /** For a column of signs: the title is read out and not seen. */
  readonly titleHidden?: boolean
  /** A track of a CSS grid: `120px`, `1fr`, `minmax(160px, 2fr)`. */
  readonly width: string
  readonly align?: 'start' | 'end'
  readonly render: (row: Row) => ReactNode
}

export interface RecordListProps<Row> {
  /** What the list is, for screen readers. */
  readonly label: string
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly rowKey: (row: Row) => string
  readonly onOpen: (row: Row) => void
  /** Called as the active row changes, for a preview. */
  readonly onActive?: (row: Row) => void
  /** Takes the focus at once, so that the keyboard works without a click. */
  readonly autoFocus?: boolean
  readonly hideHeader?: boolean
  /** Rows can be chosen: by their box, Space, Shift with arrows, Ctrl+A. */
  readonly selection?: Selection<Row>
  /** Which rows are on the page, first and last. */
  readonly onSeen?: (first: number, last: number) => void
}

export interface Selection<Row> {
  /** What choosing is called, and of which row it is said. */
  readonly label: string
  readonly nameOf: (row: Row) => string
  readonly keys: ReadonlySet<string>
  readonly onChange: (keys: ReadonlySet<string>) => void
}

/** Below this, every row is in the page. */
const virtualFrom = 100

/** A list for the keyboard: j, k and arrows move, Enter opens, Home and End jump. Rows of 32 px; long lists draw only what is seen. */
export function RecordList<Row>(props: RecordListProps<Row>) {
  const { rows, columns, rowKey } = props
  const scroller = useRef<HTMLDivElement>(null)
  const long = rows.length > virtualFrom
  const [rowHeight] = useState(rowHeightNow)
  const virtual = useVirtualizer({
    count: rows.length,
    enabled: long,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  })
  const roving = useRoving(props, scroller, (index) => long && virtual.scrollToIndex(index))
  const seen = long ? virtual.getVirtualItems().map((item) => item.index) : rows.map((_, index) => index)
  useSeen(seen, props.onSeen)
  const { selection } = props
  const selecting = useSelecting(props, roving.active)
  const tracks = [...(selection === undefined ? [] : ['22px']), ...columns.map(({ width }) => width)].join(
    ' ',
  )
  const drawn = long ? withActive(seen, roving.active) : seen
  return (
    <div ref={scroller} className={classes['scroller']}>
      <div
        role="grid"
        aria-label={props.label}
        aria-rowcount={rows.length + 1}
        aria-multiselectable={selection !== undefined}
        onKeyDown={(event) => {
          selecting.onKeyDown(event)
          roving.onKeyDown(event)
        }}
      >
        {props.hideHeader === true ? null : (
          <div
            role="row"
            aria-rowindex={1}
            className={classes['header']}
            style={{ gridTemplateColumns: tracks }}
          >
            {selection === undefined ? null : (
              <span role="columnheader">
                <VisuallyHidden>{selection.label}</VisuallyHidden>
              </span>
            )}
            {columns.map((column) => (
              <span key={column.key} role="columnheader" data-align={column.align}>
                {column.titleHidden === true ? <VisuallyHidden>{column.title}</VisuallyHidden> : column.title}
              </span>
            ))}
          </div>
        )}
        <div
          role="rowgroup"
          className={classes['body']}
          style={long ? { height: virtual.getTotalSize() } : undefined}
        >
          {drawn.map((index) => {
            const row = rows[index]
            return row === undefined ? null : (
              <RecordRow
                key={rowKey(row)}
                row={row}
                index={index}
                columns={columns}
                active={index === roving.active}
                selected={selection?.keys.has(rowKey(row))}
                selectLabel={selection && `${selection.label} ${selection.nameOf(row)}`}
                tracks={tracks}
                top={long ? index * rowHeight : undefined}
                onFocus={roving.onFocusRow}
                onOpen={roving.onOpenRow}
                onSelect={selecting.onToggle}
              />
            )
          })}
        </div>
      </div>
    </div>
  )
}

/** Tells which rows are drawn, when others are. */
function useSeen(drawn: readonly number[], onSeen: RecordListProps<unknown>['onSeen']): void {
  const first = drawn[0] ?? 0
  const last = drawn.at(-1) ?? 0
  useEffect(() => onSeen?.(first, last), [first, last, onSeen])
}

/** The active row stays in the page even when it is scrolled away: it may hold the focus. */
function withActive(seen: readonly number[], active: number): readonly number[] {
  return seen.includes(active) ? seen : [...seen, active].toSorted((a, b) => a - b)
}

/** Rows are 32 px, or what the person at the desk chose: `--loket-row`. */
function rowHeightNow(): number {
  return Number.parseInt(getComputedStyle(document.documentElement).getPropertyValue('--loket-row'), 10) || 32
}
