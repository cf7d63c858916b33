import { useEffect, useState } from 'react'

/** The present instant, ticking; for ages and timers on screen. Never for a record's time. */
export function useClock(everyMs = 1000): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
