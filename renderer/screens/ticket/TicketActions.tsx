import { useRef, useState } from 'react'
import { Button } from '@mantine/core'
import { nextStatuses } from '#domain/ticket/lifecycle.ts'
import { whyNotMove } from '#domain/ticket/move-ticket.ts'
import type { TicketStatus } from '#domain/ticket/ticket.ts'
import type { TicketRow } from '#renderer/data/contract.ts'
import { AssignForm } from '#renderer/screens/ticket/AssignForm.tsx'
import { Blocked } from '#renderer/screens/ticket/Blocked.tsx'
import { EscalateButton } from '#renderer/screens/ticket/EscalateButton.tsx'
import { MoveForm } from '#renderer/screens/ticket/MoveForm.tsx'
import classes from '#renderer/screens/ticket/ticket.module.css'
import { useLive } from '#renderer/data/useLive.ts'
import { useKeys } from '#renderer/stores/keys.ts'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { SlipButton } from '#renderer/work/slip/SlipButton.tsx'
import { useRun } from '#renderer/work/useRun.ts'
import { useWords } from '#renderer/words/words.ts'

type Doing =
  | { readonly what: 'move'; readonly to: TicketStatus }
  | { readonly what: 'assign' | 'blocked' }
  | undefined

/** What may be done with the ticket now: only the statuses that its life allows next. */
export function TicketActions({ row }: { readonly row: TicketRow }) {
  const { work, terms } = useWords()
  const [doing, setDoing] = useState<Doing>()
  const person = useLive('desk')?.person
  const { run, running, problem } = useRun('assignTicket')
  const { ticket } = row
  const next = nextStatuses[ticket.status]
  const firstMove = useRef<HTMLButtonElement>(null)
  useKeys({ moveTicket: () => firstMove.current?.focus(), assignTicket: () => setDoing({ what: 'assign' }) })
  const done = () => setDoing(undefined)
  const move = (to: TicketStatus) =>
    setDoing(whyNotMove(ticket, to) === 'task_open' ? { what: 'blocked' } : { what: 'move', to })
  if (doing?.what === 'move' && next.includes(doing.to))
    return <MoveForm ticket={ticket} to={doing.to} onDone={done} />
  if (doing?.what === 'assign') return <AssignForm ticket={ticket} onDone={done} />
  return (
    <section className={classes['actions']} aria-labelledby="move-ticket">
      <SectionTitle id="move-ticket">{work.ticket.move}</SectionTitle>
      {next.length === 0 ? <p className={classes['quiet']}>{work.ticket.moveNone}</p> : null}
      <div className={classes['moves']}>
        {next.map((to, index) => (
          <Button
            key={to}
            ref={index === 0 ? firstMove : null}
            size="compact-sm"
            variant="default"
            onClick={() => move(to)}
          >
            {terms.ticketStatus[to]}
          </Button>
        ))}
      </div>
      {doing?.what === 'blocked' ? <Blocked ticket={ticket} /> : null}
      <div className={classes['moves']}>
        <Button size="compact-sm" variant="subtle" onClick={() => setDoing({ what: 'assign' })}>
          {work.ticket.assign}…
        </Button>
        <EscalateButton row={row} />
        {person === undefined || person.id === ticket.ownerId ? null : (
          <Button
            size="compact-sm"
            variant="subtle"
            loading={running}
            onClick={() => run({ ticketId: ticket.id, ownerId: person.id })}
          >
            {work.ticket.assignMe}
          </Button>
        )}
      </div>
      <ProblemNote problem={problem} />
      <SlipButton about={{ of: 'ticket', id: ticket.id }} />
    </section>
  )
}
