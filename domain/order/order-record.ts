import { Type } from 'typebox'
import { defineEntity } from '#domain/entity.ts'
import { id, latestInstant, newestFirst, oneOf, text } from '#domain/fields.ts'
import { Order } from '#domain/order/order.ts'
import { recordFields } from '#domain/order/record-fields.ts'
import { DrawerCount } from '#domain/payment/drawer-count.ts'
import { Payment } from '#domain/payment/payment.ts'

/** What the collection `orders` holds: `kind` says which. */
export type OrderRecord = Order | Payment | DrawerCount

export function isOrder(record: OrderRecord): record is Order {
  return record.kind === 'order' || record.kind === 'appointment'
}

export function isPayment(record: OrderRecord): record is Payment {
  return record.kind === 'payment'
}

export function isDrawerCount(record: OrderRecord): record is DrawerCount {
  return record.kind === 'drawer'
}

/** One flat record for all kinds, as a store needs it; `OrderRecord` is what it means. */
const Stored = Type.Object({
  ...Type.Partial(Order).properties,
  ...Type.Partial(Payment).properties,
  ...Type.Partial(DrawerCount).properties,
  ...recordFields,
  kind: oneOf(['order', 'appointment', 'payment', 'drawer'] as const),
  customerId: Type.Optional(id()),
})

const key = () => Type.Integer({ minimum: 0, maximum: latestInstant, multipleOf: 1 })

export const orders = defineEntity({
  name: 'orders',
  version: 1,
  schema: Stored,
  derived: { ofCustomer: text(64), newest: key() },
  derive: (record) => ({ ofCustomer: record.customerId ?? '', newest: newestFirst(record.capturedAt) }),
  indexes: [['ofCustomer', 'newest'], ['code'], ['newest']],
  // 1: payments and counts of the drawer; the money of a day is asked for. What was there means the same.
  migrations: { 1: (record) => record },
})
