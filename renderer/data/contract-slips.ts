import type { Contact } from '#domain/contact/contact.ts'
import type { Customer } from '#domain/customer/customer.ts'
import type { Reference } from '#domain/reference/reference.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import type { Done } from '#renderer/data/contract.ts'

/** The part of the door that is about slips: `contract.ts` holds the rest. */

/** What a slip is about: a contact that was recorded, or a ticket. */
export type SlipSubject =
  | { readonly of: 'contact'; readonly contactId: string }
  | { readonly of: 'ticket'; readonly ticketId: string }

/** Everything that a slip says, out of records that are saved. */
export interface SlipFacts {
  /** Under which this PC remembers that it was printed: the ticket's id where there is one. */
  readonly id: string
  readonly at: number
  readonly centreName: string
  /** The customer's. */
  readonly language: Customer['language']
  /** Whoever served. */
  readonly agentName?: string
  /** The number that it was about, E.164 or as the customer named it. */
  readonly number?: string
  readonly contact?: Contact
  readonly ticket?: Ticket
  readonly dueAt?: number
  readonly reason?: Reference['label']
  readonly resolution?: Reference['label']
  /** Headquarters does not have it, and there is no line. */
  readonly unsent: boolean
  /** It was printed before, or not made on this PC, where nobody can know. */
  readonly copy: boolean
}

export interface SlipQueries {
  /** `null` while the records are not here. */
  slip(of: SlipSubject['of'], id: string): SlipFacts | null
}

export interface SlipCommands {
  /** It is on paper. A copy of a ticket's slip is told in the ticket's thread with these words. */
  noteSlip(printed: { id: string; ticketId?: string; copyNote?: string }): Done<null>
}
