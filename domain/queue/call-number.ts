import { Type } from 'typebox'
import { pass, permitsQueueWork, touchesNumber } from '#domain/queue/happening.ts'
import { mayPass } from '#domain/queue/lifecycle.ts'
import { counterName, QueueTicket } from '#domain/queue/queue-ticket.ts'
import { defineStep } from '#domain/sync/step.ts'

/**
 * A visitor is called to a counter; again by the same person it is a recall. The first call that headquarters takes has
 * the number: another one stands in its history and changes nothing. [X1]
 */
export const callNumber = defineStep({
  kind: 'callNumber',
  v: 1,
  since: 2,
  payload: Type.Object({ queueTicketId: QueueTicket.properties.id, counter: counterName() }),
  permits: permitsQueueWork,
  touches: touchesNumber,
  apply: (records, { queueTicketId, counter }, _seen, context) =>
    pass(records, queueTicketId, context, (present) => {
      const event = { to: 'called', counter } as const
      const { actorId, at } = context
      const isRecall = present.status === 'called' && present.agentId === actorId
      if (!isRecall && !mayPass(present, 'called', present.agentId ?? '')) return { event }
      const { endedAt: _, ...open } = present
      return { event, ticket: { ...open, status: 'called', counter, agentId: actorId, calledAt: at } }
    }),
})
