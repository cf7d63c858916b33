import { contactAmberSeconds, contactTargetSeconds } from '#domain/contact/contact.ts'
import { useContact } from '#renderer/stores/contact.ts'
import { useSecondsSince } from '#renderer/ui/useSecondsSince.ts'

/** Whole seconds of the running contact, by a clock that cannot jump. */
export function useElapsed(): number {
  const passed = useContact((state) => state.passed)
  const countsFrom = useContact((state) => state.countsFrom)
  return useSecondsSince(countsFrom - passed)
}

export type Pace = 'calm' | 'amber' | 'red'

export function paceOf(seconds: number): Pace {
  if (seconds >= contactTargetSeconds) return 'red'
  return seconds >= contactAmberSeconds ? 'amber' : 'calm'
}
