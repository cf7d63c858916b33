import type { Zone } from '#domain/reference/reference.ts'
import { instantOf } from '#domain/reference/zone.ts'
import type { Minter } from '#domain/ticket/code.ts'
import type { Staff } from '#tests/world/people/make-staff.ts'
import type { Random } from '#tests/world/random.ts'

const dayMs = 86_400_000
/** A contact that opens a ticket, or one that does not, in a hundred customers and a month. */
const ticketsPerHundred = 6
const contactsPerHundred = 11

/** One piece of work at a counter, and the operation number that its device gave it. */
export interface Happening extends Minter {
  readonly at: number
  readonly opensTicket: boolean
  readonly staff: Staff
}

export interface ScheduleSettings {
  readonly customers: number
  readonly months: number
  readonly now: number
  readonly zone: Zone
  readonly centre: string
  /** Who serves customers there. */
  readonly serving: readonly Staff[]
}

/** The number of a customer in its centre; `stranger` for callers whom nobody could name. */
export const stranger = -1

/**
 * Who came when. Made for a whole centre at once and sorted, so that a device's numbers rise with time as they do in
 * the field; it holds a few numbers a customer, so a centre of 100,000 still fits.
 */
export function makeSchedule(
  random: Random,
  settings: ScheduleSettings,
): ReadonlyMap<number, readonly Happening[]> {
  const { customers, months, centre, serving } = settings
  const many = (perHundred: number) => Math.round((customers * months * perHundred) / 100)
  const visits = [
    ...Array.from({ length: many(ticketsPerHundred) }, () => aVisit(random, settings, true)),
    ...Array.from({ length: many(contactsPerHundred) }, () => aVisit(random, settings, false)),
  ].toSorted((a, b) => a.at - b.at)
  const counters = new Map<string, number>()
  const schedule = new Map<number, Happening[]>()
  for (const { at, customer, opensTicket } of visits) {
    const desk = random.int(0, serving.length - 1)
    const staff = serving[desk]
    if (staff === undefined) throw new Error(`nobody serves in ${centre}`)
    // Real desks are numbered from 1; these stay out of their way, or two devices would mint the same codes.
    const deviceLabel = `${centre}${51 + desk}`
    const deviceSeq = (counters.get(deviceLabel) ?? 0) + 1
    counters.set(deviceLabel, deviceSeq)
    schedule.set(customer, [
      ...(schedule.get(customer) ?? []),
      { at, opensTicket, staff, deviceLabel, deviceSeq },
    ])
  }
  return schedule
}

function aVisit(random: Random, { customers, months, now, zone }: ScheduleSettings, opensTicket: boolean) {
  const daysAgo = Math.floor(random.unit() ** 1.25 * months * 30)
  const today = new Date(now - daysAgo * dayMs).toISOString().slice(0, 10)
  const opening = instantOf(`${today}T08:00`, zone) ?? now
  const wanted = opening + random.int(0, 11 * 3600) * 1000
  const at = wanted < now - 600_000 ? wanted : wanted - 2 * dayMs
  // Some customers come often, most hardly ever.
  const customer =
    !opensTicket && random.chance(0.03) ? stranger : Math.floor(random.unit() ** 1.6 * customers)
  return { at, customer, opensTicket }
}
