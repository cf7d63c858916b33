import { useEffect, useState } from 'react'
import { contactAmberSeconds, contactTargetSeconds } from '#domain/contact/contact.ts'
import { elapsedMs, useContact } from '#renderer/stores/contact.ts'

/** Whole seconds of the running contact, by a clock that cannot jump. */
export function useElapsed(): number {
  const passed = useContact((state) => state.passed)
  const countsFrom = useContact((state) => state.countsFrom)
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 500)
    return () => clearInterval(timer)
  }, [])
  return Math.floor(elapsedMs({ passed, countsFrom }, now) / 1000)
}

export type Pace = 'calm' | 'amber' | 'red'

export function paceOf(seconds: number): Pace {
  if (seconds >= contactTargetSeconds) return 'red'
  return seconds >= contactAmberSeconds ? 'amber' : 'calm'
}
