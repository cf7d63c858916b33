import { Type, type Static } from 'typebox'
import { defineEntity } from '#domain/entity.ts'
import { aDay, code, id, instant, latestInstant, newestFirst, oneOf, text, words } from '#domain/fields.ts'
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
export type Department = (typeof departments)[number]
export type TicketStatus = (typeof ticketStatuses)[number]
export type Priority = (typeof priorities)[number]

const taskStates = ['open', 'accepted', 'done', 'returned'] as const
export const shipmentStatuses = ['preparing', 'sent', 'delivered', 'failed', 'sent_back'] as const
export const ticketLinks = ['related', 'duplicate_of', 'has_duplicate'] as const
export type TicketLink = (typeof ticketLinks)[number]

/** What a department says of the child order and its parcel when it answers. */
export const followUp = {
  orderReference: Type.Optional(code()),
  shipmentStatus: Type.Optional(oneOf(shipmentStatuses)),
} as const

/** What a ticket asks of a department. It stands on the ticket, so that the ticket's life can see it. */
export const Task = Type.Object({
  id: id(),
  department: oneOf(departments),
  ask: words(1000),
  askedAt: instant(),
  askedBy: id(),
  dueAt: Type.Optional(instant()),
  state: oneOf(taskStates),
  acceptedBy: Type.Optional(id()),
  acceptedAt: Type.Optional(instant()),
  answer: Type.Optional(text(4000)),
  answeredBy: Type.Optional(id()),
  answeredAt: Type.Optional(instant()),
  ...followUp,
})
export type Task = Static<typeof Task>
export const mostTasks = 20

/** A stretch in which a ticket's clock stands: it waits for the customer, is on hold, or is done. */
const Stop = Type.Object({
  status: oneOf(ticketStatuses),
  since: instant(),
  until: Type.Optional(instant()),
})
export type Stop = Static<typeof Stop>
/** Beyond this the oldest is forgotten, and its time counts as run. */
export const mostStops = 100

/** Whom somebody called by name in a note, and when last. */
const Mention = Type.Object({ staffId: id(), at: instant(), by: id() })
export type Mention = Static<typeof Mention>
export const mostMentions = 50

/** Another ticket about the same thing. */
const LinkedTicket = Type.Object({ ticketId: id(), as: oneOf(ticketLinks) })
export type LinkedTicket = Static<typeof LinkedTicket>
export const mostLinks = 50

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
  tasks: Type.Optional(Type.Array(Task, { maxItems: mostTasks })),
  stops: Type.Optional(Type.Array(Stop, { maxItems: mostStops })),
  /** Somebody brought it before the supervisors; until it is resolved. */
  escalatedAt: Type.Optional(instant()),
  escalatedBy: Type.Optional(id()),
  mentions: Type.Optional(Type.Array(Mention, { maxItems: mostMentions })),
  links: Type.Optional(Type.Array(LinkedTicket, { maxItems: mostLinks })),
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
  version: 2,
  schema: Ticket,
  derived: {
    ofCustomer: text(64),
    /** `open` or `done`. */
    stage: Type.String({ maxLength: 4 }),
    /** `yes` while it is open and somebody is called by name on it, else `no`. */
    mentioned: Type.String({ maxLength: 3 }),
    newest: key(latestInstant),
    recent: key(latestInstant),
  },
  derive: (ticket) => ({
    ofCustomer: ticket.customerId ?? '',
    stage: isOpen(ticket) ? 'open' : 'done',
    mentioned: isOpen(ticket) && (ticket.mentions ?? []).length > 0 ? 'yes' : 'no',
    newest: newestFirst(ticket.openedAt),
    recent: newestFirst(ticket.updatedAt),
  }),
  indexes: [
    ['ofCustomer', 'newest'],
    ['stage', 'priority', 'openedAt'],
    ['stage', 'recent'],
    ['ownerId', 'stage', 'priority', 'openedAt'],
    ['mentioned', 'priority', 'openedAt'],
  ],
  // Nineteen tickets of twenty are done, and lists of those go by their time; on few is anybody called by name.
  partial: {
    stage_priority_openedAt: { stage: 'open' },
    ownerId_stage_priority_openedAt: { stage: 'open' },
    mentioned_priority_openedAt: { mentioned: 'yes' },
  },
  coarse: { stage_recent: aDay },
  // 1: tasks, stops, escalation, mentions, links; what was there means the same. 2: the replica's own `mentioned`.
  migrations: { 1: (ticket) => ticket, 2: (ticket) => ticket },
})
