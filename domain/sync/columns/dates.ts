import { aDay } from '#domain/fields.ts'

/** Whether a text is a day of the calendar as ISO 8601 writes it, and as `dateOf` would. */
export function isDate(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\d$/.test(value) &&
    Date.parse(value) < Infinity &&
    dateOf(dayOf(value)) === value
  )
}

/** Days since 1970-01-01. */
export function dayOf(date: string): number {
  return Date.parse(date) / aDay
}

/** About those of a century. */
const most = 40_000
/** The dates of an answer come again and again. */
const written = new Map<number, string>()

/** Throws a RangeError for a day that no calendar has. */
export function dateOf(day: number): string {
  const known = written.get(day)
  if (known !== undefined) return known
  const date = new Date(day * aDay).toISOString().slice(0, 10)
  if (written.size === most) written.clear()
  written.set(day, date)
  return date
}
