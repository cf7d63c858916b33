import { startTransition, useEffect, useState } from 'react'

/**
 * False in a first drawing, then true: what hangs on it is drawn behind the frame that was painted first, in pieces between which
 * the window may paint.
 */
export function useBehind(): boolean {
  const [behind, setBehind] = useState(false)
  useEffect(() => startTransition(() => setBehind(true)), [])
  return behind
}
