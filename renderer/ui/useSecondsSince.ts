import { useEffect, useState } from 'react'

/** Whole seconds since an instant of `performance.now()`, a clock that cannot jump. */
export function useSecondsSince(at: number): number {
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 500)
    return () => clearInterval(timer)
  }, [])
  return Math.max(0, Math.floor((now - at) / 1000))
}
