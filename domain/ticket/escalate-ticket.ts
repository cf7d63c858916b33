import { Type } from 'typebox'
import { id, text } from '#domain/fields.ts'
import { defineStep, unchanged } from '#domain/sync/step.ts'
import { happen, permitsTicketWork, touchesTicket } from '#domain/ticket/thread.ts'
import { isOpen } from '#domain/ticket/ticket.ts'

/** Somebody brings a ticket before the supervisors without waiting for a rule. It ends with the ticket's being done. */
export const escalateTicket = defineStep({
  kind: 'escalateTicket',
  v: 1,
  since: 2,
  payload: Type.Object({ ticketId: id(), note: Type.Optional(text(4000)) }),
  permits: permitsTicketWork,
  touches: touchesTicket,
  apply: (records, { ticketId, note }, _seen, context) =>
    happen(records, ticketId, context, (ticket) => {
      const words = note === undefined || note.trim() === '' ? {} : { text: note }
      const already = ticket.escalatedAt !== undefined || !isOpen(ticket)
      if (already) return 'text' in words ? { ticket, event: { kind: 'note', ...words } } : unchanged
      return {
        ticket: { ...ticket, escalatedAt: context.at, escalatedBy: context.actorId },
        event: { kind: 'escalated', ...words },
      }
    }),
})
