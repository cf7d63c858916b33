import { useEffect, useLayoutEffect, useRef } from 'react'
import { replayKey } from '#renderer/ui/replay-key.ts'

/** After this long the keys go to whatever has the focus: nobody may be left without a keyboard. */
const patience = 5_000
const modifiers = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock']

/** Whose keys are held, and when there is somebody to give them to. */
interface Holding {
  readonly takes: (target: EventTarget | null) => boolean
  readonly arrived: () => boolean
}

/**
 * A dialog's field takes the focus a moment after the dialog was asked for, later still when its draft has to be read.
 * Keys that come before are held and then given to that field in their order, so that nothing is lost that an agent
 * types without waiting, and nothing acts on what stands behind. `ready`: the fields are there.
 */
export function useEarlyKeys(opened: boolean, ready = true): void {
  useHeld(opened, ready, dialogKeys)
}

/**
 * The same for a screen whose records are still being read: a letter right behind the Enter that opened it is the
 * screen's own as soon as it stands. What is typed into a field meanwhile is that field's.
 */
export function useEarlyScreenKeys(ready: boolean): void {
  useHeld(true, ready, screenKeys)
}

const openDialog = () => [...document.querySelectorAll<HTMLElement>('[aria-modal="true"]')].at(-1)

const dialogKeys: Holding = {
  takes: () => true,
  arrived: () => {
    const dialog = openDialog()
    return dialog !== undefined && focusIn(dialog)
  },
}

const screenKeys: Holding = {
  takes: (target) => !(target instanceof HTMLElement && target.matches('input, textarea, select')),
  // A palette or a dialog that led here may still be going.
  arrived: () => openDialog() === undefined,
}

function useHeld(opened: boolean, ready: boolean, holding: Holding): void {
  const isReady = useRef(ready)
  // After those of what is drawn now, so that whoever listens to keys is listening.
  useEffect(() => {
    isReady.current = ready
  }, [ready])
  useLayoutEffect(
    () => (opened ? holdKeys(holding.takes, () => isReady.current && holding.arrived()) : undefined),
    [opened, holding],
  )
}

function holdKeys(takes: Holding['takes'], isArrived: () => boolean): () => void {
  const held: KeyboardEvent[] = []
  const now = { replaying: false, arrived: false, since: performance.now() }
  const hold = (event: KeyboardEvent) => {
    if (now.replaying || event.isComposing || event.key === 'Escape' || modifiers.includes(event.key)) return
    if (!takes(event.target)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    // The key that opened the dialog, held down a little too long, is no letter.
    if (!event.repeat) held.push(event)
  }
  const step = () => {
    // Once only: a Tab that came early leads on from there.
    now.arrived ||= performance.now() - now.since > patience || isArrived()
    if (!now.arrived) return wait()
    const next = held.shift()
    if (next === undefined) return stop()
    now.replaying = true
    replayKey(next, openDialog() ?? document.body)
    now.replaying = false
    // What the key changed is drawn before the next one comes.
    wait()
  }
  const timer = { id: 0 }
  const wait = () => void (timer.id = window.setTimeout(step))
  const stop = () => {
    window.clearTimeout(timer.id)
    window.removeEventListener('keydown', hold, { capture: true })
  }
  window.addEventListener('keydown', hold, { capture: true })
  wait()
  return stop
}
/** Whether the focus is where the dialog wants it; brings it there when the dialog's own trap was too early. */
function focusIn(dialog: HTMLElement): boolean {
  const wanted = dialog.querySelector<HTMLElement>('[data-autofocus]')
  if (wanted !== null && document.activeElement !== wanted) wanted.focus({ preventScroll: true })
  const focused = document.activeElement
  return wanted === null ? focused !== dialog && dialog.contains(focused) : wanted.contains(focused)
}
