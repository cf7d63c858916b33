import { Type } from 'typebox'
import { id, words } from '#domain/fields.ts'
import { moveOrder } from '#domain/order/order-life.ts'
import { defineStep } from '#domain/sync/step.ts'

/** Headquarters cannot do it, and says why in words that the customer may hear. */
export const rejectOrder = defineStep({
  kind: 'rejectOrder',
  v: 1,
  since: 2,
  payload: Type.Object({ orderId: id(), note: words(1000) }),
  permits: (role) => role === 'admin',
  touches: ({ orderId }) => [{ collection: 'orders', id: orderId }],
  apply: (records, { orderId, note }, _seen, context) =>
    moveOrder(records, context, { orderId, to: 'rejected', note }),
})
