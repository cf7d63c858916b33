import type { Zone } from '#domain/reference/reference.ts'

/** Hours ahead of UTC. Indonesia has no summer time. */
const hours: Record<Zone, number> = { WIB: 7, WITA: 8, WIT: 9 }
/** The names that `Intl` knows. */
export const ianaZone: Record<Zone, string> = {
  WIB: 'Asia/Jakarta',
  WITA: 'Asia/Makassar',
  WIT: 'Asia/Jayapura',
}

/** The instant at which a centre's clock shows `local` (`2026-12-01T00:00`); `undefined` when it is no date. */
export function instantOf(local: string, zone: Zone): number | undefined {
  const utc = Date.parse(`${local}:00Z`)
  return Number.isNaN(utc) ? undefined : utc - hours[zone] * 3_600_000
}

/** The day on the centre's calendar, `2026-11-25`. */
export function dayOf(at: number, zone: Zone): string {
  return new Date(at + hours[zone] * 3_600_000).toISOString().slice(0, 10)
}

/** Year and month on the centre's calendar as `2611`, for human codes. */
export function yearMonth(at: number, zone: Zone): string {
  const local = new Date(at + hours[zone] * 3_600_000).toISOString()
  return local.slice(2, 4) + local.slice(5, 7)
}

/** The instant at which the centre's day of `at` began. */
export function midnightBefore(at: number, zone: Zone): number {
  const ahead = hours[zone] * 3_600_000
  return Math.floor((at + ahead) / day) * day - ahead
}

/** The hour on the centre's clock, 0 to 23. */
export function hourOf(at: number, zone: Zone): number {
  return Math.floor((at - midnightBefore(at, zone)) / 3_600_000)
}

/** The day on the centre's calendar: `2026-11-23` and its weekday, Monday is 1. */
export function dayAt(at: number, zone: Zone): { readonly day: string; readonly weekday: number } {
  const local = new Date(at + hours[zone] * 3_600_000)
  return { day: local.toISOString().slice(0, 10), weekday: local.getUTCDay() || 7 }
}

const day = 86_400_000

/** What the centre's clock shows at an instant: `2026-11-28T14:05`. */
export function wallOf(at: number, zone: Zone): string {
  return new Date(at + hours[zone] * 3_600_000).toISOString().slice(0, 16)
}
