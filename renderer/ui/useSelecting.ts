import { useCallback, useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import type { RecordListProps } from '#renderer/ui/RecordList.tsx'

/** Space chooses the active row, Shift with an arrow takes the next one along, Ctrl+A takes all. The list moves the focus. */
export function useSelecting<Row>(
  { rows, rowKey, selection }: Pick<RecordListProps<Row>, 'rows' | 'rowKey' | 'selection'>,
  now: () => number,
) {
  const keyAt = (index: number) => {
    const row = rows[index]
    return row === undefined ? [] : [rowKey(row)]
  }
  const toggle = (index: number): void => {
    const own = keyAt(index)
    const keys = selection?.keys ?? new Set()
    selection?.onChange(own.every((key) => keys.has(key)) ? without(keys, own) : new Set([...keys, ...own]))
  }
  const latest = useRef(toggle)
  useLayoutEffect(() => {
    latest.current = toggle
  })
  const onToggle = useCallback((index: number) => latest.current(index), [])
  function onKeyDown(event: KeyboardEvent): void {
    if (selection === undefined || event.altKey || !isRow(event.target)) return
    const { keys, onChange } = selection
    const active = now()
    const own = keyAt(active)
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'a' && (event.ctrlKey || event.metaKey)) onChange(new Set(rows.map(rowKey)))
    else if (event.ctrlKey || event.metaKey) return
    else if (event.key === ' ') toggle(active)
    else if (event.shiftKey && step !== undefined)
      return onChange(new Set([...keys, ...own, ...keyAt(active + step)]))
    else return
    event.preventDefault()
  }
  return { onKeyDown, onToggle }
}

function without(keys: ReadonlySet<string>, gone: readonly string[]): ReadonlySet<string> {
  return new Set([...keys].filter((key) => !gone.includes(key)))
}

function isRow(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.role === 'row'
}
