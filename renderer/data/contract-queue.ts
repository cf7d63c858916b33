import type { QueueNeed, QueuePriority, QueueTicket } from '#domain/queue/queue-ticket.ts'
import type { Reference } from '#domain/reference/reference.ts'
import type { PayloadOf } from '#domain/steps.ts'
import type { Done, RecordState } from '#renderer/data/contract.ts'

/** The part of the door that is about the queue: `contract.ts` holds the rest. */

export interface QueueRow {
  readonly number: QueueTicket
  readonly agentName?: string
  readonly state: RecordState
}

/** Everybody who took a number today, in the order of their turn. */
export interface QueueView {
  /** On the centre's calendar. */
  readonly day: string
  readonly rows: readonly QueueRow[]
}

/** A number as it is called out. */
export interface Called {
  readonly queueTicketId: string
  readonly display: string
}

/** With which a contact ends the wait of the visitor it was with. */
export interface Served extends Pick<Called, 'queueTicketId'> {
  readonly to: 'served' | 'no_show'
  readonly counter: string
}

export interface QueueQueries {
  queue(): QueueView
  /** What this centre gives numbers for. */
  services(): readonly Reference[]
  /** Those of other centres and those that give no numbers any more, too. */
  everyService(): readonly Reference[]
}

export interface QueueCommands {
  takeNumber(request: { service: string; priority: QueuePriority; need?: QueueNeed }): Done<Called>
  /**
   * Calls whose turn it is, of these services, or of all without any. A number that the person called before and did not
   * end comes first, so that nobody is left standing. `null`: nobody waits.
   */
  callNext(request: { services: readonly string[]; counter: string }): Done<Called | null>
  callNumber(request: { queueTicketId: string; counter: string }): Done<null>
  moveNumber(request: {
    queueTicketId: string
    to: 'waiting' | 'serving' | 'served' | 'no_show' | 'cancelled'
    counter?: string
  }): Done<null>
  transferNumber(request: { queueTicketId: string; service: string }): Done<null>
  /** Needs the line: answers when headquarters has it. */
  publishService(publication: PayloadOf<'publishService'>): Done<null>
}
