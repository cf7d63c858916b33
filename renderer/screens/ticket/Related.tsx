import { useState } from 'react'
import { Anchor, Button } from '@mantine/core'
import type { RelatedTicket } from '#renderer/data/contract-tickets.ts'
import type { TicketRow } from '#renderer/data/contract.ts'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/ticket/ticket.module.css'
import { go } from '#renderer/stores/workspace.ts'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { StatusMark } from '#renderer/work/TicketMarks.tsx'
import { useRun } from '#renderer/work/useRun.ts'
import { useWords } from '#renderer/words/words.ts'

/** Other tickets about the same thing: those that are linked, and those that the customer had within thirty days. */
export function Related({ row }: { readonly row: TicketRow }) {
  const { ticketing } = useWords()
  const found = useLive('relatedTo', row.ticket.id) ?? []
  const { run, running, problem } = useRun('linkTickets')
  const [asked, setAsked] = useState<string>()
  if (found.length === 0) return null
  const link = async (otherTicketId: string, as: 'related' | 'duplicate_of') => {
    setAsked(undefined)
    await run({ ticketId: row.ticket.id, otherTicketId, as })
  }
  return (
    <section className={classes['actions']} aria-labelledby="related">
      <SectionTitle id="related">{ticketing.related.title}</SectionTitle>
      <ProblemNote problem={problem} />
      <ul className={classes['tasks']}>
        {found.map((each) => (
          <li key={each.ticket.id} className={classes['task']}>
            <div className={classes['taskHead']}>
              <Anchor
                component="button"
                type="button"
                onClick={() => go({ at: 'ticket', ticketId: each.ticket.id })}
              >
                {each.ticket.code}
              </Anchor>
              <StatusMark status={each.ticket.status} />
            </div>
            <p className={classes['text']}>{each.ticket.subject}</p>
            <p className={classes['quiet']}>{whyOf(each, ticketing)}</p>
            {each.as !== undefined && each.as !== 'related' ? null : asked === each.ticket.id ? (
              <div className={classes['moves']}>
                {each.as === undefined ? (
                  <Button
                    autoFocus
                    size="compact-xs"
                    variant="default"
                    loading={running}
                    onClick={() => link(each.ticket.id, 'related')}
                  >
                    {ticketing.related.same}
                  </Button>
                ) : null}
                <Button
                  size="compact-xs"
                  variant="default"
                  loading={running}
                  onClick={() => link(each.ticket.id, 'duplicate_of')}
                >
                  {ticketing.related.duplicate}
                </Button>
              </div>
            ) : (
              <div className={classes['moves']}>
                <Button size="compact-xs" variant="subtle" onClick={() => setAsked(each.ticket.id)}>
                  {ticketing.related.link}…
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function whyOf({ as, sameReason }: RelatedTicket, words: ReturnType<typeof useWords>['ticketing']): string {
  if (as !== undefined) return words.ticketLink[as]
  return sameReason ? words.related.sameReason : words.related.sameCustomer
}
