import { Type, type Static } from 'typebox'
import { rupiah, text } from '#domain/fields.ts'
import { Order } from '#domain/order/order.ts'

/** An order of any centre that headquarters still has to answer or to fulfil, as an admin is shown it. */
export const OrderToAnswer = Type.Object({
  order: Order,
  customerName: text(120),
  customerCode: text(32),
  /** What was paid for it, less what was given back. */
  paid: rupiah(),
})
export type OrderToAnswer = Static<typeof OrderToAnswer>

/** As many as are answered at once, the oldest first. */
export const mostToAnswer = 500
