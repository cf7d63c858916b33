import { Type } from 'typebox'
import { holderIn, pass, permitsQueueWork, touchesNumber } from '#domain/queue/happening.ts'
import { mayPass } from '#domain/queue/lifecycle.ts'
import { counterName, QueueTicket } from '#domain/queue/queue-ticket.ts'
import { oneOf } from '#domain/fields.ts'
import { defineStep, type StepContext } from '#domain/sync/step.ts'

const targets = ['waiting', 'serving', 'served', 'no_show', 'cancelled'] as const

interface Move {
  readonly to: (typeof targets)[number]
  readonly counter?: string
  readonly contactId?: string
}

/**
 * Another status. The number's life decides from the status it has now: who really serves a visitor has the number from
 * then on; what would take it from somebody whom the person did not see changes nothing. [X2]
 */
export const moveNumber = defineStep({
  kind: 'moveNumber',
  v: 1,
  since: 2,
  payload: Type.Object({
    queueTicketId: QueueTicket.properties.id,
    to: oneOf(targets),
    counter: Type.Optional(counterName()),
    contactId: QueueTicket.properties.contactId,
  }),
  permits: permitsQueueWork,
  touches: touchesNumber,
  apply: (records, { queueTicketId, ...move }, seen, context) =>
    pass(records, queueTicketId, context, (present) => {
      const { to, counter } = move
      const event = { to, ...(counter === undefined ? {} : { counter }) }
      // The same wish again.
      if (present.status === to && present.agentId === context.actorId) return { event, ticket: present }
      return mayPass(present, to, holderIn(seen))
        ? { event, ticket: moved(present, move, context) }
        : { event }
    }),
})

function moved(present: QueueTicket, move: Move, { actorId, at }: StepContext): QueueTicket {
  const { to, counter = present.counter, contactId } = move
  const { counter: _counter, agentId: _agent, calledAt: _called, endedAt: _ended, ...free } = present
  // As if it had never been called.
  if (to === 'waiting') return { ...free, status: to }
  const held = to === 'serving' || to === 'served'
  return {
    ...present,
    status: to,
    ...(held ? { agentId: actorId } : {}),
    ...(held && counter !== undefined ? { counter } : {}),
    ...(held && present.startedAt === undefined ? { startedAt: at } : {}),
    ...(to === 'serving' ? {} : { endedAt: at }),
    ...(contactId === undefined ? {} : { contactId }),
  }
}
