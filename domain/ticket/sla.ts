import { afterWork, workedMs, type Calendar } from '#domain/reference/calendar.ts'
import { stopsOf, type Course } from '#domain/ticket/stops.ts'
import { isOpen, type Priority, type Stop, type Ticket } from '#domain/ticket/ticket.ts'

/** What the house promises for one kind of ticket. */
export interface SlaPolicy {
  /** Working time from opening to resolution, in ms. */
  readonly target: Readonly<Record<Priority, number>>
  readonly calendar: Calendar
  /** At which share of the target the supervisors have to know of it: 0.75, 1. */
  readonly escalateAt: readonly number[]
}

/**
 * How a ticket stands to what was promised. `paused`: it waits for the customer or is on hold; `stopped`: it is done.
 * Nothing in it depends on now, so two machines agree, across restarts and whatever their clocks say.
 */
export interface Sla {
  readonly state: 'running' | 'paused' | 'stopped'
  readonly openedAt: number
  readonly stops: readonly Stop[]
  readonly targetMs: number
  /** When the target is used up if nothing stops the clock, or was; absent while it stands before that. */
  readonly dueAt?: number
  /** Working time that is left while the clock stands. */
  readonly leftMs?: number
  /** When the first rule of escalation is met if nothing stops the clock, or was. */
  readonly escalatesAt?: number
}

type Running = Course & Pick<Ticket, 'priority'>

interface Stretch {
  readonly from: number
  /** Absent: it still runs. */
  readonly to?: number
}

export function slaOf(ticket: Running, policy: SlaPolicy): Sla {
  const { calendar, escalateAt } = policy
  const stops = stopsOf(ticket)
  const runs = runsOf(ticket.openedAt, stops)
  const targetMs = policy.target[ticket.priority]
  const dueAt = reachedAt(calendar, runs, targetMs)
  const first = escalateAt.length === 0 ? undefined : Math.min(...escalateAt)
  const escalatesAt = first === undefined ? undefined : reachedAt(calendar, runs, Math.ceil(targetMs * first))
  const stands = stops.at(-1)?.until === undefined && stops.length > 0
  const used = () => runs.reduce((sum, { from, to = from }) => sum + workedMs(calendar, from, to), 0)
  return {
    state: stands ? (isOpen(ticket) ? 'paused' : 'stopped') : 'running',
    openedAt: ticket.openedAt,
    stops,
    targetMs,
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(stands ? { leftMs: Math.max(0, targetMs - used()) } : {}),
    ...(escalatesAt === undefined ? {} : { escalatesAt }),
  }
}

/** Whether more time than promised was used by then. */
export function isLate({ dueAt }: Pick<Sla, 'dueAt'>, now: number): boolean {
  return dueAt !== undefined && dueAt < now
}

/** Whether the supervisors have to know of it: somebody said so, or a rule did. Nothing that is done needs them any more. */
export function isEscalated(
  ticket: Pick<Ticket, 'status' | 'escalatedAt'>,
  { escalatesAt }: Pick<Sla, 'escalatesAt'>,
  now: number,
): boolean {
  const byRule = escalatesAt !== undefined && escalatesAt <= now
  return isOpen(ticket) && (ticket.escalatedAt !== undefined || byRule)
}

/** The stretches between the stops, in which the clock runs. */
function runsOf(openedAt: number, stops: readonly Stop[]): readonly Stretch[] {
  const runs: Stretch[] = []
  let from = openedAt
  for (const { since, until } of stops) {
    runs.push({ from, to: Math.max(from, since) })
    if (until === undefined) return runs
    from = Math.max(from, until)
  }
  return [...runs, { from }]
}

/** When so much working time has passed in the stretches. */
function reachedAt(calendar: Calendar, runs: readonly Stretch[], ms: number): number | undefined {
  let left = ms
  for (const { from, to } of runs) {
    if (to === undefined) return afterWork(calendar, from, left)
    const worked = workedMs(calendar, from, to)
    if (worked >= left) return afterWork(calendar, from, left)
    left -= worked
  }
  return undefined
}
