import { useEffect, useId, useRef } from 'react'
import { create } from 'zustand'
import { isBareSign, keyIds, keymap, matches, type KeyId } from '#renderer/stores/keymap.ts'
import { useSettings } from '#renderer/stores/settings.ts'

/** `false` hands the key on to whoever asked for it before. */
type Handler = () => void | false
export type Handlers = Partial<Record<KeyId, Handler>>

interface Layer {
  readonly name: string
  /** Belongs to a dialog. While one is open, the keys of everything behind it rest. */
  readonly modal: boolean
  readonly handlers: () => Handlers
}

/** Who listens to keys now; the last one asked first. */
const useKeyLayers = create<{ readonly layers: readonly Layer[] }>(() => ({ layers: [] }))

/**
 * `useKeys({ commit: save, back: leave })`: these keys act while the component is on screen. A later component goes
 * before an earlier one. Every key is listed in `keymap.ts`. Only handlers that are set count, so
 * `{ commit: valid ? save : undefined }` is a way to rest.
 */
export function useKeys(
  handlers: { [K in KeyId]?: Handler | undefined },
  { modal = false, active = true }: { modal?: boolean; active?: boolean } = {},
): void {
  const name = useId()
  const latest = useRef(handlers)
  useEffect(() => {
    latest.current = handlers
  })
  useEffect(() => {
    if (!active) return undefined
    const layer: Layer = { name, modal, handlers: () => latest.current as Handlers }
    useKeyLayers.setState(({ layers }) => ({ layers: [...layers, layer] }))
    return () =>
      useKeyLayers.setState(({ layers }) => ({ layers: layers.filter((other) => other !== layer) }))
  }, [name, modal, active])
}

/** Listens to the keyboard for everybody; stands once, at the top of the console. */
export function useKeyListener(): void {
  useEffect(() => {
    const surroundings = new WeakMap<Event, Surroundings>()
    // What is open is looked at before anybody else hears the key: a dialog that Escape closes is gone by the time it bubbles up.
    const look = (event: KeyboardEvent) => void surroundings.set(event, surroundingsOf(event))
    const act = (event: KeyboardEvent) => onKeyDown(event, surroundings.get(event) ?? surroundingsOf(event))
    window.addEventListener('keydown', look, { capture: true })
    window.addEventListener('keydown', act)
    return () => {
      window.removeEventListener('keydown', look, { capture: true })
      window.removeEventListener('keydown', act)
    }
  }, [])
}

interface Surroundings {
  readonly inDialog: boolean
  /** The options of a field are open: Escape closes them and nothing else. */
  readonly inOptions: boolean
}

function surroundingsOf(event: KeyboardEvent): Surroundings {
  return {
    inDialog: document.querySelector('[aria-modal="true"]') !== null,
    inOptions: event.target instanceof HTMLElement && event.target.ariaExpanded === 'true',
  }
}

function onKeyDown(event: KeyboardEvent, { inDialog, inOptions }: Surroundings): void {
  if (event.defaultPrevented || event.isComposing || event.repeat) return
  if (inOptions && event.key === 'Escape') return
  for (const id of keyIds) {
    if (!keymap[id].keys.some((combination) => matches(combination, event) && maySpeak(combination, event)))
      continue
    if (run(id, inDialog)) event.preventDefault()
  }
}

function run(id: KeyId, inDialog: boolean): boolean {
  const listening = useKeyLayers.getState().layers.filter((layer) => layer.modal || !inDialog)
  return listening.toReversed().some((layer) => {
    const handler = layer.handlers()[id]
    return handler !== undefined && handler() !== false
  })
}

function maySpeak(combination: string, event: KeyboardEvent): boolean {
  if (!isBareSign(combination)) return true
  return useSettings.getState().letterKeys && !isTyping(event.target)
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}
