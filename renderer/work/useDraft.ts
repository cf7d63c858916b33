import { useCallback, useEffect, useRef } from 'react'
import { useCommand, useLive } from '#renderer/data/useLive.ts'

const patience = 400

export interface Draft<T> {
  /** False until it is known whether something was left unfinished. */
  readonly ready: boolean
  /** What was left unfinished under this key. */
  readonly left: T | undefined
  /** Keeps what is typed, at most 400 ms later and at once when the screen goes. */
  readonly keep: (value: T) => void
  /** The work is done or was thrown away on purpose. */
  readonly drop: () => void
}

/** Typed text that survives navigation, a restart and a kill. Synchronisation never touches it. */
export function useDraft<T>(key: string, read: (value: unknown) => T | undefined): Draft<T> {
  const saved = useLive('draft', key)
  const save = useCommand('saveDraft')
  const forget = useCommand('dropDraft')
  const pending = useRef<{ readonly value: T; readonly timer: ReturnType<typeof setTimeout> }>(undefined)

  const flush = useCallback(() => {
    if (pending.current === undefined) return
    clearTimeout(pending.current.timer)
    void save({ key, value: JSON.stringify(pending.current.value) })
    pending.current = undefined
  }, [key, save])
  const keep = useCallback(
    (value: T) => {
      if (pending.current !== undefined) clearTimeout(pending.current.timer)
      pending.current = { value, timer: setTimeout(flush, patience) }
    },
    [flush],
  )
  const drop = useCallback(() => {
    if (pending.current !== undefined) clearTimeout(pending.current.timer)
    pending.current = undefined
    void forget({ key })
  }, [key, forget])

  useEffect(() => {
    addEventListener('pagehide', flush)
    return () => {
      removeEventListener('pagehide', flush)
      flush()
    }
  }, [flush])
  return { ready: saved !== undefined, left: parsed(saved, read), keep, drop }
}

/** A draft of an older console may have another form; then it is as if there were none. */
function parsed<T>(saved: string | null | undefined, read: (value: unknown) => T | undefined): T | undefined {
  if (saved === null || saved === undefined) return undefined
  try {
    return read(JSON.parse(saved))
  } catch {
    return undefined
  }
}

/** A draft that is an object of texts, like the fields of a form. */
export function readTexts<T extends object>(blank: T): (value: unknown) => T | undefined {
  return (value) => {
    if (typeof value !== 'object' || value === null) return undefined
    const known = Object.entries(value).filter(([key, text]) => typeof text === typeof blank[key as keyof T])
    return { ...blank, ...Object.fromEntries(known) }
  }
}
