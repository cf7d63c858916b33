import type { ReactNode } from 'react'
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
import { useFormat, type Format } from '#renderer/words/format.ts'
import { useWords, type Words } from '#renderer/words/words.ts'

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
  return statusMark(status, useWords())
}

export function PriorityMark({ priority }: { readonly priority: Priority }) {
  return priorityMark(priority, useWords())
}

/** The time that is left at this instant, in words; late ones say so, and a clock that stands says that. Nothing for a ticket that is done. */
export function DueMark({ sla, now }: { readonly sla: Sla; readonly now: number }) {
  return dueMark(sla, now, useWords(), useFormat())
}

/** The marks without a hook, for the cells of long lists. */
export function statusMark(status: TicketStatus, { terms }: Words): ReactNode {
  const Icon = icons[status]
  return (
    <span className={classes['mark']} data-status={status}>
      <Icon size={14} stroke={2} aria-hidden />
      {terms.ticketStatus[status]}
    </span>
  )
}

export function priorityMark(priority: Priority, { terms }: Words): ReactNode {
  return (
    <span className={classes['priority']} data-priority={priority}>
      {terms.priority[priority]}
    </span>
  )
}

export function dueMark(sla: Sla, now: number, { work, ticketing }: Words, format: Format): ReactNode {
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
