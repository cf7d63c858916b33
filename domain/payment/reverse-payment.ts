import { Type } from 'typebox'
import { code, id, words } from '#domain/fields.ts'
import { isPayment } from '#domain/order/order-record.ts'
import { reversalIdOf, type Payment } from '#domain/payment/payment.ts'
import { writtenIn } from '#domain/payment/written-in.ts'
import type { Ref } from '#domain/sync/records.ts'
import { defineStep, refused, unchanged } from '#domain/sync/step.ts'

const touched = ({ paymentId }: { paymentId: string }): Ref[] => [
  { collection: 'orders', id: reversalIdOf(paymentId) },
  { collection: 'orders', id: paymentId },
]

/**
 * A payment is given back, whole, by a record of its own; the first one stays as it is. Its id follows from the payment,
 * so two supervisors who give back the same one make one record, and the second of them becomes an item.
 */
export const reversePayment = defineStep({
  kind: 'reversePayment',
  v: 1,
  since: 2,
  payload: Type.Object({ paymentId: id(), code: code(), note: words(1000) }),
  permits: (role) => role === 'supervisor',
  touches: touched,
  onlyReads: (payload) => touched(payload).slice(1),
  mints: (payload) => [payload.code],
  apply: (records, { paymentId, code: ownCode, note }, _seen, context) => {
    const reversal = records.get('orders', reversalIdOf(paymentId))
    if (reversal !== undefined) return reversal.code === ownCode ? unchanged : refused('already_reversed')
    const taken = records.get('orders', paymentId)
    if (taken === undefined || !isPayment(taken)) return refused('unknown_record')
    if (taken.reversalOf !== undefined) return refused('bad_operation')
    const { given: _given, note: _note, ...same } = taken
    const record: Payment = {
      ...same,
      id: reversalIdOf(paymentId),
      code: ownCode,
      amount: -taken.amount,
      reversalOf: paymentId,
      reversedCode: taken.code,
      note,
      // Where and by whom the money was given back.
      ...writtenIn(context),
    }
    return { done: true, writes: [{ collection: 'orders', record }] }
  },
})
