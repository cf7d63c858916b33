import type { TicketEvent } from '#domain/ticket/ticket-event.ts'
import { useWords } from '#renderer/words/words.ts'

/** What happened to a ticket, to be read after the name of who did it. `other`: the code of the linked ticket. */
export function useEventSentence(): (event: TicketEvent, ownerName?: string, other?: string) => string {
  const { work, terms, ticketing } = useWords()
  const name = (status: TicketEvent['from']) => (status === undefined ? '?' : terms.ticketStatus[status])
  return (event, ownerName, other = '') => {
    const say = work.ticket.event
    const more = ticketing.event
    const department = event.department === undefined ? '?' : terms.department[event.department]
    switch (event.kind) {
      case 'opened':
        return say.opened
      case 'note':
        return event.taskId === undefined ? say.note : more.task_note(department)
      case 'moved':
        return say.moved(name(event.from), name(event.to))
      case 'assigned':
        return say.assigned(ownerName ?? work.tickets.unknownOwner)
      case 'not_moved':
        return event.problem === 'task_open'
          ? more.not_resolved
          : say.not_moved(name(event.from), name(event.to))
      case 'task_asked':
      case 'task_accepted':
      case 'task_done':
      case 'task_returned':
      case 'task_late':
        return more[event.kind](department)
      case 'prioritized':
        return more.prioritized(event.priority === undefined ? '?' : terms.priority[event.priority])
      case 'escalated':
        return more.escalated
      case 'linked':
        return more.linked(event.link === undefined ? '?' : ticketing.ticketLink[event.link], other)
    }
  }
}
