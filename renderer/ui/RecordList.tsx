import { useEffect, useRef, useState, type ReactNode } from 'react'
import { RecordHeader } from '#renderer/ui/RecordHeader.tsx'
import { RecordRow } from '#renderer/ui/RecordRow.tsx'
import { useDrawn } from '#renderer/ui/useDrawn.ts'
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
  /** Of all its cells. */
  readonly className?: string | undefined
  readonly render: (row: Row) => ReactNode
}

export interface RecordListProps<Row> {
  /** What the list is, for screen readers. */
  readonly label: string
  readonly rows: readonly Row[]
  /** What is drawn of a row, where the list itself holds less of each. */
  readonly wholeOf?: (row: Row) => Row
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
/** px; `.header` */
const headerHeight = 28

/** A list for the keyboard: j, k and arrows move, Enter opens, Home and End jump. Rows of 32 px; long lists draw only what is seen. */
export function RecordList<Row>(props: RecordListProps<Row>) {
  const { rows, columns, rowKey, wholeOf, selection, hideHeader = false } = props
  const scroller = useRef<HTMLDivElement>(null)
  const isLong = rows.length > virtualFrom
  const [rowHeight] = useState(rowHeightNow)
  const { from, to, reveal } = useDrawn(scroller, {
    count: rows.length,
    rowHeight,
    headerHeight: hideHeader ? 0 : headerHeight,
    isLong,
  })
  const roving = useRoving(props, scroller, reveal, isLong)
  useSeen(from, to - 1, props.onSeen)
  const selecting = useSelecting(props, roving.now)
  const widths = [...(selection === undefined ? [] : ['22px']), ...columns.map(({ width }) => width)]
  return (
    <div ref={scroller} className={classes['scroller']}>
      <div
        role="grid"
        aria-label={props.label}
        aria-rowcount={rows.length + 1}
        aria-multiselectable={selection !== undefined}
        style={{ gridTemplateColumns: widths.join(' ') }}
        onKeyDown={(event) => {
          selecting.onKeyDown(event)
          roving.onKeyDown(event)
        }}
      >
        {hideHeader ? null : <RecordHeader columns={columns} selectLabel={selection?.label} />}
        <div
          role="rowgroup"
          className={classes['body']}
          style={isLong ? { height: rows.length * rowHeight } : undefined}
        >
          {drawn(from, to, roving.active).map((index) => {
            const row = rows[index]
            if (row === undefined) return null
            const whole = wholeOf?.(row) ?? row
            return (
              <RecordRow
                key={rowKey(row)}
                row={whole}
                index={index}
                columns={columns}
                active={index === roving.active}
                selected={selection?.keys.has(rowKey(row))}
                selectLabel={selection && `${selection.label} ${selection.nameOf(whole)}`}
                top={isLong ? index * rowHeight : undefined}
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
function useSeen(first: number, last: number, onSeen: RecordListProps<unknown>['onSeen']): void {
  useEffect(() => onSeen?.(first, last), [first, last, onSeen])
}

/** The active row stays in the page even when it is scrolled away: it may hold the focus. */
function drawn(from: number, to: number, active: number): readonly number[] {
  const seen = Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n)
  return active < from ? [active, ...seen] : active >= to ? [...seen, active] : seen
}

/** Rows are 32 px, or what the person at the desk chose: `--loket-row`. */
function rowHeightNow(): number {
  return Number.parseInt(getComputedStyle(document.documentElement).getPropertyValue('--loket-row'), 10) || 32
}
