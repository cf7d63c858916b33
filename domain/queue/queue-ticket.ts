import { Type, type Static } from 'typebox'
import { defineEntity } from '#domain/entity.ts'
import { code, count, day, id, instant, oneOf, text } from '#domain/fields.ts'

export const queueStatuses = [
  'waiting',
  'called',
  'serving',
  'served',
  'no_show',
  'transferred',
  'cancelled',
] as const
export type QueueStatus = (typeof queueStatuses)[number]
export const queuePriorities = ['normal', 'assisted', 'vvip'] as const
export type QueuePriority = (typeof queuePriorities)[number]
/** Why a visitor is assisted. */
export const queueNeeds = ['elderly', 'pregnant', 'disabled'] as const
export type QueueNeed = (typeof queueNeeds)[number]

/** A counter as people read it: `3`, `Kasir`. */
export const counterName = () => text(20)

const QueueEvent = Type.Object({
  /** The operation and the step in it: what is here has happened. */
  id: id(),
  at: instant(),
  by: id(),
  to: oneOf(queueStatuses),
  counter: Type.Optional(counterName()),
  /** Somebody else was faster: it stands here and changed nothing. */
  late: Type.Optional(Type.Boolean()),
})
/** One thing that people did with a number. */
export type QueueEvent = Static<typeof QueueEvent>
export const mostQueueEvents = 100

/** A visitor's place in one lane of one day. Its id is the number as it was minted, so no two visitors can have one. */
export const QueueTicket = Type.Object({
  id: id(),
  rev: Type.Integer({ minimum: 0 }),
  centreId: id(),
  /** On the centre's calendar. */
  day: day(),
  service: code(),
  /** The count of its desk for this service on this day. */
  seq: count(9999),
  /** `A1-023`: service, desk and count, as it is called out. */
  display: text(16),
  priority: oneOf(queuePriorities),
  need: Type.Optional(oneOf(queueNeeds)),
  status: oneOf(queueStatuses),
  takenAt: instant(),
  /** When it came into this lane; later than `takenAt` after a transfer. */
  queuedAt: instant(),
  /** The last call. */
  calledAt: Type.Optional(instant()),
  startedAt: Type.Optional(instant()),
  endedAt: Type.Optional(instant()),
  /** Where the visitor is called to, and who called. */
  counter: Type.Optional(counterName()),
  agentId: Type.Optional(id()),
  /** The conversation in which the visitor was served. */
  contactId: Type.Optional(id()),
  /** The same visitor's place in the lane before. */
  transferredFrom: Type.Optional(id()),
  history: Type.Array(QueueEvent, { maxItems: mostQueueEvents }),
})
export type QueueTicket = Static<typeof QueueTicket>

export const queueTickets = defineEntity({
  name: 'queueTickets',
  version: 0,
  schema: QueueTicket,
  derived: {},
  derive: () => ({}),
  indexes: [['day', 'takenAt']],
})
