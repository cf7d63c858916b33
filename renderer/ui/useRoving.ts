import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type RefObject,
} from 'react'
import { flushSync } from 'react-dom'

interface Roving<Row> {
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly onOpen: (row: Row) => void
  readonly onActive?: (row: Row) => void
  readonly autoFocus?: boolean
}

/**
 * One row of a list has the focus, and keys carry it on. It stays with its record when the list changes around it.
 * In a long list each key counts at once, and the row it came to is drawn with the next frame: so keys may come faster
 * than frames.
 */
export function useRoving<Row>(
  list: Roving<Row>,
  scroller: RefObject<HTMLElement | null>,
  reveal: (index: number) => void,
  isLong = false,
) {
  const { rows, rowKey } = list
  const [activeKey, setActiveKey] = useState<string>()
  // The row that a key asked for. By its key: the rows may change before it has the focus.
  const asked = useRef<{ readonly key: string; readonly index: number } | undefined>(undefined)
  const frame = useRef<number | undefined>(undefined)
  const last = useRef(0)
  const place = (key: string | undefined) => placeOf(rows, rowKey, key, [last.current, asked.current?.index])
  const active = place(activeKey) ?? Math.max(0, Math.min(last.current, rows.length - 1))
  /** Where the keys have come to: what is drawn, or on its way to it. */
  const now = () => (asked.current === undefined ? active : (place(asked.current.key) ?? active))

  useLayoutEffect(() => {
    last.current = active
    if (asked.current === undefined || asked.current.key !== activeKey) return
    if (focusRow(scroller.current, active)) asked.current = undefined
  })
  useEffect(() => {
    // A list that comes late takes nothing away from a dialog that was opened meanwhile.
    const isCovered = document.querySelector('[aria-modal="true"]') !== null
    if (list.autoFocus === true && !isCovered) focusRow(scroller.current, 0)
    return () => cancelAnimationFrame(frame.current ?? 0)
    // oxlint-disable-next-line react/exhaustive-deps -- only when the list appears
  }, [])

  function setActive(index: number): void {
    const row = rows[index]
    if (row === undefined || rowKey(row) === activeKey) return
    if (asked.current?.key !== rowKey(row)) asked.current = undefined
    setActiveKey(rowKey(row))
    list.onActive?.(row)
  }
  function openRow(index: number): void {
    const row = rows[index]
    if (row !== undefined) list.onOpen(row)
  }
  function draw(): void {
    frame.current = undefined
    const target = now()
    // Whoever has gone elsewhere with the next key is not called back.
    if (target === active || scroller.current?.contains(document.activeElement) !== true) {
      asked.current = undefined
      return
    }
    flushSync(() => moveTo(target))
  }
  function moveTo(index: number): void {
    reveal(index)
    setActive(index)
  }
  const handlers = { focus: setActive, open: openRow, draw }
  const latest = useRef(handlers)
  useLayoutEffect(() => {
    latest.current = handlers
  })
  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || !isRow(event.target)) return
    const from = now()
    if (event.key === 'Enter') openRow(from)
    const target = targetOf(event.key, from, rows.length)
    const row = target === undefined ? undefined : rows[target]
    if (target !== undefined && row !== undefined && target !== from) {
      asked.current = { key: rowKey(row), index: target }
      if (isLong) frame.current ??= requestAnimationFrame(() => latest.current.draw())
      else moveTo(target)
    }
    if (target !== undefined || event.key === 'Enter') event.preventDefault()
  }
  const onFocusRow = useCallback((index: number) => latest.current.focus(index), [])
  const onOpenRow = useCallback((index: number) => latest.current.open(index), [])
  return { active, now, onFocusRow, onOpenRow, onKeyDown }
}

/** Mostly it is where it is looked for first; else every row is looked at. */
function placeOf<Row>(
  rows: readonly Row[],
  rowKey: (row: Row) => string,
  key: string | undefined,
  first: readonly (number | undefined)[],
): number | undefined {
  const there = first.find((index) => {
    const row = rows[index ?? -1]
    return row !== undefined && rowKey(row) === key
  })
  if (there !== undefined) return there
  const found = key === undefined ? -1 : rows.findIndex((row) => rowKey(row) === key)
  return found < 0 ? undefined : found
}

function targetOf(key: string, active: number, length: number): number | undefined {
  const targets: Readonly<Record<string, number>> = {
    j: active + 1,
    ArrowDown: active + 1,
    k: active - 1,
    ArrowUp: active - 1,
    Home: 0,
    End: length - 1,
    PageDown: active + 15,
    PageUp: active - 15,
  }
  const target = targets[key]
  return target === undefined || length === 0 ? undefined : Math.max(0, Math.min(length - 1, target))
}

/** Buttons inside of a row keep their own keys. */
function isRow(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.role === 'row'
}

/** False while the row is not on the page. */
function focusRow(scroller: HTMLElement | null, index: number): boolean {
  const row = scroller?.querySelector<HTMLElement>(`[data-row="${index}"]`)
  row?.focus()
  return row !== undefined && row !== null
}
