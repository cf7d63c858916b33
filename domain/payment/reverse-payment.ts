import { Type } from 'typebox'
import { code, id, words } from '#domain/fields.ts'
import { isPayment } from '#domain/order/order-record.ts'
import { leftOf, mostPaid, mostRefunds, type Payment } from '#domain/payment/payment.ts'
import { writtenIn } from '#domain/payment/written-in.ts'
import { defineStep, refused, unchanged } from '#domain/sync/step.ts'

/**
 * A payment is given back, or a part of it, by a record of its own; the payment names what gave it back. More than was
 * paid is never given back, whoever of two supervisors without a line was first: the other one's becomes an item. [M6]
 */
export const reversePayment = defineStep({
  kind: 'reversePayment',
  v: 1,
  since: 2,
  payload: Type.Object({
    /** Made with the form: the same form saved twice gives back once. */
    refundId: id(),
    paymentId: id(),
    code: code(),
    amount: Type.Integer({ minimum: 1, maximum: mostPaid, multipleOf: 1 }),
    note: words(1000),
  }),
  permits: (role) => role === 'supervisor',
  touches: ({ refundId, paymentId }) => [
    { collection: 'orders', id: refundId },
    { collection: 'orders', id: paymentId },
  ],
  mints: (payload) => [payload.code],
  apply: (records, { refundId, paymentId, code: ownCode, amount, note }, _seen, context) => {
    const present = records.get('orders', refundId)
    if (present !== undefined) return present.code === ownCode ? unchanged : refused('id_taken')
    const taken = records.get('orders', paymentId)
    if (taken === undefined || !isPayment(taken)) return refused('unknown_record')
    if (taken.reversalOf !== undefined) return refused('bad_operation')
    const { givenBack = [], given: _given, note: _note, ...same } = taken
    if (amount > leftOf(taken)) return refused('already_reversed')
    if (givenBack.length >= mostRefunds) return refused('bad_operation')
    const refund: Payment = {
      ...same,
      id: refundId,
      code: ownCode,
      amount: -amount,
      reversalOf: paymentId,
      reversedCode: taken.code,
      note,
      // Where and by whom the money was given back.
      ...writtenIn(context),
    }
    const payment: Payment = { ...taken, givenBack: [...givenBack, { id: refundId, amount }] }
    return {
      done: true,
      writes: [
        { collection: 'orders', record: refund },
        { collection: 'orders', record: payment },
      ],
    }
  },
})
