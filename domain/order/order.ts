import { Type, type Static } from 'typebox'
import { chargeTypes, periods } from '#domain/catalogue/catalogue.ts'
import { defineEntity } from '#domain/entity.ts'
import {
  bilingual,
  code,
  day,
  id,
  instant,
  latestInstant,
  newestFirst,
  oneOf,
  rupiah,
  text,
} from '#domain/fields.ts'
import { checks, wishes } from '#domain/order/checks.ts'

const orderKinds = ['order', 'appointment'] as const
/** An order that is being written is a draft of its author; it becomes a record when it is captured. */
export const orderStatuses = [
  'captured',
  'pending_verification',
  'submitted',
  'accepted',
  'rejected',
  'fulfilled',
  'cancelled',
] as const
export type OrderStatus = (typeof orderStatuses)[number]

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

/** One thing that happened to an order. `to`: the status that was wanted, too late for it unless `moved`; a note has none. */
const OrderEvent = Type.Object({
  id: id(),
  at: instant(),
  by: id(),
  to: Type.Optional(oneOf(orderStatuses)),
  moved: Type.Boolean(),
  note: Type.Optional(text(1000)),
})
export type OrderEvent = Static<typeof OrderEvent>
export const mostOrderEvents = 50

/**
 * Something that a customer asked for and headquarters has to do: an intent, not a sale. Nothing of it is active before
 * headquarters says so.
 */
export const Order = Type.Object({
  id: id(),
  rev: Type.Integer({ minimum: 0 }),
  kind: oneOf(orderKinds),
  /** `O-KDI1-2611-0042`. */
  code: code(),
  wish: oneOf(wishes),
  status: oneOf(orderStatuses),
  customerId: id(),
  subscriptionId: Type.Optional(id()),
  centreId: id(),
  /** The conversation in which it was asked for. */
  contactId: Type.Optional(id()),
  releaseId: Type.Optional(id()),
  offeringCode: Type.Optional(code()),
  offeringName: Type.Optional(bilingual(120)),
  price: Type.Optional(Price),
  checksDone: Type.Array(oneOf(checks), { maxItems: 20 }),
  checksLeft: Type.Array(oneOf(checks), { maxItems: 20 }),
  slot: Type.Optional(Slot),
  note: Type.Optional(text(1000)),
  capturedAt: instant(),
  capturedBy: id(),
  updatedAt: instant(),
  events: Type.Array(OrderEvent, { maxItems: mostOrderEvents }),
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

export const orders = defineEntity({
  name: 'orders',
  version: 0,
  schema: Order,
  derived: { newest: Type.Integer({ minimum: 0, maximum: latestInstant, multipleOf: 1 }) },
  derive: (order) => ({ newest: newestFirst(order.capturedAt) }),
  indexes: [['customerId', 'newest'], ['code']],
})
