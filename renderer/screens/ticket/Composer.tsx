import { useState } from 'react'
import { pathTo } from '#domain/ticket/move-ticket.ts'
import { ticketStatuses } from '#domain/ticket/ticket.ts'
import type { TicketRow } from '#renderer/data/contract.ts'
import { announce } from '#renderer/ui/announce.tsx'
import { Compose } from '#renderer/work/Compose.tsx'
import { changesOf, isStaged, nothingComposed, readComposed, type Composed } from '#renderer/work/composed.ts'
import { useMentionedIn } from '#renderer/work/MentionField.tsx'
import { useFilled } from '#renderer/work/useFilled.ts'
import { useMacroWords } from '#renderer/work/useMacroWords.ts'
import { useRun } from '#renderer/work/useRun.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** What is said and done on this ticket next. It stays as this ticket's draft until it is committed. */
export function Composer({ row }: { readonly row: TicketRow }) {
  const { work, ticketing, terms } = useWords()
  const { ticket, sla } = row
  const format = useFormat()
  const draft = useFilled<Composed>(`ticket:${ticket.id}`, readComposed, nothingComposed)
  const composed = draft.filled
  const { run, running, problem } = useRun('workOnTickets')
  const [refused, setRefused] = useState<typeof problem>()
  const say = useMacroWords(ticket.customerId, {
    ticket: ticket.code,
    ...(sla.dueAt === undefined ? {} : { due: format.dateTime(sla.dueAt) }),
  })
  const mentioned = useMentionedIn(composed.text)
  const { status } = composed.staged
  const way = status === undefined ? [] : pathTo(ticket, status)
  const why =
    typeof way !== 'string' || status === undefined
      ? undefined
      : way === 'task_open'
        ? ticketing.tasks.blocked
        : ticketing.macro.notNow(terms.ticketStatus[status])

  async function commit(): Promise<void> {
    const done = await run({ ticketIds: [ticket.id], changes: changesOf(composed, mentioned) })
    const hindered = done?.value.refused[0]?.problem
    setRefused(hindered)
    if (done === undefined || hindered !== undefined) return
    if (isStaged(composed)) announce(ticketing.macro.committed)
    draft.clear()
  }
  return (
    <Compose
      composed={composed}
      onChange={draft.change}
      onCommit={commit}
      running={running}
      problem={problem ?? refused}
      statuses={ticketStatuses.filter((to) => typeof pathTo(ticket, to) !== 'string')}
      hindrance={why}
      say={say}
      adding={[[work.tickets.priority, { priority: ticket.priority }]]}
      ready={draft.ready}
    >
      {composed.text === '' && !isStaged(composed) ? null : work.ticket.noteKept}
    </Compose>
  )
}
