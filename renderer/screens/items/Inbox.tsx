import { useEffect, useRef } from 'react'
import { Button } from '@mantine/core'
import type { InboxRow } from '#renderer/data/contract-inbox.ts'
import { InboxLine } from '#renderer/screens/items/InboxLine.tsx'
import { ItemDetail } from '#renderer/screens/items/ItemDetail.tsx'
import classes from '#renderer/screens/items/items.module.css'
import { openRecord } from '#renderer/screens/items/open-record.ts'
import { useRoving } from '#renderer/ui/useRoving.ts'
import { useWords } from '#renderer/words/words.ts'

interface InboxProps {
  readonly label: string
  readonly rows: readonly InboxRow[]
  readonly more: (() => void) | undefined
}

/** The list and, beside it, the row that has the focus: j and k move, the digits decide, Enter goes to the record. */
export function Inbox({ label, rows, more }: InboxProps) {
  const { items } = useWords()
  const region = useRef<HTMLElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const leaving = useRef<string | undefined>(undefined)
  const roving = useRoving({ rows, rowKey: ({ item }) => item.id, onOpen: openRecord }, list, () => undefined)
  const chosen = rows[roving.active]
  const focusList = () => list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  useEffect(() => focusList(), [])
  // What was decided leaves the list a moment later, and the focus with it: the keyboard goes on with the next one.
  useEffect(() => {
    if (leaving.current === undefined || rows.some(({ item }) => item.id === leaving.current)) return
    leaving.current = undefined
    if (isNobodys(document.activeElement)) focusList()
  })
  return (
    <section className={classes['inbox']} ref={region} aria-label={label}>
      <div className={classes['side']} ref={list}>
        <div role="grid" aria-label={label} aria-rowcount={rows.length} onKeyDown={roving.onKeyDown}>
          {rows.map((row, index) => (
            <InboxLine
              key={row.item.id}
              row={row}
              index={index}
              active={index === roving.active}
              onFocus={roving.onFocusRow}
            />
          ))}
        </div>
        {more === undefined ? null : (
          <Button variant="subtle" fullWidth onClick={more}>
            {items.showMore}
          </Button>
        )}
      </div>
      {chosen === undefined ? null : (
        <ItemDetail
          key={chosen.item.id}
          row={chosen}
          within={region}
          onDone={() => {
            leaving.current = chosen.item.id
            focusList()
          }}
          onCancel={focusList}
        />
      )}
    </section>
  )
}

/** The focus was with something that is gone: the shell holds it. */
function isNobodys(element: Element | null): boolean {
  return element === null || element === document.body || element.id === 'content'
}
