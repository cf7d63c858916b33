import { useClock } from '#renderer/ui/useClock.ts'

/** Whole seconds that are left until an instant; 0 when it has passed or there is none. */
export function useSecondsUntil(at: number | undefined): number {
  const now = useClock(500)
  return at === undefined ? 0 : Math.max(0, Math.ceil((at - now) / 1000))
}
