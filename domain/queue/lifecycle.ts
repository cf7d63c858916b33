import type { QueueStatus, QueueTicket } from '#domain/queue/queue-ticket.ts'

/**
 * Which status may follow which. Who did not come may still come back and be called again; and that somebody was really
 * served outweighs a colleague's `no_show`.
 */
export const nextQueueStatuses: Readonly<Record<QueueStatus, readonly QueueStatus[]>> = {
  waiting: ['called', 'serving', 'served', 'transferred', 'cancelled'],
  called: ['waiting', 'serving', 'served', 'no_show', 'transferred', 'cancelled'],
  serving: ['served', 'transferred'],
  no_show: ['called', 'serving', 'served'],
  served: [],
  transferred: [],
  cancelled: [],
}

/** What takes a number out of the hands of whoever has it; so the person must have seen who that is. */
const takesAway: readonly QueueStatus[] = ['waiting', 'no_show', 'transferred', 'cancelled']

/**
 * Whether a number may go to this status now. `seenHolder`: who had it, `''` for nobody, when the person decided. A desk
 * without a line may believe that it holds a number which a colleague called first: its `no_show` must not take the
 * visitor from the colleague. [X2]
 */
export function mayPass(
  { status, agentId = '' }: Pick<QueueTicket, 'status' | 'agentId'>,
  to: QueueStatus,
  seenHolder: string,
): boolean {
  return nextQueueStatuses[status].includes(to) && (!takesAway.includes(to) || agentId === seenHolder)
}

/** Whether the visitor was called and is not done with. */
export function isHeld({ status }: Pick<QueueTicket, 'status'>): boolean {
  return status === 'called' || status === 'serving'
}

const withVisitor: readonly QueueStatus[] = ['called', 'serving', 'served']

/** Whether two people called or served one visitor; only one of them can have had them. */
export function isCrossed({ history }: Pick<QueueTicket, 'history'>): boolean {
  const meetings = history.filter(({ to }) => withVisitor.includes(to))
  return meetings.some(
    ({ late, by }) => late === true && meetings.some((other) => other.late !== true && other.by !== by),
  )
}
