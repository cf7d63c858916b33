import type { CashFigures } from '#domain/day/cash-figures.ts'
import type { DrawerCount } from '#domain/payment/drawer-count.ts'
import type { Payment } from '#domain/payment/payment.ts'
import type { PayloadOf } from '#domain/steps.ts'
import type { Done, RecordState } from '#renderer/data/contract.ts'

/** The part of the door that is about money: `contract.ts` holds the rest. */

export interface PaymentRow {
  readonly payment: Payment
  readonly takenByName?: string
  /** What may still be given back of it, rupiah. */
  readonly left: number
  readonly state: RecordState
}

/** Money that was taken or given back, or that its receipt was printed again, as the customer's timeline tells it. */
export interface PaymentEntry {
  readonly kind: 'payment'
  readonly at: number
  readonly payment: Payment
  /** What was noted on it later; absent for the payment itself. */
  readonly note?: { readonly id: string; readonly text: string }
  readonly actorName?: string
  readonly state: RecordState
}

export interface CountRow {
  readonly count: DrawerCount
  readonly countedByName?: string
  readonly state: RecordState
}

/** The money of this centre's day. */
export interface CashView {
  /** On the centre's calendar. */
  readonly day: string
  /** This counter's. */
  readonly here: CashFigures
  /** The whole centre's, as this desk has it. */
  readonly centre: CashFigures
  /** How often this counter's drawer was counted today, the last one first. */
  readonly counts: readonly CountRow[]
  /** This counter has taken or given back something since the last count. */
  readonly sinceCount: boolean
  /** False when there were more records than are counted here. */
  readonly whole: boolean
}

/** `paymentId` is made with the form: the same form saved twice, also after a crash, is one payment. */
export type NewPayment = Omit<PayloadOf<'takePayment'>, 'code'>
export type NewRefund = Omit<PayloadOf<'reversePayment'>, 'code'>
export type NewCount = Pick<PayloadOf<'countDrawer'>, 'countId' | 'float' | 'counted' | 'expected' | 'note'>

export interface PaymentQueries {
  /** Everything that the customer has paid here, the newest first. */
  paymentsOf(customerId: string): readonly PaymentRow[]
  /** `null` for whoever has no drawer and leads no centre. */
  cash(): CashView | null
}

export interface PaymentCommands {
  takePayment(payment: NewPayment): Done<{ paymentId: string; code: string }>
  /** Answers with the receipt of what was given back. Saved once, as a payment is. */
  reversePayment(refund: NewRefund): Done<{ paymentId: string; code: string }>
  countDrawer(count: NewCount): Done<null>
}
