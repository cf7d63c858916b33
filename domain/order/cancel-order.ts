import { Type } from 'typebox'
import { id, text } from '#domain/fields.ts'
import { permitsCapture } from '#domain/order/capture.ts'
import { moveOrder } from '#domain/order/order-life.ts'
import { defineStep } from '#domain/sync/step.ts'

/** The customer does not want it any more. */
export const cancelOrder = defineStep({
  kind: 'cancelOrder',
  v: 1,
  since: 2,
  payload: Type.Object({ orderId: id(), note: Type.Optional(text(1000)) }),
  permits: permitsCapture,
  touches: ({ orderId }) => [{ collection: 'orders', id: orderId }],
  apply: (records, { orderId, note }, _seen, context) =>
    moveOrder(records, context, { orderId, to: 'cancelled', note }),
})
