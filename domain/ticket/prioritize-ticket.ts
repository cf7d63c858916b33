import { Type } from 'typebox'
import { id, oneOf } from '#domain/fields.ts'
import { defineStep, unchanged } from '#domain/sync/step.ts'
import { happen, permitsTicketWork, touchesTicket } from '#domain/ticket/thread.ts'
import { priorities } from '#domain/ticket/ticket.ts'

/** Another priority. The last accepted wins; both stand in the thread. */
export const prioritizeTicket = defineStep({
  kind: 'prioritizeTicket',
  v: 1,
  since: 2,
  payload: Type.Object({ ticketId: id(), priority: oneOf(priorities) }),
  permits: permitsTicketWork,
  touches: touchesTicket,
  apply: (records, { ticketId, priority }, _seen, context) =>
    happen(records, ticketId, context, (ticket) =>
      ticket.priority === priority
        ? unchanged
        : { ticket: { ...ticket, priority }, event: { kind: 'prioritized', priority } },
    ),
})
