import { IconFlag3 } from '@tabler/icons-react'
import { isEscalated } from '#domain/ticket/sla.ts'
import type { TicketRow } from '#renderer/data/contract.ts'
import { useClock } from '#renderer/ui/useClock.ts'
import classes from '#renderer/work/marks.module.css'
import { useWorkWords } from '#renderer/work/useWorkWords.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** The supervisors should see it: somebody said so, or a rule did. */
export function EscalatedMark({ row }: { readonly row: TicketRow }) {
  const { ticketing } = useWords()
  const { person } = useWorkWords()
  const format = useFormat()
  const now = useClock(60_000)
  const { ticket, sla } = row
  if (!isEscalated(ticket, sla, now)) return null
  const { escalatedAt, escalatedBy } = ticket
  const why =
    escalatedAt !== undefined && escalatedBy !== undefined
      ? ticketing.sla.escalatedBy(person(escalatedBy), format.when(escalatedAt, now))
      : ticketing.sla.escalatedRule(format.when(sla.escalatesAt ?? now, now))
  return (
    <span className={classes['escalated']} title={why}>
      <IconFlag3 size={14} stroke={2} aria-hidden />
      {ticketing.sla.escalated}
    </span>
  )
}
