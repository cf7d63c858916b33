import { Type, type Static } from 'typebox'
import { defineEntity } from '#domain/entity.ts'
import { aDay, id, instant, latestInstant, newestFirst, oneOf, text } from '#domain/fields.ts'
import {
  departments,
  followUp,
  mostMentions,
  priorities,
  ticketLinks,
  ticketStatuses,
} from '#domain/ticket/ticket.ts'

const ticketEventKinds = [
  'opened',
  'note',
  'moved',
  'assigned',
  'not_moved',
  'task_asked',
  'task_accepted',
  'task_done',
  'task_returned',
  /** Words about a task that came too late to change anything. */
  'task_late',
  'prioritized',
  'escalated',
  'linked',
] as const

/** One thing that happened to a ticket. Written once, never changed; its id comes from the operation. */
export const TicketEvent = Type.Object({
  id: id(),
  rev: Type.Integer({ minimum: 0 }),
  ticketId: id(),
  customerId: Type.Optional(id()),
  kind: oneOf(ticketEventKinds),
  at: instant(),
  actorId: id(),
  centreId: id(),
  text: Type.Optional(text(4000)),
  from: Type.Optional(oneOf(ticketStatuses)),
  to: Type.Optional(oneOf(ticketStatuses)),
  ownerId: Type.Optional(id()),
  /** Why it could not move, when its status alone does not say it. */
  problem: Type.Optional(text(32)),
  taskId: Type.Optional(id()),
  department: Type.Optional(oneOf(departments)),
  ...followUp,
  priority: Type.Optional(oneOf(priorities)),
  mentioned: Type.Optional(Type.Array(id(), { maxItems: mostMentions })),
  otherTicketId: Type.Optional(id()),
  link: Type.Optional(oneOf(ticketLinks)),
})
export type TicketEvent = Static<typeof TicketEvent>

export const ticketEvents = defineEntity({
  name: 'ticketEvents',
  version: 1,
  schema: TicketEvent,
  derived: {
    ofCustomer: text(64),
    newest: Type.Integer({ minimum: 0, maximum: latestInstant, multipleOf: 1 }),
  },
  derive: (event) => ({ ofCustomer: event.customerId ?? '', newest: newestFirst(event.at) }),
  indexes: [['ticketId', 'at'], ['ofCustomer', 'newest'], ['newest']],
  coarse: { newest: aDay },
  // 1: the days of a centre are asked for; more kinds and what they tell; what was there means the same.
  migrations: { 1: (event) => event },
})
