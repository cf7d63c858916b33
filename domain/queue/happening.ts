import { mostQueueEvents, type QueueEvent, type QueueTicket } from '#domain/queue/queue-ticket.ts'
import { servingRoles, type Role } from '#domain/staff/roles.ts'
import type { Records, Ref } from '#domain/sync/records.ts'
import { derivedId, refused, unchanged, type StepContext, type StepOutcome } from '#domain/sync/step.ts'

export const permitsQueueWork = (role: Role) => (servingRoles as readonly Role[]).includes(role)

export const touchesNumber = ({ queueTicketId }: { readonly queueTicketId: string }): Ref[] => [
  { collection: 'queueTickets', id: queueTicketId },
]

/** What a step makes of a number; without a ticket somebody else was faster, and it only stands in the history. */
export interface Passing {
  readonly event: Pick<QueueEvent, 'to' | 'counter'>
  readonly ticket?: QueueTicket
}

/**
 * Runs a change of one number. Everything leaves an event, also what changed nothing: so a replay finds it, and both
 * desks see that two called the same number. [X1]
 */
export function pass(
  records: Records,
  queueTicketId: string,
  context: StepContext,
  change: (ticket: QueueTicket) => Passing,
): StepOutcome {
  const present = records.get('queueTickets', queueTicketId)
  if (present === undefined) return refused('unknown_record')
  const id = derivedId(context)
  if (present.history.some((event) => event.id === id)) return unchanged
  if (present.history.length >= mostQueueEvents) return refused('bad_operation')
  const { event, ticket } = change(present)
  const late = ticket === undefined ? { late: true } : {}
  const history = [...present.history, { id, at: context.at, by: context.actorId, ...event, ...late }]
  return {
    done: true,
    writes: [{ collection: 'queueTickets', record: { ...(ticket ?? present), history } }],
    ...(ticket === undefined ? { merged: true } : {}),
  }
}

/** Who had the number when the person decided. */
export function holderIn(seen: Readonly<Record<string, unknown>>): string {
  return typeof seen['agentId'] === 'string' ? seen['agentId'] : ''
}
