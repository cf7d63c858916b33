import { Type } from 'typebox'
import { id, text } from '#domain/fields.ts'
import { defineStep, unchanged } from '#domain/sync/step.ts'
import { happen, permitsTicketWork, touchesTicket } from '#domain/ticket/thread.ts'

/** Another owner. The last accepted wins; both stand in the thread. */
export const assignTicket = defineStep({
  kind: 'assignTicket',
  v: 1,
  payload: Type.Object({ ticketId: id(), ownerId: id(), note: Type.Optional(text(4000)) }),
  permits: permitsTicketWork,
  touches: touchesTicket,
  apply: (records, payload, _seen, context) =>
    happen(records, payload.ticketId, context, (ticket) => {
      const note = payload.note === undefined || payload.note === '' ? {} : { text: payload.note }
      if (ticket.ownerId === payload.ownerId && !('text' in note)) return unchanged
      return {
        ticket: { ...ticket, ownerId: payload.ownerId },
        event: { kind: 'assigned', ownerId: payload.ownerId, ...note },
      }
    }),
})
