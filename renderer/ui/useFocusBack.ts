import { useEffect, useState } from 'react'

/** For a dialog that is there only while it is open: when it goes, what had the focus before has it again. */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      // After the dialog's own clean-up, which lets go of the focus.
      setTimeout(() => {
        // The content takes what nobody has (`useFocusKept`), and may have been quicker.
        const now = document.activeElement
        const isFree = now === document.body || now?.id === 'content'
        if (isFree && before instanceof HTMLElement) before.focus({ preventScroll: true })
      })
    },
    [before],
  )
}
