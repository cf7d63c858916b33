import { Anchor, Button } from '@mantine/core'
import { useLive } from '#renderer/data/useLive.ts'
import { Composer } from '#renderer/screens/ticket/Composer.tsx'
import { Related } from '#renderer/screens/ticket/Related.tsx'
import { SlaLine } from '#renderer/screens/ticket/SlaLine.tsx'
import { TicketActions } from '#renderer/screens/ticket/TicketActions.tsx'
import { TicketFacts } from '#renderer/screens/ticket/TicketFacts.tsx'
import { Tasks } from '#renderer/screens/ticket/Tasks.tsx'
import { Thread } from '#renderer/screens/ticket/Thread.tsx'
import classes from '#renderer/screens/ticket/ticket.module.css'
import { go } from '#renderer/stores/workspace.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { LoadingRows } from '#renderer/ui/LoadingRows.tsx'
import { RecordChip } from '#renderer/ui/RecordChip.tsx'
import { useClock } from '#renderer/ui/useClock.ts'
import { useEarlyScreenKeys } from '#renderer/ui/useEarlyKeys.ts'
import { KeptTyping } from '#renderer/work/KeptTyping.tsx'
import screen from '#renderer/work/screen.module.css'
import { EscalatedMark } from '#renderer/work/EscalatedMark.tsx'
import { DueMark, PriorityMark, StatusMark } from '#renderer/work/TicketMarks.tsx'
import { useWords } from '#renderer/words/words.ts'
import type { TicketRow } from '#renderer/data/contract.ts'

/** One ticket: what happened in the middle, what it is and what may be done with it beside. */
export function TicketScreen({ ticketId }: { readonly ticketId: string }) {
  const { work, common } = useWords()
  const row = useLive('ticket', ticketId)
  useEarlyScreenKeys(row !== undefined)
  if (row === undefined)
    return (
      <div className={screen['screen']}>
        <LoadingRows rows={10} label={common.loading} />
      </div>
    )
  if (row === null)
    return (
      <EmptyState
        title={work.ticket.missing}
        text={
          <>
            {work.ticket.missingHint}
            <KeptTyping draft={`ticket:${ticketId}`} />
          </>
        }
        action={<Button onClick={() => go({ at: 'search', text: '' })}>{work.desk.search}</Button>}
      />
    )
  return (
    <div className={screen['screen']}>
      <TicketHead row={row} />
      <div className={classes['body']}>
        <div className={classes['middle']}>
          <SlaLine sla={row.sla} />
          <Thread ticket={row.ticket} />
          <Composer key={ticketId} row={row} />
        </div>
        <aside className={classes['side']}>
          <TicketActions key={ticketId} row={row} />
          <Tasks key={`tasks ${ticketId}`} ticket={row.ticket} />
          <Related key={`related ${ticketId}`} row={row} />
          <TicketFacts row={row} />
        </aside>
      </div>
    </div>
  )
}

function TicketHead({ row }: { readonly row: TicketRow }) {
  const { work, common } = useWords()
  const { ticket, sla, customerName, state } = row
  const now = useClock(30_000)
  const { customerId } = ticket
  return (
    <header className={classes['head']}>
      <h1>{ticket.subject}</h1>
      <div className={classes['line']}>
        <span className={screen['quiet']}>{ticket.code}</span>
        <StatusMark status={ticket.status} />
        <PriorityMark priority={ticket.priority} />
        <DueMark sla={sla} now={now} />
        <EscalatedMark row={row} />
        {customerId === undefined ? (
          <span className={screen['quiet']}>{work.tickets.noCustomer}</span>
        ) : (
          <Anchor component="button" type="button" onClick={() => go({ at: 'customer', customerId })}>
            {customerName ?? work.search.ticket}
          </Anchor>
        )}
        <RecordChip state={state} words={common.recordStates} hints={common.recordStateHints} />
      </div>
    </header>
  )
}
