import { useCallback, useEffect, useRef } from 'react'
import { useCommand, useLive } from '#renderer/data/useLive.ts'

/** So long after a write the next one waits, in milliseconds: it is the most typing that a kill can cost. */
const rest = 100

export interface Draft<T> {
  /** False until it is known whether something was left unfinished. */
  readonly ready: boolean
  /** What was left unfinished under this key. */
  readonly left: T | undefined
  /** Keeps what is typed: the first letter after a pause at once, others soon after, all of it when the screen goes. */
  readonly keep: (value: T) => void
  /** The work is done or was thrown away on purpose. */
  readonly drop: () => void
}

/** Typed text that survives navigation, a lock, a restart and a kill. Synchronisation never touches it. */
export function useDraft<T>(key: string, read: (value: unknown) => T | undefined): Draft<T> {
  const saved = useLive('draft', key)
  const { keep, drop } = useKeeping<T>(key)
  return { ready: saved !== undefined, left: parsed(saved, read), keep, drop }
}

/** Writes under a key. What somebody typed is theirs, also when it is written a moment after the desk was locked. [S8] */
function useKeeping<T>(key: string): Pick<Draft<T>, 'keep' | 'drop'> {
  const personId = useLive('desk')?.person?.id
  const save = useCommand('saveDraft')
  const forget = useCommand('dropDraft')
  const author = useRef<string>(undefined)
  const unsaved = useRef<{ readonly value: T }>(undefined)
  /** Runs while somebody types: what came since the last write is written by it. */
  const timer = useRef<ReturnType<typeof setInterval>>(undefined)
  useEffect(() => {
    author.current = personId ?? author.current
  }, [personId])

  const stop = useCallback(() => {
    clearInterval(timer.current)
    timer.current = undefined
  }, [])
  const flush = useCallback(() => {
    if (unsaved.current === undefined) return stop()
    const { value } = unsaved.current
    unsaved.current = undefined
    void save({ key, value: JSON.stringify(value), ...authorOf(author.current) })
  }, [key, save, stop])
  const keep = useCallback(
    (value: T) => {
      unsaved.current = { value }
      if (timer.current !== undefined) return
      flush()
      timer.current = setInterval(flush, rest)
    },
    [flush],
  )
  const drop = useCallback(() => {
    unsaved.current = undefined
    void forget({ key, ...authorOf(author.current) })
  }, [key, forget])

  useEffect(() => {
    addEventListener('pagehide', flush)
    return () => {
      removeEventListener('pagehide', flush)
      flush()
      stop()
    }
  }, [flush, stop])
  return { keep, drop }
}

function authorOf(authorId: string | undefined): { readonly authorId?: string } {
  return authorId === undefined ? {} : { authorId }
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
