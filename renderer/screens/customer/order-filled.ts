import { checks, wishRules, wishes, type Check, type Wish } from '#domain/order/checks.ts'
import { dayParts, type Slot } from '#domain/order/order.ts'
import type { NewAppointment, NewOrder } from '#renderer/data/contract-orders.ts'

/** An order as it is filled in, all of it texts: that is also its draft. */
export const blank = {
  wish: '',
  offeringCode: '',
  subscriptionId: '',
  day: '',
  part: 'morning',
  /** With commas between. */
  checks: '',
  note: '',
}
export type Filled = typeof blank

export function wishOf({ wish }: Pick<Filled, 'wish'>): Wish | undefined {
  return wishes.find((each) => each === wish)
}

export function tickedOf({ checks: ticked }: Pick<Filled, 'checks'>): Check[] {
  const names = ticked.split(',')
  return checks.filter((check) => names.includes(check))
}

export type Missing = 'wish' | 'offering' | 'day'

/** What has to be chosen before it can be captured, in the order of the form. */
export function missingIn(filled: Filled, releaseId: string | undefined): readonly Missing[] {
  const wish = wishOf(filled)
  if (wish === undefined) return ['wish']
  const { priced, visit } = wishRules[wish]
  return [
    ...(priced && (filled.offeringCode === '' || releaseId === undefined) ? (['offering'] as const) : []),
    ...(visit && filled.day === '' ? (['day'] as const) : []),
  ]
}

/** The wish as a command takes it; `undefined` while something is missing. */
export function wishFrom(
  filled: Filled,
  customerId: string,
  releaseId: string | undefined,
): NewOrder | NewAppointment | undefined {
  const wish = wishOf(filled)
  if (wish === undefined || missingIn(filled, releaseId).length > 0) return undefined
  const { subscriptionId, note, offeringCode, day } = filled
  const about = {
    customerId,
    checksDone: tickedOf(filled),
    ...(subscriptionId === '' ? {} : { subscriptionId }),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
  }
  if (wish === 'repair_visit') return { ...about, wish, slot: { day, part: partOf(filled) } }
  const priced = wishRules[wish].priced && releaseId !== undefined
  return { ...about, wish, ...(priced ? { offering: { releaseId, code: offeringCode } } : {}) }
}

export function partOf({ part }: Pick<Filled, 'part'>): Slot['part'] {
  return dayParts.find((each) => each === part) ?? 'morning'
}
