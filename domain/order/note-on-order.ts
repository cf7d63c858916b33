import { Type } from 'typebox'
import { id, words } from '#domain/fields.ts'
import { eventOn } from '#domain/order/order-life.ts'
import { defineStep, refused, unchanged } from '#domain/sync/step.ts'
import { permitsTicketWork } from '#domain/ticket/thread.ts'

/** Something about an order or a payment that should be known later, such as that its slip was printed once more. */
export const noteOnOrder = defineStep({
  kind: 'noteOnOrder',
  v: 1,
  since: 2,
  payload: Type.Object({ orderId: id(), note: words(1000) }),
  permits: permitsTicketWork,
  touches: ({ orderId }) => [{ collection: 'orders', id: orderId }],
  apply: (records, { orderId, note }, _seen, context) => {
    const order = records.get('orders', orderId)
    if (order === undefined) return refused('unknown_record')
    const record = eventOn(order, context, { note, moved: false })
    if (record === order) return unchanged
    return record === undefined
      ? refused('bad_operation')
      : { done: true, writes: [{ collection: 'orders', record }] }
  },
})
