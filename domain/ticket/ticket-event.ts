import { Type, type Static } from 'typebox'
import { defineEntity } from '#domain/entity.ts'
import { id, instant, latestInstant, newestFirst, oneOf, text } from '#domain/fields.ts'
import { ticketStatuses } from '#domain/ticket/ticket.ts'

export const ticketEventKinds = ['opened', 'note', 'moved', 'assigned', 'not_moved'] as const

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
  // 1: the days of a centre are asked for; what was there means the same.
  migrations: { 1: (event) => event },
})
