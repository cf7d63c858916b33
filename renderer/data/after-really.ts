import type { Surroundings } from '#renderer/data/machine.ts'

/** By the real clock. */
export const afterReally: Surroundings['after'] = (ms, call) => {
  const timer = setTimeout(call, ms)
  return () => clearTimeout(timer)
}
