import type { Contact } from '#domain/contact/contact.ts'
import type { Customer } from '#domain/customer/customer.ts'
import type { Order } from '#domain/order/order.ts'
import type { Payment } from '#domain/payment/payment.ts'
import type { Reference } from '#domain/reference/reference.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import type { Done } from '#renderer/data/contract.ts'

/** The part of the door that is about slips: `contract.ts` holds the rest. */

/** What a slip is about: a contact that was recorded, a ticket, what a customer has asked for or has paid. */
export interface SlipSubject {
  readonly of: 'contact' | 'ticket' | 'order' | 'payment'
  readonly id: string
}

/** Everything that a slip says, out of records that are saved. */
export interface SlipFacts {
  /** Under which this PC remembers that it was printed: the ticket's id where there is one, else the order's. */
  readonly id: string
  /** In large type: the ticket's, else the order's. */
  readonly code?: string
  readonly at: number
  readonly centreName: string
  /** The customer's. */
  readonly language: Customer['language']
  /** Whoever served. */
  readonly agentName?: string
  /** The number that it was about, E.164 or as the customer named it. */
  readonly number?: string
  readonly contact?: Contact
  readonly ticket?: Ticket
  /** What was asked for. */
  readonly orders: readonly Order[]
  /** What was taken or given back; then the slip is its receipt. */
  readonly payment?: Payment
  /** The order that it was paid for. */
  readonly paidOrder?: Order
  readonly dueAt?: number
  readonly reason?: Reference['label']
  readonly resolution?: Reference['label']
  /** Headquarters does not have it, and there is no line. */
  readonly unsent: boolean
  /** It was printed before, or not made on this PC, where nobody can know. */
  readonly copy: boolean
}

export interface SlipQueries {
  /** `null` while the records are not here. */
  slip(of: SlipSubject['of'], id: string): SlipFacts | null
}

export interface SlipCommands {
  /** It is on paper. A copy is told in the thread of its ticket, or on its order or payment, with these words. */
  noteSlip(printed: { id: string; ticketId?: string; orderId?: string; copyNote?: string }): Done<null>
}
