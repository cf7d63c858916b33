import type { TicketEvent } from '#domain/ticket/ticket-event.ts'
import { useWords } from '#renderer/words/words.ts'

/** What happened to a ticket, to be read after the name of who did it. */
export function useEventSentence(): (event: TicketEvent, ownerName?: string) => string {
  const { work, terms } = useWords()
  const name = (status: TicketEvent['from']) => (status === undefined ? '?' : terms.ticketStatus[status])
  return (event, ownerName) => {
    const say = work.ticket.event
    switch (event.kind) {
      case 'opened':
        return say.opened
      case 'note':
        return say.note
      case 'moved':
        return say.moved(name(event.from), name(event.to))
      case 'assigned':
        return say.assigned(ownerName ?? work.tickets.unknownOwner)
      case 'not_moved':
        return say.not_moved(name(event.from), name(event.to))
    }
  }
}
