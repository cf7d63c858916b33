import { Type, type Static } from 'typebox'
import { defineEntity } from '#domain/entity.ts'
import { code, id, instant, latestInstant, newestFirst, oneOf, text, words } from '#domain/fields.ts'
import { channels } from '#domain/contact/channel.ts'

export const ticketTypes = [
  'complaint',
  'request',
  'information',
  'incident',
  'order_followup',
  'data_subject_request',
] as const
export const departments = [
  'care',
  'marketing',
  'sales',
  'service',
  'quality',
  'shipment',
  'billing',
  'fraud',
  'network',
] as const
export const priorities = ['p1', 'p2', 'p3', 'p4'] as const
export const ticketStatuses = [
  'new',
  'open',
  'in_progress',
  'pending_customer',
  'pending_department',
  'on_hold',
  'resolved',
  'closed',
  'cancelled',
  'rejected',
] as const
export type TicketStatus = (typeof ticketStatuses)[number]
export type Priority = (typeof priorities)[number]

/** One problem or wish of one customer, from the first word until somebody closes it. It always has an owner. */
export const Ticket = Type.Object({
  id: id(),
  rev: Type.Integer({ minimum: 0 }),
  /** `T-KDI1-2611-0042`: centre and device, year and month, the device's counter. */
  code: code(),
  /** Absent when a complaint came from outside and nobody has found its customer yet. */
  customerId: Type.Optional(id()),
  subscriptionId: Type.Optional(id()),
  centreId: id(),
  type: oneOf(ticketTypes),
  department: oneOf(departments),
  priority: oneOf(priorities),
  status: oneOf(ticketStatuses),
  ownerId: id(),
  subject: words(200),
  description: Type.Optional(text(4000)),
  channel: oneOf(channels),
  reasonCode: Type.Optional(code()),
  resolutionCode: Type.Optional(code()),
  openedAt: instant(),
  openedBy: id(),
  updatedAt: instant(),
  closedAt: Type.Optional(instant()),
})
export type Ticket = Static<typeof Ticket>

const finished: readonly TicketStatus[] = ['resolved', 'closed', 'cancelled', 'rejected']

/** Whether somebody still has to do something. */
export function isOpen(ticket: Pick<Ticket, 'status'>): boolean {
  return !finished.includes(ticket.status)
}

const key = (maximum: number) => Type.Integer({ minimum: 0, maximum, multipleOf: 1 })

export const tickets = defineEntity({
  name: 'tickets',
  version: 0,
  schema: Ticket,
  derived: {
    ofCustomer: text(64),
    /** `open` or `done`. */
    stage: Type.String({ maxLength: 4 }),
    newest: key(latestInstant),
    recent: key(latestInstant),
  },
  derive: (ticket) => ({
    ofCustomer: ticket.customerId ?? '',
    stage: isOpen(ticket) ? 'open' : 'done',
    newest: newestFirst(ticket.openedAt),
    recent: newestFirst(ticket.updatedAt),
  }),
  indexes: [
    ['ofCustomer', 'newest'],
    ['stage', 'priority', 'openedAt'],
    ['stage', 'recent'],
    ['ownerId', 'stage', 'priority', 'openedAt'],
  ],
})
