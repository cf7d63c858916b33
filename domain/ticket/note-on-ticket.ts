import { Type } from 'typebox'
import { id, words } from '#domain/fields.ts'
import { defineStep } from '#domain/sync/step.ts'
import { happen, permitsTicketWork, touchesTicket } from '#domain/ticket/thread.ts'

export const noteOnTicket = defineStep({
  kind: 'noteOnTicket',
  v: 1,
  payload: Type.Object({ ticketId: id(), text: words(4000) }),
  permits: permitsTicketWork,
  touches: touchesTicket,
  apply: (records, payload, _seen, context) =>
    happen(records, payload.ticketId, context, (ticket) => ({
      ticket,
      event: { kind: 'note', text: payload.text },
    })),
})
