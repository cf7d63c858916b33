import { openTasks } from '#domain/ticket/task.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { focusTask } from '#renderer/screens/ticket/TaskLine.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { useWords } from '#renderer/words/words.ts'

/** Why the ticket cannot be resolved yet, and the way to what it waits for. Gone as soon as nothing is open. */
export function Blocked({ ticket }: { readonly ticket: Ticket }) {
  const { terms, ticketing } = useWords()
  const open = openTasks(ticket)
  if (open.length === 0) return null
  const names = [...new Set(open.map(({ department }) => terms.department[department]))].join(', ')
  return (
    <ErrorNote
      title={ticketing.tasks.blocked}
      retry={{ label: ticketing.tasks.goTo, onClick: () => void focusTask(open[0]?.id), autoFocus: true }}
    >
      {ticketing.tasks.blockedBy(names)}
    </ErrorNote>
  )
}
