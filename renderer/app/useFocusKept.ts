import { useEffect } from 'react'

/**
 * When what had the focus has left the page, with its screen, its form or its dialog, the content takes it: Tab and
 * every key go on from there. Chromium itself would leave it with nobody.
 */
export function useFocusKept(): void {
  useEffect(() => {
    const keep = () => {
      if (document.activeElement !== document.body) return
      if (document.querySelector('[aria-modal="true"]') !== null) return
      document.getElementById('content')?.focus({ preventScroll: true })
    }
    keep()
    const observer = new MutationObserver(keep)
    observer.observe(document.body, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [])
}
