import { Type } from 'typebox'
import { holderIn, pass, permitsQueueWork, touchesNumber } from '#domain/queue/happening.ts'
import { mayPass } from '#domain/queue/lifecycle.ts'
import { QueueTicket } from '#domain/queue/queue-ticket.ts'
import type { Ref, Write } from '#domain/sync/records.ts'
import { defineStep, derivedId } from '#domain/sync/step.ts'

/** A visitor goes on to another service and keeps the number in hand, and the time of its taking: nobody begins to wait anew. */
export const transferNumber = defineStep({
  kind: 'transferNumber',
  v: 1,
  since: 2,
  payload: Type.Object({
    queueTicketId: QueueTicket.properties.id,
    service: QueueTicket.properties.service,
  }),
  permits: permitsQueueWork,
  touches: (payload, context): Ref[] => [
    ...touchesNumber(payload),
    { collection: 'queueTickets', id: derivedId(context) },
  ],
  apply: (records, { queueTicketId, service }, seen, context) => {
    const outcome = pass(records, queueTicketId, context, (present) => {
      const event = { to: 'transferred' } as const
      if (present.service === service || !mayPass(present, 'transferred', holderIn(seen))) return { event }
      return { event, ticket: { ...present, status: 'transferred', endedAt: context.at } }
    })
    if (!outcome.done || outcome.merged === true) return outcome
    const next = outcome.writes.flatMap((write): Write[] =>
      write.collection === 'queueTickets'
        ? [
            {
              collection: 'queueTickets',
              record: inLane(write.record, service, derivedId(context), context.at),
            },
          ]
        : [],
    )
    return { ...outcome, writes: [...outcome.writes, ...next] }
  },
})

function inLane(from: QueueTicket, service: string, id: string, at: number): QueueTicket {
  const { centreId, day, seq, display, priority, need, takenAt } = from
  return {
    id,
    rev: 0,
    centreId,
    day,
    service,
    seq,
    display,
    priority,
    ...(need === undefined ? {} : { need }),
    status: 'waiting',
    takenAt,
    queuedAt: at,
    transferredFrom: from.id,
    history: [],
  }
}
