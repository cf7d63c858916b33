import type { Static } from 'typebox'
import { catalogue } from '#domain/catalogue/catalogue.ts'
import { contacts } from '#domain/contact/contact.ts'
import { customers } from '#domain/customer/customer.ts'
import { items } from '#domain/item/item.ts'
import { queueTickets } from '#domain/queue/queue-ticket.ts'
import { orders, type OrderRecord } from '#domain/order/order-record.ts'
import { reference } from '#domain/reference/reference.ts'
import { subscriptions } from '#domain/subscription/subscription.ts'
import { ticketEvents } from '#domain/ticket/ticket-event.ts'
import { tickets } from '#domain/ticket/ticket.ts'

/** Every replicated record, in the order a desk takes them: it is usable as soon as customers are in. */
export const entities = {
  reference,
  catalogue,
  customers,
  subscriptions,
  tickets,
  ticketEvents,
  contacts,
  items,
  queueTickets,
  orders,
} as const

export type CollectionName = keyof typeof entities
export type RecordOf<C extends CollectionName> = C extends 'orders'
  ? OrderRecord
  : Static<(typeof entities)[C]['schema']>
export type AnyRecord = RecordOf<CollectionName>

export const collectionNames = Object.keys(entities) as CollectionName[]
