import { Type, type Static } from 'typebox'
import { code, id, oneOf, rupiah, text } from '#domain/fields.ts'
import { recordFields } from '#domain/order/record-fields.ts'

/** How money changes hands. Only cash lies in the counter's drawer. */
export const methods = ['cash', 'debit_card', 'qris', 'transfer'] as const
export type Method = (typeof methods)[number]

/** What the money is for. */
export const purposes = ['bill', 'order', 'deposit'] as const
export type Purpose = (typeof purposes)[number]

/** A slip of the finger with three zeros too many is caught here. */
export const mostPaid = 1_000_000_000

/** What a desk says of money that it takes. */
export const paid = {
  customerId: id(),
  subscriptionId: Type.Optional(id()),
  purpose: oneOf(purposes),
  /** The number or the month that stands on the bill. */
  bill: Type.Optional(text(40)),
  orderId: Type.Optional(id()),
  method: oneOf(methods),
  /** Of the card, the transfer or the code: by it the bank is asked. */
  reference: Type.Optional(text(40)),
} as const

/** As many parts of one payment are given back at most. */
export const mostRefunds = 20
const Refund = Type.Object({ id: id(), amount: rupiah() })

/**
 * Money that was taken, or given back: one record each, whose own words never change. Its receipt is its code, minted by
 * its counter alone, so no two counters give out the same one.
 */
export const Payment = Type.Object({
  ...recordFields,
  ...paid,
  kind: oneOf(['payment'] as const),
  /** Negative when it gives back what another payment took. */
  amount: rupiah(),
  /** Cash that the customer handed over; the change is what is more than the amount. */
  given: Type.Optional(rupiah()),
  /** The payments that gave back a part of this one, or all of it. */
  givenBack: Type.Optional(Type.Array(Refund, { maxItems: mostRefunds })),
  /** The payment that this one gives back, or a part of it. */
  reversalOf: Type.Optional(id()),
  /** Receipt number of that payment, for paper. */
  reversedCode: Type.Optional(code()),
})
export type Payment = Static<typeof Payment>

/** What may be wrong with a payment though every field has its form. */
export type PaymentFault = 'bill' | 'order' | 'amount' | 'given' | 'reference'

type Written = Pick<Payment, 'purpose' | 'bill' | 'orderId' | 'method' | 'amount' | 'given' | 'reference'>

/** What is wrong or missing, in the order of the form. The same for whoever fills it in and for headquarters. */
export function faultsOf(written: Written): readonly PaymentFault[] {
  const { purpose, bill = '', orderId, method, amount, given, reference = '' } = written
  const isWhole = Number.isInteger(amount) && amount >= 1 && amount <= mostPaid
  const wrong: Readonly<Record<PaymentFault, boolean>> = {
    bill: purpose === 'bill' && bill.trim() === '',
    order: purpose === 'order' && orderId === undefined,
    amount: !isWhole,
    given: method === 'cash' && given !== undefined && given < amount,
    reference: method !== 'cash' && reference.trim() === '',
  }
  return (['bill', 'order', 'amount', 'given', 'reference'] as const).filter((fault) => wrong[fault])
}

/** What the customer gets back of the cash. */
export function changeOf({ amount, given }: Pick<Payment, 'amount' | 'given'>): number {
  return Math.max(0, (given ?? amount) - amount)
}

/** What may still be given back of a payment; nothing of what gave back itself. */
export function leftOf({ amount, givenBack = [] }: Pick<Payment, 'amount' | 'givenBack'>): number {
  return Math.max(
    0,
    givenBack.reduce((left, refund) => left - refund.amount, amount),
  )
}
