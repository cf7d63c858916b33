import { useLayoutEffect } from 'react'

/**
 * A dialog's field takes the focus a moment after the dialog opens. Letters that come before go to that field's text
 * instead of to whatever had the focus: nothing that is typed is lost.
 */
export function useEarlyLetters(opened: boolean, add: (letter: string) => void): void {
  useLayoutEffect(() => {
    if (!opened) return undefined
    const take = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return
      if (event.key.length !== 1 && event.key !== 'Enter') return
      if (document.activeElement?.closest('[aria-modal="true"]')) return
      event.preventDefault()
      event.stopPropagation()
      // An Enter is for what the dialog shows; it must not open the row behind it (seen on a busy machine).
      if (event.key !== 'Enter') add(event.key)
    }
    window.addEventListener('keydown', take, { capture: true })
    return () => window.removeEventListener('keydown', take, { capture: true })
  }, [opened, add])
}
