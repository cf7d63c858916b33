import { useEffect, useState } from 'react'

/** For a dialog that is there only while it is open: when it goes, what had the focus before has it again. */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      // After the dialog's own clean-up, which lets go of the focus.
      setTimeout(() => {
        if (before instanceof HTMLElement && document.activeElement === document.body)
          before.focus({ preventScroll: true })
      })
    },
    [before],
  )
}
