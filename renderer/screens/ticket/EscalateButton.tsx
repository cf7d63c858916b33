import { Button } from '@mantine/core'
import { isEscalated } from '#domain/ticket/sla.ts'
import { isOpen } from '#domain/ticket/ticket.ts'
import type { TicketRow } from '#renderer/data/contract.ts'
import { useKeys } from '#renderer/stores/keys.ts'
import { useClock } from '#renderer/ui/useClock.ts'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { useRun } from '#renderer/work/useRun.ts'
import { useWords } from '#renderer/words/words.ts'

/** Brings the ticket before the supervisors without waiting for a rule. */
export function EscalateButton({ row }: { readonly row: TicketRow }) {
  const { ticketing } = useWords()
  const now = useClock(60_000)
  const { run, running, problem } = useRun('escalateTicket')
  const { ticket, sla } = row
  const may = isOpen(ticket) && !isEscalated(ticket, sla, now)
  const escalate = () => void run({ ticketId: ticket.id })
  useKeys({ escalateTicket: may ? escalate : undefined })
  return may ? (
    <>
      <Button size="compact-sm" variant="subtle" loading={running} onClick={escalate}>
        {ticketing.sla.escalate}
      </Button>
      <ProblemNote problem={problem} />
    </>
  ) : null
}
