import type { CatalogueRecord } from '#domain/catalogue/catalogue.ts'
import type { Contact } from '#domain/contact/contact.ts'
import type { AmendableField, Customer } from '#domain/customer/customer.ts'
import type { ProblemCode } from '#domain/problems.ts'
import type { Reference, Zone } from '#domain/reference/reference.ts'
import type { PayloadOf } from '#domain/steps.ts'
import type { Subscription } from '#domain/subscription/subscription.ts'
import type { CentreRollout, Person } from '#domain/sync/session.ts'
import type { TicketEvent } from '#domain/ticket/ticket-event.ts'
import type { CourierCommands, CourierQueries } from '#renderer/data/courier/contract.ts'
import type { DayCommands, DayQueries } from '#renderer/data/contract-day.ts'
import type { CatalogueView, ReleaseView } from '#renderer/data/contract-catalogue.ts'
import type { CallCommands, CallQueries } from '#renderer/data/contract-calls.ts'
import type { InboxCommands, InboxQueries } from '#renderer/data/contract-inbox.ts'
import type { QueueCommands, QueueQueries, Served } from '#renderer/data/contract-queue.ts'
import type { KnowledgeCommands, KnowledgeQueries } from '#renderer/data/contract-knowledge.ts'
import type {
  NewAppointment,
  NewOrder,
  OrderCommands,
  OrderEntry,
  OrderQueries,
} from '#renderer/data/contract-orders.ts'
import type { PaymentCommands, PaymentEntry, PaymentQueries } from '#renderer/data/contract-payments.ts'
import type { SlipCommands, SlipQueries } from '#renderer/data/contract-slips.ts'
import type { OutboxRow, PrimingView, SyncView } from '#renderer/data/contract-sync.ts'
import type { NewTask, TicketCommands, TicketQueries } from '#renderer/data/contract-tickets.ts'
import type { SearchAnswer } from '#renderer/data/search-answer.ts'

export type { CatalogueView, ReleaseView } from '#renderer/data/contract-catalogue.ts'
export type { CallerMatch, CallerView, MissedCall } from '#renderer/data/contract-calls.ts'
export type { ThreadEntry, TicketListView, TicketRow } from '#renderer/data/contract-tickets.ts'
export type { OutboxRow, PrimingView, SyncView } from '#renderer/data/contract-sync.ts'
export type { SearchAnswer, SearchHit } from '#renderer/data/search-answer.ts'

/** The door between screens and data: named questions, named commands, and all that passes could be cloned for a worker. */

/** What a record's chip says. The colour of success belongs to `at_headquarters` alone. */
export type RecordState = 'saved_here' | 'at_headquarters' | 'attention'

export interface DeskView {
  /** `new`: not enrolled. `leaving`: headquarters has revoked it. `locked`: nobody is signed in. */
  readonly stage: 'new' | 'leaving' | 'locked' | 'open'
  readonly device?: { readonly id: string; readonly label: string }
  readonly centre?: { readonly id: string; readonly name: string; readonly zone: Zone }
  /** Everybody who can unlock this desk without a line. */
  readonly people: readonly DeskPerson[]
  readonly person?: Person
  /** When this PC heard that it was revoked; until it is enrolled anew. */
  readonly revokedAt?: number
  /** Operations of a leaving desk that headquarters does not have yet; absent until they are gathered. */
  readonly toHandOver?: number
}

export interface DeskPerson {
  readonly username: string
  readonly name: string
  /** How many wrong PINs are left before only the password opens; absent without a PIN. */
  readonly pinTries?: number
}

/** The first lines of the customer screen. */
export interface CustomerView {
  readonly customer: Customer
  readonly state: RecordState
  /** Set when the record stands for another one; the screen then goes there. */
  readonly mergedInto?: string
  readonly tenureMonths: number
  readonly openTickets: number
  readonly complaints90Days: number
  readonly contacts30Days: number
  readonly lastContact?: Contact
  /** The centre to which the customer is on the way; then the record leaves this desk. */
  readonly movingTo?: string
}

export interface ContactEntry {
  readonly kind: 'contact'
  readonly at: number
  readonly contact: Contact
  readonly agentName?: string
  readonly state: RecordState
}

export type TimelineEntry =
  | ContactEntry
  | {
      readonly kind: 'ticket'
      readonly at: number
      readonly event: TicketEvent
      readonly ticketCode: string
      readonly subject: string
      readonly actorName?: string
      readonly state: RecordState
    }
  | OrderEntry
  | PaymentEntry

/** Every question a screen may ask. The answer comes again whenever it changes. `null`: there is no such record here. */
export interface Queries
  extends
    CourierQueries,
    InboxQueries,
    DayQueries,
    QueueQueries,
    CallQueries,
    SlipQueries,
    OrderQueries,
    PaymentQueries,
    KnowledgeQueries,
    TicketQueries {
  desk(): DeskView
  priming(): PrimingView
  sync(): SyncView
  /** Waiting and parked first, then the newest answered; at most `limit`. */
  outbox(limit: number): readonly OutboxRow[]
  search(text: string, limit: number): SearchAnswer
  customer(customerId: string): CustomerView | null
  subscriptionsOf(customerId: string): readonly Subscription[]
  timelineOf(customerId: string, limit: number): readonly TimelineEntry[]
  staff(): readonly Reference[]
  centres(): readonly Reference[]
  reasons(): readonly Reference[]
  resolutions(): readonly Reference[]
  macros(): readonly Reference[]
  catalogue(): CatalogueView
  /** All releases, the newest first. */
  releases(): readonly CatalogueRecord[]
  release(releaseId: string): ReleaseView | null
  /** What the signed-in person left unfinished under this key; `null` when there is nothing. */
  draft(key: string): string | null
}
export type QueryName = keyof Queries

export type Done<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: ProblemCode; readonly retryAfter?: number }

type Field<K extends AmendableField> = Partial<Record<K, string>>
type RegisterPayload = PayloadOf<'registerCustomer'>

/** A new customer as typed. `nik` is hashed at once and stored nowhere. */
export type NewCustomer = Omit<RegisterPayload, 'customerId' | 'code' | 'since' | 'nikHash' | 'nikLast4'> & {
  readonly nik?: string
}
export type NewTicket = Omit<PayloadOf<'openTicket'>, 'ticketId' | 'code' | 'ownerId'> & {
  readonly ownerId?: string
}
export type NewContact = Omit<PayloadOf<'recordContact'>, 'contactId'>

export interface Change<K extends AmendableField> {
  readonly customerId: string
  readonly changes: Field<K>
  /** The values on the screen when the person began to type. */
  readonly base: Field<K>
}

/** Everything a person may do. Commands that change records answer once the work is durable on this PC. */
export interface Commands
  extends
    CourierCommands,
    InboxCommands,
    DayCommands,
    QueueCommands,
    CallCommands,
    SlipCommands,
    OrderCommands,
    PaymentCommands,
    KnowledgeCommands,
    TicketCommands {
  enrol(request: { code: string; name: string }): Done<null>
  /** With a line headquarters decides; without one the desk opens for whoever signed in here before. */
  signIn(request: { username: string; password: string }): Done<null>
  lock(request: Record<string, never>): Done<null>
  unlockWithPin(request: { username: string; pin: string }): Done<null>
  /** Until the console ends, for some hours at most. */
  setPin(request: { pin: string; password: string }): Done<null>
  dropPin(request: Record<string, never>): Done<null>
  registerCustomer(customer: NewCustomer): Done<{ customerId: string }>
  amendCustomer(
    change: Change<'name' | 'birthDate' | 'gender' | 'language' | 'interests' | 'pinnedNote'>,
  ): Done<null>
  changeContactDetails(change: Change<'phone' | 'altPhone' | 'email' | 'addressLine' | 'city'>): Done<null>
  openTicket(ticket: NewTicket): Done<{ ticketId: string; code: string }>
  /** Ends a conversation; with a ticket or wishes all are one operation and nobody ever sees half of it. */
  closeContact(closing: {
    contact: NewContact
    /** Where the screen shows it before it is saved; else the desk makes one. */
    contactId?: string
    ticket?: NewTicket
    /** The visitor's number, which ends with it. */
    queue?: Served
    wishes?: readonly (NewOrder | NewAppointment)[]
    /** What a department is asked for that ticket. */
    task?: NewTask
  }): Done<{ contactId: string; ticketId?: string; ticketCode?: string }>
  /** The customer with everything that hangs on it goes to another centre and leaves this desk. */
  moveCustomer(move: PayloadOf<'moveCustomer'>): Done<null>
  /** Needs the line: answers when headquarters has it. */
  publishRelease(release: PayloadOf<'publishRelease'>): Done<null>
  /** Needs the line. */
  askRollout(request: Record<string, never>): Done<readonly CentreRollout[]>
  syncNow(request: Record<string, never>): Done<null>
  /** The agent knows that the copy was rebuilt. */
  noteRebuilt(request: Record<string, never>): Done<null>
  /** `authorId`: who typed it, which may be somebody other than who sits here by now; absent: who sits here. */
  saveDraft(draft: { key: string; value: string; authorId?: string }): Done<null>
  dropDraft(draft: { key: string; authorId?: string }): Done<null>
}
export type CommandName = keyof Commands
