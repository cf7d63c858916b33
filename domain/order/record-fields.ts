import { Type, type Static } from 'typebox'
import { code, id, instant, oneOf, text } from '#domain/fields.ts'

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

/** What every record of the collection `orders` has, whatever its kind. */
export const recordFields = {
  id: id(),
  rev: Type.Integer({ minimum: 0 }),
  /** `O-KDI1-2611-0042` of an order, `R-…` of a receipt, `K-…` of a count of the drawer. */
  code: code(),
  centreId: id(),
  note: Type.Optional(text(1000)),
  capturedAt: instant(),
  capturedBy: id(),
  updatedAt: instant(),
  events: Type.Array(OrderEvent, { maxItems: mostOrderEvents }),
} as const
