import { UnstyledButton } from '@mantine/core'
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconBan,
  IconChecks,
  IconClockExclamation,
  IconCloudUp,
  IconFlag3,
  IconGavel,
  type Icon,
} from '@tabler/icons-react'
import type { DayView } from '#renderer/data/contract-day.ts'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/day/day.module.css'
import { go, type Place } from '#renderer/stores/workspace.ts'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { useClock } from '#renderer/ui/useClock.ts'
import { DueMark } from '#renderer/work/TicketMarks.tsx'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

interface Exception {
  readonly sign: Icon
  readonly says: string
  readonly place: Place
}

interface Possible extends Omit<Exception, 'says'> {
  readonly count: number
  readonly says: (count: string) => string
}

/** Work that has not left this PC for so long is worth a look. */
const longUnsent = 3_600_000

/** What needs a person, each with the way to it; the longest-late tickets by name. */
export function Exceptions({ day }: { readonly day: DayView }) {
  const { day: words } = useWords()
  const now = useClock(30_000)
  const exceptions = useExceptions(day)
  return (
    <section aria-labelledby="day-exceptions">
      <SectionTitle id="day-exceptions">{words.exceptions}</SectionTitle>
      {exceptions.length === 0 ? (
        <p className={classes['calm']}>
          <IconChecks size={16} aria-hidden />
          {words.calm}
        </p>
      ) : (
        <ul className={classes['exceptions']}>
          {exceptions.map(({ sign: Sign, says, place }) => (
            <li key={says}>
              <UnstyledButton className={classes['exception']} onClick={() => go(place)}>
                <Sign size={16} aria-hidden />
                {says}
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
      {day.late.length === 0 ? null : (
        <ul className={classes['late']} aria-label={words.longest}>
          {day.late.map(({ ticket, customerName, sla }) => (
            <li key={ticket.id}>
              <UnstyledButton
                className={classes['lateTicket']}
                onClick={() => go({ at: 'ticket', ticketId: ticket.id })}
              >
                <span>{ticket.code}</span>
                <span>{ticket.subject}</span>
                <span>{customerName}</span>
                <DueMark sla={sla} now={now} />
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function useExceptions({ tickets, items }: DayView): readonly Exception[] {
  const { exception } = useWords().day
  const format = useFormat()
  const now = useClock(60_000)
  const sync = useLive('sync')
  const unsentFor = now - (sync?.oldestWaitingAt ?? now)
  const found: readonly Possible[] = [
    {
      count: tickets.late,
      sign: IconAlertTriangle,
      says: exception.late,
      place: { at: 'tickets', view: 'late' },
    },
    {
      count: tickets.escalated,
      sign: IconFlag3,
      says: exception.escalated,
      place: { at: 'tickets', view: 'escalated' },
    },
    {
      count: items.forSupervisors,
      sign: IconGavel,
      says: exception.items,
      place: { at: 'items' },
    },
    {
      count: sync?.parked ?? 0,
      sign: IconBan,
      says: exception.parked,
      place: { at: 'sync' },
    },
    {
      count: unsentFor > longUnsent ? (sync?.waiting ?? 0) : 0,
      sign: IconCloudUp,
      says: (count) => exception.unsent(count, format.span(unsentFor)),
      place: { at: 'sync' },
    },
    {
      count: tickets.dueSoon,
      sign: IconClockExclamation,
      says: exception.dueSoon,
      place: { at: 'tickets', view: 'open' },
    },
    {
      count: tickets.reopened,
      sign: IconArrowBackUp,
      says: exception.reopened,
      place: { at: 'tickets', view: 'open' },
    },
  ]
  return found
    .filter(({ count }) => count > 0)
    .map(({ count, says, sign, place }) => ({ sign, place, says: says(format.count(count)) }))
}
