import { useState } from 'react'
import { useDraft } from '#renderer/work/useDraft.ts'

/**
 * What is filled into a form that is more than some texts, kept as a draft under the key. What was left is there as
 * soon as `ready`; until then nothing can be typed.
 */
export function useFilled<T>(key: string, read: (value: unknown) => T | undefined, blank: T) {
  const draft = useDraft<T>(key, read)
  const [filled, setFilled] = useState<T>()
  return {
    ready: draft.ready,
    filled: filled ?? draft.left ?? blank,
    change: (next: T): void => {
      setFilled(next)
      draft.keep(next)
    },
    /** Done, or thrown away on purpose: the form is as it was at first. */
    clear: (): void => {
      setFilled(blank)
      draft.drop()
    },
  }
}
