import { Type } from 'typebox'
import { code, id, text } from '#domain/fields.ts'
import { isOrder } from '#domain/order/order-record.ts'
import { faultsOf, mostPaid, paid, type Payment } from '#domain/payment/payment.ts'
import { permitsCash } from '#domain/payment/permits.ts'
import { writtenIn } from '#domain/payment/written-in.ts'
import type { Ref } from '#domain/sync/records.ts'
import { defineStep, refused, unchanged } from '#domain/sync/step.ts'

const sum = () => Type.Integer({ minimum: 1, maximum: mostPaid, multipleOf: 1 })

const TakePayment = Type.Object({
  ...paid,
  paymentId: id(),
  /** The receipt. */
  code: code(),
  amount: sum(),
  given: Type.Optional(sum()),
  note: Type.Optional(text(1000)),
})

const ownRef = (paymentId: string): Ref => ({ collection: 'orders', id: paymentId })
const aroundIt = ({ customerId, orderId }: { customerId: string; orderId?: string }): Ref[] => [
  { collection: 'customers', id: customerId },
  ...(orderId === undefined ? [] : [ownRef(orderId)]),
]

/** A customer has paid. The money is there whatever became of the order meanwhile, so an order that ended refuses nothing. */
export const takePayment = defineStep({
  kind: 'takePayment',
  v: 1,
  since: 2,
  payload: TakePayment,
  permits: permitsCash,
  touches: (payload): Ref[] => [ownRef(payload.paymentId), ...aroundIt(payload)],
  onlyReads: aroundIt,
  mints: (payload) => [payload.code],
  apply: (records, payload, _seen, context) => {
    const { paymentId, given, note, ...written } = payload
    const present = records.get('orders', paymentId)
    if (present !== undefined) return present.code === payload.code ? unchanged : refused('id_taken')
    if (records.get('customers', payload.customerId) === undefined) return refused('unknown_record')
    const order = payload.orderId === undefined ? undefined : records.get('orders', payload.orderId)
    if (payload.orderId !== undefined && (order === undefined || !isOrder(order)))
      return refused('unknown_record')
    if (faultsOf(payload).length > 0) return refused('bad_operation')
    const record: Payment = {
      ...written,
      id: paymentId,
      kind: 'payment',
      // Only cash is given and changed.
      ...(given === undefined || payload.method !== 'cash' ? {} : { given }),
      ...(note === undefined || note === '' ? {} : { note }),
      ...writtenIn(context),
    }
    return { done: true, writes: [{ collection: 'orders', record }] }
  },
})
