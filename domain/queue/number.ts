/** Whose number it is: the service's letter, the desk's label (`KDI1`), and the desk's count for this service and day. */
export interface QueueNumber {
  readonly prefix: string
  readonly deskLabel: string
  /** `2026-11-25`. */
  readonly day: string
  readonly seq: number
}

/**
 * `A-KDI1-261125-023`: no two desks can mint the same one, with or without a line, because the label is the desk's own.
 * Like every human code it names its desk in the second part, which headquarters checks. [O6]
 */
export function queueNumber({ prefix, deskLabel, day, seq }: QueueNumber): string {
  return [prefix, deskLabel, day.slice(2).replaceAll('-', ''), String(seq).padStart(3, '0')].join('-')
}

/** The same as it is called out in its own centre on its own day: `A1-023`. Two numbers of a day never look alike. */
export function shownNumber(number: string, centreId: string): string {
  const [prefix, deskLabel, , seq] = number.split('-')
  if (prefix === undefined || deskLabel === undefined || seq === undefined) return number.slice(0, 16)
  return `${prefix}${deskShort(deskLabel, centreId)}-${seq}`.slice(0, 16)
}

/** What is left of a desk's label without its centre: `1` of `KDI1`. */
export function deskShort(deskLabel: string, centreId: string): string {
  const centre = centreId.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
  return deskLabel.startsWith(centre) && deskLabel !== centre ? deskLabel.slice(centre.length) : deskLabel
}

/** The last count of each letter and day, as a desk keeps it: the newest last. */
export type Counts = Readonly<Record<string, number>>
type Lane = Pick<QueueNumber, 'day' | 'prefix'>

/** Some days of all letters, so that a clock that jumps and comes back finds where it was. */
const mostCounts = 60
const keyOf = ({ day, prefix }: Lane) => `${day} ${prefix}`

/** The next count of a letter on a day: above what the desk keeps and above what stands in its replica, whichever was lost. [C4] */
export function nextCount(kept: Counts, lane: Lane, seen: readonly number[]): number {
  return Math.max(kept[keyOf(lane)] ?? 0, 0, ...seen) + 1
}

export function withCount(kept: Counts, { seq, ...lane }: Lane & Pick<QueueNumber, 'seq'>): Counts {
  const { [keyOf(lane)]: _, ...rest } = kept
  return Object.fromEntries([...Object.entries(rest), [keyOf(lane), seq] as const].slice(-mostCounts))
}
