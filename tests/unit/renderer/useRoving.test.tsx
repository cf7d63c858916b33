// @vitest-environment happy-dom
import { useLayoutEffect, useRef } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, test } from 'vitest'
import { useRoving } from '#renderer/ui/useRoving.ts'

interface ListProps {
  readonly rows: readonly string[]
  readonly autoFocus?: boolean
  readonly isLong?: boolean
  readonly onOpen?: (row: string) => void
  /** Runs when the rows are on the page and the effects of that are still to come. */
  readonly onShown?: () => unknown
}

function List({ rows, autoFocus = false, isLong = false, onOpen = () => undefined, onShown }: ListProps) {
  const list = useRef<HTMLDivElement>(null)
  const roving = useRoving({ rows, rowKey: (row) => row, onOpen, autoFocus }, list, () => undefined, isLong)
  useLayoutEffect(() => void onShown?.(), [onShown])
  return (
    <div ref={list} onKeyDown={roving.onKeyDown}>
      {rows.map((row, index) => (
        <div
          key={row}
          role="row"
          tabIndex={-1}
          data-row={index}
          aria-selected={index === roving.active}
          onFocus={() => roving.onFocusRow(index)}
        >
          {row}
        </div>
      ))}
    </div>
  )
}

const page = document.createElement('div')
document.body.append(page)
const root = createRoot(page)
const rowOf = (text: string) =>
  [...page.querySelectorAll<HTMLElement>('[role=row]')].find(({ textContent }) => textContent === text)
const press = (key: string) =>
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))

test('a key that comes the moment the rows change moves the focus as well as the choice', async () => {
  root.render(<List rows={['Siti', 'Budi', 'Dewi']} />)
  await expect.poll(() => rowOf('Siti')).toBeDefined()
  rowOf('Budi')?.focus()
  await expect.poll(() => rowOf('Budi')?.getAttribute('aria-selected')).toBe('true')
  root.render(<List rows={['Siti', 'Budi', 'Dewi', 'Eko']} onShown={() => press('j')} />)
  await expect.poll(() => rowOf('Dewi')?.getAttribute('aria-selected')).toBe('true')
  expect(document.activeElement?.textContent).toBe('Dewi')
  press('k')
  await expect.poll(() => document.activeElement?.textContent).toBe('Budi')
})

test('a list that comes late takes the focus, but never from a dialog', async () => {
  const dialog = document.createElement('input')
  dialog.setAttribute('aria-modal', 'true')
  document.body.append(dialog)
  dialog.focus()
  root.render(<List key="covered" autoFocus rows={['Siti', 'Budi']} />)
  await expect.poll(() => page.querySelectorAll('[role=row]').length).toBe(2)
  await new Promise((resolve) => setTimeout(resolve, 0))
  expect(document.activeElement).toBe(dialog)
  dialog.remove()
  root.render(<List key="free" autoFocus rows={['Siti', 'Budi']} />)
  await expect.poll(() => document.activeElement?.textContent).toBe('Siti')
})

test('in a long list keys that come faster than frames all count, and Enter opens where they have come to', async () => {
  const opened: string[] = []
  const rows = ['Ayu', 'Bagus', 'Citra', 'Dimas']
  root.render(<List key="long" isLong rows={rows} autoFocus onOpen={(row) => opened.push(row)} />)
  await expect.poll(() => document.activeElement?.textContent).toBe('Ayu')
  for (const key of ['j', 'j', 'j', 'k', 'Enter']) press(key)
  expect(opened).toEqual(['Citra'])
  expect(document.activeElement?.textContent).toBe('Ayu')
  await expect.poll(() => document.activeElement?.textContent).toBe('Citra')
  expect(rowOf('Citra')?.getAttribute('aria-selected')).toBe('true')
})

test('in a long list a frame calls nobody back who has gone elsewhere meanwhile', async () => {
  const field = document.createElement('input')
  document.body.append(field)
  root.render(<List key="left" isLong rows={['Rina', 'Sari']} autoFocus />)
  await expect.poll(() => document.activeElement?.textContent).toBe('Rina')
  press('j')
  field.focus()
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)))
  expect(document.activeElement).toBe(field)
  expect(rowOf('Rina')?.getAttribute('aria-selected')).toBe('true')
  field.remove()
})
