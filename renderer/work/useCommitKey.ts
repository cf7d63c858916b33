import { useCallback, type KeyboardEvent } from 'react'

/** Ctrl+Enter anywhere in a form commits it, and nothing around it. */
export function useCommitKey(commit: () => unknown): (event: KeyboardEvent) => void {
  return useCallback(
    (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      event.stopPropagation()
      void commit()
    },
    [commit],
  )
}
