const months = new Map(
  [
    'jan',
    'feb',
    'mar',
    'apr',
    'may mei',
    'jun',
    'jul',
    'aug agu ags',
    'sep',
    'oct okt',
    'nov',
    'dec des',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
)

const tokens: Readonly<Record<string, string>> = {
  yyyy: '(?<year>\\d{4})',
  yy: '(?<shortYear>\\d{2})',
  MMM: '(?<monthName>[A-Za-z]{3,})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  dd: '(?<day>\\d{2})',
  d: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{1,2})',
  hh: '(?<hour12>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  ss: '(?<second>\\d{2})',
  a: '(?<half>[AaPp]\\.?[Mm]\\.?)',
}

type Parts = Readonly<Record<string, string | undefined>>

function partsOf(written: string, format: string): Parts | undefined {
  const pattern = format
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/yyyy|yy|MMM|MM|M|dd|d|HH|hh|mm|ss|a/g, (token) => tokens[token] ?? token)
  return new RegExp(`^${pattern}$`).exec(written.trim())?.groups
}

/** A day by the first format that it fits and that names a real day. Two digits of a year: 70 to 99 are the last century. */
export function readDay(written: string, formats: readonly string[]): string | undefined {
  for (const format of formats) {
    const parts = partsOf(written, format)
    const day = parts === undefined ? undefined : dayOf(parts)
    if (day !== undefined) return day
  }
  return undefined
}

function dayOf(parts: Parts): string | undefined {
  const short = Number(parts['shortYear'] ?? 0)
  const year = parts['year'] === undefined ? short + (short < 70 ? 2000 : 1900) : Number(parts['year'])
  const month =
    parts['month'] === undefined
      ? months.get((parts['monthName'] ?? '').slice(0, 3).toLowerCase())
      : Number(parts['month'])
  const date = new Date(Date.UTC(year, (month ?? 0) - 1, Number(parts['day'] ?? 0)))
  const real = date.getUTCMonth() + 1 === month && date.getUTCDate() === Number(parts['day'])
  return real ? date.toISOString().slice(0, 10) : undefined
}

/** `15:53:50` from `03:53:50 PM` by the first format that it fits. */
export function readTime(written: string, formats: readonly string[]): string | undefined {
  for (const format of formats) {
    const parts = partsOf(written, format)
    const time = parts === undefined ? undefined : timeOf(parts)
    if (time !== undefined) return time
  }
  return undefined
}

function timeOf(parts: Parts): string | undefined {
  const half = parts['half']?.toLowerCase().startsWith('p') === true ? 12 : 0
  const hour12 = Number(parts['hour12'] ?? 0)
  if (parts['hour12'] !== undefined && (hour12 < 1 || hour12 > 12)) return undefined
  const hour = parts['hour12'] === undefined ? Number(parts['hour'] ?? 0) : (hour12 % 12) + half
  const [minute, second] = [Number(parts['minute'] ?? 0), Number(parts['second'] ?? 0)]
  if (hour > 23 || minute > 59 || second > 59) return undefined
  return [hour, minute, second].map((each) => String(each).padStart(2, '0')).join(':')
}

/** The instant at which a clock in `zone` shows this day and time. In the hour that a summer time skips, the time after it. */
export function instantIn(zone: string, day: string, time: string): number {
  const shown = Date.parse(`${day}T${time}Z`)
  // The offset at the wanted instant is not known before the instant is; the second look corrects the first near a change.
  const first = shown - offsetAt(zone, shown)
  return shown - offsetAt(zone, first)
}

function offsetAt(zone: string, at: number): number {
  const written = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(at)
  return Date.parse(`${written.replace(' ', 'T')}Z`) - Math.floor(at / 1000) * 1000
}
