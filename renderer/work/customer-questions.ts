import type { Question } from '#renderer/data/useLive.ts'
import { firstPage } from '#renderer/work/first-page.ts'

/** All that the screen of a customer asks of the desk about that customer. */
export function customerQuestions(customerId: string): readonly Question[] {
  return [
    ['customer', customerId],
    ['subscriptionsOf', customerId],
    ['ordersOf', customerId],
    ['paymentsOf', customerId],
    ['ticketsOf', customerId],
    ['timelineOf', customerId, firstPage],
    ['draft', `customer:${customerId}`],
  ]
}
