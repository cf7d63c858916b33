import { Type } from 'typebox'
import { permitsQueueWork, touchesNumber } from '#domain/queue/happening.ts'
import { shownNumber } from '#domain/queue/number.ts'
import { QueueTicket } from '#domain/queue/queue-ticket.ts'
import { defineStep, refused, unchanged } from '#domain/sync/step.ts'

/** A visitor takes a number. Two visitors with one number are two records with one id, of which there is only one. */
export const takeNumber = defineStep({
  kind: 'takeNumber',
  v: 1,
  since: 2,
  payload: Type.Object({
    /** The minted number: `A-KDI1-261125-023`. */
    queueTicketId: QueueTicket.properties.id,
    service: QueueTicket.properties.service,
    day: QueueTicket.properties.day,
    seq: QueueTicket.properties.seq,
    priority: QueueTicket.properties.priority,
    need: QueueTicket.properties.need,
    /** By headquarters' clock, as well as the desk knows it: the turn goes by it. [W5] */
    takenAt: QueueTicket.properties.takenAt,
  }),
  permits: permitsQueueWork,
  touches: touchesNumber,
  mints: ({ queueTicketId }) => [queueTicketId],
  apply: (records, { queueTicketId, ...fields }, _seen, { centreId }) => {
    const present = records.get('queueTickets', queueTicketId)
    if (present !== undefined)
      return present.takenAt === fields.takenAt && present.day === fields.day
        ? unchanged
        : refused('id_taken')
    return {
      done: true,
      writes: [
        {
          collection: 'queueTickets',
          record: {
            ...fields,
            id: queueTicketId,
            rev: 0,
            centreId,
            display: shownNumber(queueTicketId, centreId),
            status: 'waiting',
            queuedAt: fields.takenAt,
            history: [],
          },
        },
      ],
    }
  },
})
