import { useEffect, useState } from 'react'
import { readTexts, useDraft } from '#renderer/work/useDraft.ts'

/** The texts of a form. They stay as a draft under the key until the form is done. */
export function useDraftTexts<T extends Readonly<Record<string, string>>>(key: string, blank: T) {
  const draft = useDraft<T>(key, readTexts(blank))
  const [typed, setTyped] = useState<Partial<T>>({})
  const [dropped, setDropped] = useState(false)
  const { ready, keep } = draft
  const values: T = { ...blank, ...(dropped ? {} : draft.left), ...typed }
  function change(changes: Partial<T>): void {
    setTyped((before) => ({ ...before, ...changes }))
    if (ready) keep({ ...values, ...changes })
  }
  /** Done, or thrown away on purpose: the form is as it was at first. */
  function drop(): void {
    setTyped({})
    setDropped(true)
    draft.drop()
  }
  useEffect(() => {
    // Typed before it was known what was left: it goes on top of that instead of in its place.
    if (ready && Object.keys(typed).length > 0) keep(values)
    // oxlint-disable-next-line react/exhaustive-deps -- once, when it is known
  }, [ready])
  return { ready, values, change, drop }
}
