import type { Order } from '#domain/order/order.ts'
import {
  faultsOf,
  methods,
  purposes,
  type Method,
  type PaymentFault,
  type Purpose,
} from '#domain/payment/payment.ts'
import type { NewPayment } from '#renderer/data/contract-payments.ts'
import type { Subscription } from '#domain/subscription/subscription.ts'
import type { Format } from '#renderer/words/format.ts'
import type { Words } from '#renderer/words/words.ts'

/** A payment as it is filled in, all of it texts: that is also its draft. */
const blank = {
  /** Made with the form, so that one form is one payment, however often it is saved. */
  paymentId: '',
  purpose: 'bill',
  bill: '',
  orderId: '',
  subscriptionId: '',
  method: 'cash',
  /** Digits. */
  amount: '',
  given: '',
  reference: '',
  note: '',
}
export type Filled = typeof blank

/** A bill that billing has told of, as a form proposes it. */
export interface Billed {
  readonly subscriptionId: string
  readonly amount: number
  /** `jatuh tempo 13 Des 2026` */
  readonly bill: string
}

/** The bill of a line; nothing for one without. */
export function billOf(
  { id, bill }: Pick<Subscription, 'id' | 'bill'>,
  { payments }: Words,
  format: Format,
): Billed | undefined {
  if (bill === undefined || bill.amount <= 0) return undefined
  return { subscriptionId: id, amount: bill.amount, bill: payments.due(format.day(bill.dueOn)) }
}

/** An empty form, with what an order costs or what the only bill comes to. */
export function begun(order: Order | undefined, bill: Billed | undefined): Filled {
  if (order === undefined) return bill === undefined ? blank : { ...blank, ...proposed(bill) }
  const { id, price, subscriptionId = '' } = order
  return {
    ...blank,
    purpose: 'order',
    orderId: id,
    subscriptionId,
    amount: price === undefined ? '' : String(price.amount),
  }
}

export function proposed({ subscriptionId, amount, bill }: Billed): Partial<Filled> {
  return { subscriptionId, bill, amount: String(amount) }
}

export function purposeOf({ purpose }: Pick<Filled, 'purpose'>): Purpose {
  return purposes.find((each) => each === purpose) ?? 'bill'
}

export function methodOf({ method }: Pick<Filled, 'method'>): Method {
  return methods.find((each) => each === method) ?? 'cash'
}

/** The payment as a command takes it, and what is still wrong with it. */
export function paymentFrom(
  filled: Filled,
  customerId: string,
): { readonly payment: NewPayment; readonly faults: readonly PaymentFault[] } {
  const purpose = purposeOf(filled)
  const method = methodOf(filled)
  const { paymentId, subscriptionId, given } = filled
  const payment: NewPayment = {
    paymentId,
    customerId,
    purpose,
    method,
    amount: Number(filled.amount),
    ...(subscriptionId === '' ? {} : { subscriptionId }),
    ...(purpose === 'bill' ? filledIn('bill', filled) : {}),
    ...(purpose === 'order' ? filledIn('orderId', filled) : {}),
    ...(method === 'cash' ? {} : filledIn('reference', filled)),
    ...(method === 'cash' && given !== '' ? { given: Number(given) } : {}),
    ...filledIn('note', filled),
  }
  return { payment, faults: faultsOf(payment) }
}

function filledIn<F extends 'bill' | 'orderId' | 'reference' | 'note'>(
  field: F,
  filled: Filled,
): Partial<Record<F, string>> {
  const text = filled[field].trim()
  return (text === '' ? {} : { [field]: text }) as Partial<Record<F, string>>
}
