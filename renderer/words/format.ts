import type { Zone } from '#domain/reference/reference.ts'
import { ianaZone } from '#domain/reference/zone.ts'
import { useSettings, type Language } from '#renderer/stores/settings.ts'
import { useZone } from '#renderer/stores/zone.ts'
import { catalogues } from '#renderer/words/words.ts'

/** Indonesian of Indonesia; English with day before month and 24 hours, as the centres write. */
const locales: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' }

const minute = 60_000
const hour = 60 * minute
const dayLong = 24 * hour

export type Format = ReturnType<typeof formatOf>

/** How numbers, money and times are written in a language and on a centre's clock. */
export function formatOf(language: Language, zone: Zone) {
  const locale = locales[language]
  const timeZone = ianaZone[zone]
  const clock = new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const wallClock = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const date = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'short', year: 'numeric' })
  const shortDate = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'short' })
  const calendarDay = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  })
  const storedDay = new Intl.DateTimeFormat('en-CA', { timeZone })
  const weekday = new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'short',
  })
  const number = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const sameDay = (a: number, b: number) => date.format(a) === date.format(b)
  return {
    zone,
    /** `212.340` */
    count: (value: number) => number.format(value),
    /** `Rp150.000` */
    money: (rupiah: number) => `${rupiah < 0 ? '−' : ''}Rp${number.format(Math.abs(rupiah))}`,
    /** `14.05` */
    clock: (at: number) => clock.format(at),
    /** `14.05 WITA` */
    time: (at: number) => `${clock.format(at)} ${zone}`,
    /** `22 Nov 2026` */
    date: (at: number) => date.format(at),
    /** `22 Nov 2026 14.05 WITA` */
    dateTime: (at: number) => `${date.format(at)} ${clock.format(at)} ${zone}`,
    /** `22 Nov` */
    shortDate: (at: number) => shortDate.format(at),
    /** `87%`; a dash of nothing. */
    share: (part: number, whole: number) => (whole === 0 ? '–' : percent.format(part / whole)),
    /** The centre's calendar day, as it is stored: `2026-11-27`. */
    localDay: (at: number) => storedDay.format(at),
    /** `Jumat, 27 Nov` */
    weekday: (at: number) => weekday.format(at),
    /** The shortest that is clear: `14.05` today, `22 Nov 14.05` otherwise. */
    when: (at: number, now: number) =>
      sameDay(at, now) ? clock.format(at) : `${shortDate.format(at)} ${clock.format(at)}`,
    /** A calendar day without a zone: `2026-11-23` → `23 Nov 2026`. */
    day: (day: string) => (Number.isNaN(Date.parse(day)) ? day : calendarDay.format(Date.parse(day))),
    /** A time on every centre's own clock, so without a zone: `2026-11-27T00:00` → `27 Nov 2026 00.00`. */
    wall: (local: string) => {
      const at = Date.parse(`${local}Z`)
      return Number.isNaN(at) ? local : `${calendarDay.format(at)} ${wallClock.format(at)}`
    },
    /** `02:05`, `1:02:05` */
    duration: (seconds: number) => durationOf(seconds),
    /** `3 menit yang lalu`, `dalam 2 jam` */
    ago: (at: number, now: number) => agoOf(relative, catalogues[language].common.now, at - now),
    /** A length of time in one unit: `12 menit`. */
    span: (ms: number) => spanOf(locale, ms),
    /** `3 tahun 2 bulan` */
    tenure: (months: number) => tenureOf(locale, months),
  }
}

/** `Intl` objects are dear (a list of 40 rows made a key press take 70 ms), so each is made once. */
const made = new Map<string, Format>()
const units = new Map<string, Intl.NumberFormat>()

/** `formatOf` in the chosen language and on this centre's clock (WIB until the centre is known). */
export function useFormat(): Format {
  const language = useSettings((settings) => settings.language)
  const zone = useZone((now) => now.zone)
  const key = `${language} ${zone}`
  const format = made.get(key) ?? formatOf(language, zone)
  made.set(key, format)
  return format
}

function durationOf(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const two = (value: number) => String(value).padStart(2, '0')
  const rest = `${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`
  return whole < 3600 ? rest : `${Math.floor(whole / 3600)}:${rest}`
}

function agoOf(relative: Intl.RelativeTimeFormat, now: string, ms: number): string {
  const size = Math.abs(ms)
  if (size < minute) return now
  if (size < hour) return relative.format(Math.trunc(ms / minute), 'minute')
  if (size < dayLong) return relative.format(Math.trunc(ms / hour), 'hour')
  if (size < 60 * dayLong) return relative.format(Math.trunc(ms / dayLong), 'day')
  return relative.format(Math.trunc(ms / (30 * dayLong)), 'month')
}

type UnitName = 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year'

function unit(locale: string, value: number, name: UnitName): string {
  const key = `${locale} ${name}`
  const number =
    units.get(key) ?? new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' })
  units.set(key, number)
  return number.format(value)
}

function spanOf(locale: string, ms: number): string {
  const size = Math.max(0, ms)
  if (size < minute) return unit(locale, Math.floor(size / 1000), 'second')
  if (size < hour) return unit(locale, Math.floor(size / minute), 'minute')
  if (size < dayLong) return unit(locale, Math.floor(size / hour), 'hour')
  return unit(locale, Math.floor(size / dayLong), 'day')
}

function tenureOf(locale: string, months: number): string {
  const years = Math.floor(months / 12)
  const rest = months % 12
  if (years === 0) return unit(locale, rest, 'month')
  return rest === 0
    ? unit(locale, years, 'year')
    : `${unit(locale, years, 'year')} ${unit(locale, rest, 'month')}`
}
