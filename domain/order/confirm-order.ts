import { Type } from 'typebox'
import { id, oneOf, text } from '#domain/fields.ts'
import { isOrder } from '#domain/order/order-record.ts'
import { moveOrder } from '#domain/order/order-life.ts'
import { Slot } from '#domain/order/order.ts'
import { defineStep, refused } from '#domain/sync/step.ts'

/** How far headquarters has come: passed on, said yes, done. */
export const confirmations = ['submitted', 'accepted', 'fulfilled'] as const

/** Headquarters says how an order stands. With its yes every check is done; a visit may get another time. */
export const confirmOrder = defineStep({
  kind: 'confirmOrder',
  v: 1,
  since: 2,
  payload: Type.Object({
    orderId: id(),
    to: oneOf(confirmations),
    slot: Type.Optional(Slot),
    note: Type.Optional(text(1000)),
  }),
  permits: (role) => role === 'admin',
  touches: ({ orderId }) => [{ collection: 'orders', id: orderId }],
  apply: (records, { orderId, to, slot, note }, _seen, context) => {
    const order = records.get('orders', orderId)
    if (order === undefined || !isOrder(order)) return refused('unknown_record')
    const checked = { checksDone: [...order.checksDone, ...order.checksLeft], checksLeft: [] }
    const time = slot === undefined || order.kind !== 'appointment' ? {} : { slot }
    const change = { ...time, ...(to === 'submitted' ? {} : checked) }
    return moveOrder(records, context, { orderId, to, note, change })
  },
})
