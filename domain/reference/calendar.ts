import type { OpenHours } from '#domain/reference/open-hours.ts'
import type { Zone } from '#domain/reference/reference.ts'
import { dayAt, midnightBefore } from '#domain/reference/zone.ts'

/** When somebody works. Without `hours` it is always: the clock around. */
export interface Calendar {
  readonly zone: Zone
  readonly hours?: readonly OpenHours[]
  readonly holidays?: readonly string[]
}

const dayMs = 86_400_000
/** A calendar that is never open ends here instead of nowhere. */
const mostDays = 3 * 366

interface Span {
  readonly from: number
  readonly to: number
}

/** How long somebody works between two instants, in ms. */
export function workedMs(calendar: Calendar, from: number, to: number): number {
  if (calendar.hours === undefined) return Math.max(0, to - from)
  let sum = 0
  for (const span of spansFrom(calendar, from)) {
    if (span.from >= to) break
    sum += Math.max(0, Math.min(span.to, to) - Math.max(span.from, from))
  }
  return sum
}

/** The instant at which somebody has worked so long since `from`; `undefined` when the calendar never gets there. */
export function afterWork(calendar: Calendar, from: number, ms: number): number | undefined {
  if (calendar.hours === undefined) return from + ms
  let left = ms
  for (const span of spansFrom(calendar, from)) {
    const begin = Math.max(span.from, from)
    const length = Math.max(0, span.to - begin)
    if (length >= left && length > 0) return begin + left
    left -= length
  }
  return undefined
}

/** The open spans from the day of an instant on, in order. */
function* spansFrom({ zone, hours = [], holidays: off = [] }: Calendar, from: number): Generator<Span> {
  const closed = new Set(off)
  const byWeekday = new Map<number, Span[]>()
  for (const { weekday, ...span } of hours)
    byWeekday.set(weekday, [...(byWeekday.get(weekday) ?? []), { from: msOf(span.from), to: msOf(span.to) }])
  for (const spans of byWeekday.values()) spans.sort((a, b) => a.from - b.from)
  const first = midnightBefore(from, zone)
  for (let index = 0; index < mostDays; index++) {
    const start = first + index * dayMs
    const { day: date, weekday } = dayAt(start, zone)
    if (closed.has(date)) continue
    for (const span of byWeekday.get(weekday) ?? []) yield { from: start + span.from, to: start + span.to }
  }
}

function msOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return (hours * 60 + minutes) * 60_000
}
