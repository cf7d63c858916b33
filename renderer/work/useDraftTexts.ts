import { useState } from 'react'
import { readTexts, useDraft } from '#renderer/work/useDraft.ts'

/** The texts of a small form. They stay as a draft under the key until the form is done. */
export function useDraftTexts<T extends Readonly<Record<string, string>>>(key: string, blank: T) {
  const draft = useDraft<T>(key, readTexts(blank))
  const [typed, setTyped] = useState<T>()
  const values = typed ?? draft.left ?? blank
  function change(changes: Partial<T>): void {
    const next = { ...values, ...changes }
    setTyped(next)
    draft.keep(next)
  }
  return { ready: draft.ready, values, change, drop: draft.drop }
}
