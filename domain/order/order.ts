import { Type, type Static } from 'typebox'
import { chargeTypes, periods } from '#domain/catalogue/catalogue.ts'
import { bilingual, code, day, id, oneOf, rupiah, text } from '#domain/fields.ts'
import { checks, wishes } from '#domain/order/checks.ts'
import { orderStatuses, recordFields, type OrderStatus } from '#domain/order/record-fields.ts'

const orderKinds = ['order', 'appointment'] as const
export const dayParts = ['morning', 'afternoon'] as const
/** When somebody may come by: the centre's day and half of it. Provisional until headquarters confirms. */
export const Slot = Type.Object({ day: day(), part: oneOf(dayParts) })
export type Slot = Static<typeof Slot>

/** What the catalogue asked for at the moment of the wish. It never changes with the catalogue. */
const Price = Type.Object({
  amount: rupiah(),
  unit: text(20),
  period: oneOf(periods),
  chargeType: oneOf(chargeTypes),
})

/**
 * Something that a customer asked for and headquarters has to do: an intent, not a sale. Nothing of it is active before
 * headquarters says so.
 */
export const Order = Type.Object({
  ...recordFields,
  kind: oneOf(orderKinds),
  wish: oneOf(wishes),
  status: oneOf(orderStatuses),
  customerId: id(),
  subscriptionId: Type.Optional(id()),
  /** The conversation in which it was asked for. */
  contactId: Type.Optional(id()),
  releaseId: Type.Optional(id()),
  offeringCode: Type.Optional(code()),
  offeringName: Type.Optional(bilingual(120)),
  price: Type.Optional(Price),
  checksDone: Type.Array(oneOf(checks), { maxItems: 20 }),
  checksLeft: Type.Array(oneOf(checks), { maxItems: 20 }),
  slot: Type.Optional(Slot),
})
export type Order = Static<typeof Order>

const finished: readonly OrderStatus[] = ['rejected', 'fulfilled', 'cancelled']

/** Whether somebody still has to do something. */
export function isOrderOpen({ status }: Pick<Order, 'status'>): boolean {
  return !finished.includes(status)
}

/** Whether headquarters has not said yes yet: nothing is active, whatever was promised. */
export function awaitsHeadquarters({ status }: Pick<Order, 'status'>): boolean {
  return status === 'captured' || status === 'pending_verification' || status === 'submitted'
}
