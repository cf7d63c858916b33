import type { QueueTicket } from '#domain/queue/queue-ticket.ts'
import { stepOf } from '#domain/steps.ts'
import type { Step } from '#domain/sync/operation.ts'
import type { Served } from '#renderer/data/contract-queue.ts'
import type { Desk } from '#renderer/data/desk.ts'
import { readRecords } from '#renderer/data/replica.ts'

/** How a contact ends the wait of its visitor: a step of the contact's own operation. */
export async function servedSteps(
  desk: Desk,
  served: Served | undefined,
  contactId: string,
): Promise<readonly Step[]> {
  if (served === undefined) return []
  return [stepOf('moveNumber', { ...served, contactId }, await holderNow(desk, served.queueTicketId))]
}

/** Who has the number on this screen. [X2] */
export async function holderNow(desk: Desk, queueTicketId: string): Promise<{ agentId: string }> {
  const [found] = (await readRecords(desk.core.replica, 'queueTickets', [queueTicketId])) as QueueTicket[]
  return { agentId: found?.agentId ?? '' }
}
