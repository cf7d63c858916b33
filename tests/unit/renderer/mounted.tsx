import { act, type ReactNode } from 'react'
import { MantineProvider } from '@mantine/core'
import { createRoot } from 'react-dom/client'
import { onTestFinished } from 'vitest'
import type { Door } from '#renderer/data/door.ts'
import { DoorContext } from '#renderer/data/useLive.ts'
import { useKeyListener } from '#renderer/stores/keys.ts'

interface ConsoleProps {
  readonly door: Door
  /** As in the product: dialogs come in a moment after they were asked for. */
  readonly moves?: boolean
  readonly children: ReactNode
}

function Console({ door, moves = false, children }: ConsoleProps) {
  useKeyListener()
  return (
    <MantineProvider env={moves ? 'default' : 'test'}>
      <DoorContext value={door}>
        <main id="content" tabIndex={-1}>
          {children}
        </main>
      </DoorContext>
    </MantineProvider>
  )
}

export type Field = HTMLInputElement | HTMLTextAreaElement

/** A part of the console on a page of its own, behind this door. */
export async function mount(door: Door, content: ReactNode, moves = false) {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  // What happy-dom lacks and Mantine's text fields listen to.
  Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true })
  const page = document.createElement('div')
  document.body.replaceChildren(page)
  const root = createRoot(page)
  await act(async () =>
    root.render(
      <Console door={door} moves={moves}>
        {content}
      </Console>,
    ),
  )
  const press = async (key: string, options: KeyboardEventInit = {}) => act(async () => hit(key, options))
  const leave = () => act(async () => root.unmount())
  onTestFinished(leave)
  return { page, press, leave }
}

/** One key, as the browser would give it to whatever has the focus at that moment. */
export function hit(key: string, options: KeyboardEventInit = {}): void {
  const target = document.activeElement ?? document.body
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options }))
}

export async function write(field: Field, text: string): Promise<void> {
  await act(async () => {
    // React's own setter on the field would hide the change from React.
    const plain = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')
    plain?.set?.call(field, text)
    if (field.type !== 'date') field.setSelectionRange(text.length, text.length)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

export function fieldIn(page: ParentNode, selector: string): Field {
  const field = page.querySelector<Field>(selector)
  if (field === null) throw new Error(`there is no ${selector}`)
  return field
}
