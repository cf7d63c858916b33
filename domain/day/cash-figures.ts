import { methods, type Method, type Payment } from '#domain/payment/payment.ts'

/** What was taken by one method. */
export interface MethodFigures {
  readonly method: Method
  readonly receipts: number
  readonly reversals: number
  /** What was taken less what was given back. */
  readonly amount: number
}

/** What some payments come to. */
export interface CashFigures {
  readonly receipts: number
  readonly reversals: number
  readonly amount: number
  /** Every method, also one by which nobody paid. */
  readonly byMethod: readonly MethodFigures[]
}

type Paid = Pick<Payment, 'method' | 'amount' | 'reversalOf'>

/** Pure: a desk and headquarters' SQL come to the same (tests/sync/cash.test.ts). */
export function cashFigures(payments: readonly Paid[]): CashFigures {
  return {
    ...sumOf(payments),
    byMethod: methods.map((method) => ({
      method,
      ...sumOf(payments.filter((each) => each.method === method)),
    })),
  }
}

/** What should have come into the drawer. */
export function cashIn({ byMethod }: CashFigures): number {
  return byMethod.find(({ method }) => method === 'cash')?.amount ?? 0
}

function sumOf(payments: readonly Paid[]): Omit<MethodFigures, 'method'> {
  const reversals = payments.filter(({ reversalOf }) => reversalOf !== undefined).length
  return {
    receipts: payments.length - reversals,
    reversals,
    amount: payments.reduce((sum, { amount }) => sum + amount, 0),
  }
}
