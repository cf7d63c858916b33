import type { Reference } from '#domain/reference/reference.ts'
import { changeContact, type ContactTicket, type RunningContact } from '#renderer/stores/contact.ts'

/** The ticket that a reason usually leads to. */
export function ticketFrom(reason: Reference | undefined, subject: string): ContactTicket {
  return {
    subject,
    type: reason?.ticketType ?? 'complaint',
    department: reason?.department ?? 'care',
    priority: 'p3',
  }
}

/** Another reason; a ticket that stands ready follows it to its department. */
export function withReason(contact: RunningContact, reason: Reference | undefined): void {
  const { ticket } = contact
  const led = ticketFrom(reason, ticket?.subject ?? '')
  const follows = ticket === undefined ? {} : { ticket: { ...ticket, ...led, priority: ticket.priority } }
  changeContact({ reasonCode: reason?.code, ...follows })
}
