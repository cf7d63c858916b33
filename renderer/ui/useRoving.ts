import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type RefObject,
} from 'react'

interface Roving<Row> {
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly onOpen: (row: Row) => void
  readonly onActive?: (row: Row) => void
  readonly autoFocus?: boolean
}

/** One row of a list has the focus, and keys carry it on. It stays with its record when the list changes around it. */
export function useRoving<Row>(
  list: Roving<Row>,
  scroller: RefObject<HTMLElement | null>,
  reveal: (index: number) => void,
) {
  const { rows, rowKey } = list
  const [activeKey, setActiveKey] = useState<string>()
  // The row that a key asked for. By its key: an effect of the render before may still be on its way.
  const asked = useRef<string | undefined>(undefined)
  const found = rows.findIndex((row) => rowKey(row) === activeKey)
  const last = useRef(0)
  const active = found >= 0 ? found : Math.max(0, Math.min(last.current, rows.length - 1))

  useEffect(() => {
    last.current = active
    if (asked.current === undefined || asked.current !== activeKey) return
    if (focusRow(scroller.current, active)) asked.current = undefined
  })
  useEffect(() => {
    // A list that comes late takes nothing away from a dialog that was opened meanwhile.
    const isCovered = document.querySelector('[aria-modal="true"]') !== null
    if (list.autoFocus === true && !isCovered) focusRow(scroller.current, 0)
    // oxlint-disable-next-line react/exhaustive-deps -- only when the list appears
  }, [])

  function setActive(index: number): void {
    const row = rows[index]
    if (row === undefined || rowKey(row) === activeKey) return
    if (asked.current !== rowKey(row)) asked.current = undefined
    setActiveKey(rowKey(row))
    list.onActive?.(row)
  }
  function openRow(index: number): void {
    const row = rows[index]
    if (row !== undefined) list.onOpen(row)
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || !isRow(event.target)) return
    if (event.key === 'Enter') openRow(active)
    const target = targetOf(event.key, active, rows.length)
    const row = target === undefined ? undefined : rows[target]
    if (target !== undefined && row !== undefined && target !== active) {
      asked.current = rowKey(row)
      reveal(target)
      setActive(target)
    }
    if (target !== undefined || event.key === 'Enter') event.preventDefault()
  }
  const handlers = { focus: setActive, open: openRow }
  const latest = useRef(handlers)
  useLayoutEffect(() => {
    latest.current = handlers
  })
  const onFocusRow = useCallback((index: number) => latest.current.focus(index), [])
  const onOpenRow = useCallback((index: number) => latest.current.open(index), [])
  return { active, onFocusRow, onOpenRow, onKeyDown }
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

/** False while the row is not on the page yet: a long list draws it a moment later. */
function focusRow(scroller: HTMLElement | null, index: number): boolean {
  const row = scroller?.querySelector<HTMLElement>(`[data-row="${index}"]`)
  row?.focus()
  return row !== undefined && row !== null
}
