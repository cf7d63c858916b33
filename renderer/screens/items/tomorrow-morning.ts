import type { Zone } from '#domain/reference/reference.ts'
import { ianaZone, instantOf } from '#domain/reference/zone.ts'

const day = 86_400_000

/** When the counters open on the next day, on the centre's own clock, ms UTC. */
export function tomorrowMorning(now: number, zone: Zone): number {
  const date = new Intl.DateTimeFormat('en-CA', { timeZone: ianaZone[zone] }).format(now + day)
  return instantOf(`${date}T08:00`, zone) ?? now + day
}
