import { useState } from 'react'
import { useLive } from '#renderer/data/useLive.ts'
import { useDraftTexts } from '#renderer/work/useDraftTexts.ts'

/**
 * What headquarters writes, over what is published: another edition may come in, and what was typed here stays and is
 * published over it. `asked`: somebody wanted to publish it, so what is missing is said.
 */
export function useWritten<T extends Readonly<Record<string, string>>>(key: string, published: T) {
  const draft = useDraftTexts<T>(key, published)
  const [asked, setAsked] = useState(false)
  const [publishing, setPublishing] = useState(false)
  const up = useLive('sync')?.link === 'up'
  const written = draft.values
  return {
    ready: draft.ready,
    written,
    change: draft.change,
    isChanged: Object.entries(written).some(([field, text]) => published[field] !== text),
    up,
    asked,
    publishing,
    /** `faults`: the ids of the fields where what is wrong is mended. */
    publish: (faults: readonly string[]): void => {
      setAsked(true)
      const [first] = faults
      if (first !== undefined) document.getElementById(first)?.focus()
      else if (up) setPublishing(true)
    },
    stop: () => setPublishing(false),
    /** Published, or thrown away on purpose. */
    drop: (): void => {
      setPublishing(false)
      setAsked(false)
      draft.drop()
    },
  }
}
