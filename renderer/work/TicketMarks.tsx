import {
  IconCircle,
  IconCircleCheck,
  IconCircleDot,
  IconCircleHalf2,
  IconCircleX,
  IconPlayerPause,
  type Icon,
} from '@tabler/icons-react'
import type { Sla } from '#domain/ticket/sla.ts'
import type { Priority, TicketStatus } from '#domain/ticket/ticket.ts'
import classes from '#renderer/work/marks.module.css'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

const aMinute = 60_000

const icons: Readonly<Record<TicketStatus, Icon>> = {
  new: IconCircle,
  open: IconCircleDot,
  in_progress: IconCircleHalf2,
  pending_customer: IconPlayerPause,
  pending_department: IconPlayerPause,
  on_hold: IconPlayerPause,
  resolved: IconCircleCheck,
  closed: IconCircleCheck,
  cancelled: IconCircleX,
  rejected: IconCircleX,
}

export function StatusMark({ status }: { readonly status: TicketStatus }) {
  const { terms } = useWords()
  const Icon = icons[status]
  return (
    <span className={classes['mark']} data-status={status}>
      <Icon size={14} stroke={2} aria-hidden />
      {terms.ticketStatus[status]}
    </span>
  )
}

export function PriorityMark({ priority }: { readonly priority: Priority }) {
  const { terms } = useWords()
  return (
    <span className={classes['priority']} data-priority={priority}>
      {terms.priority[priority]}
    </span>
  )
}

/** The time that is left at this instant, in words; late ones say so, and a clock that stands says that. Nothing for a ticket that is done. */
export function DueMark({ sla, now }: { readonly sla: Sla; readonly now: number }) {
  const { work, ticketing } = useWords()
  const format = useFormat()
  const { dueAt } = sla
  if (sla.state === 'stopped') return null
  if (dueAt === undefined)
    return (
      <span className={classes['due']} data-paused title={ticketing.sla.pausedHint}>
        <IconPlayerPause size={13} stroke={2} aria-label={ticketing.sla.paused} />
        {ticketing.sla.left(format.span(Math.max(aMinute, sla.leftMs ?? 0)))}
      </span>
    )
  const late = dueAt < now
  const length = format.span(Math.max(aMinute, Math.abs(dueAt - now)))
  return (
    <time
      className={classes['due']}
      data-late={late}
      dateTime={new Date(dueAt).toISOString()}
      title={format.dateTime(dueAt)}
    >
      {late ? work.due.late(length) : work.due.in(length)}
    </time>
  )
}
