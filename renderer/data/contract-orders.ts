import type { Order } from '#domain/order/order.ts'
import type { OrderToAnswer } from '#domain/order/order-to-answer.ts'
import type { OrderEvent } from '#domain/order/record-fields.ts'
import type { PayloadOf } from '#domain/steps.ts'
import type { Done, RecordState } from '#renderer/data/contract.ts'

/** The part of the door that is about what customers ask for: `contract.ts` holds the rest. */

export interface OrderRow {
  readonly order: Order
  readonly capturedByName?: string
  readonly state: RecordState
}

/** One thing that happened to an order, as the customer's timeline tells it. */
export interface OrderEntry {
  readonly kind: 'order'
  readonly at: number
  readonly order: Order
  readonly event: OrderEvent
  readonly actorName?: string
  readonly state: RecordState
}

export type NewOrder = Omit<PayloadOf<'captureOrder'>, 'orderId' | 'code'>
export type NewAppointment = Omit<PayloadOf<'captureAppointment'>, 'orderId' | 'code'>

export interface OrderQueries {
  /** Everything that the customer has asked for, the newest first. */
  ordersOf(customerId: string): readonly OrderRow[]
}

export interface OrderCommands {
  captureOrder(order: NewOrder): Done<{ orderId: string; code: string }>
  captureAppointment(appointment: NewAppointment): Done<{ orderId: string; code: string }>
  /** Needs the line: answers when headquarters has it. The order is as headquarters has shown it. */
  confirmOrder(answer: Omit<PayloadOf<'confirmOrder'>, 'orderId'> & { readonly order: Order }): Done<null>
  rejectOrder(answer: { readonly order: Order; readonly note: string }): Done<null>
  /** Needs the line. Orders of all centres that wait for headquarters, the oldest first; for admins. */
  askOrders(request: Record<string, never>): Done<readonly OrderToAnswer[]>
  cancelOrder(request: PayloadOf<'cancelOrder'>): Done<null>
}
