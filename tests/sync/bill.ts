import type { NewPayment } from '#renderer/data/contract-payments.ts'

/** A bill of 150,000 rupiah paid in cash, but for what is said otherwise. */
export const bill = (paymentId: string, customerId: string, more: Partial<NewPayment> = {}): NewPayment => ({
  paymentId,
  customerId,
  purpose: 'bill',
  bill: 'November 2026',
  method: 'cash',
  amount: 150_000,
  ...more,
})
