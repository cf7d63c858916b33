import type { ProblemCode } from '#domain/problems.ts'
import type { PayloadOf } from '#domain/steps.ts'
import type { Department, Priority, Ticket, TicketLink, TicketStatus } from '#domain/ticket/ticket.ts'
import type { Sla } from '#domain/ticket/sla.ts'
import type { TicketEvent } from '#domain/ticket/ticket-event.ts'
import type { Done, RecordState } from '#renderer/data/contract.ts'

/** The part of the door that is about work on tickets: `contract.ts` holds the rest. */

export interface TicketRow {
  readonly ticket: Ticket
  readonly customerName?: string
  readonly ownerName?: string
  readonly sla: Sla
  /** For sorting: when it falls due; after everything else while its clock stands. */
  readonly dueAt: number
  readonly state: RecordState
}
export type TicketListView = 'mine' | 'open' | 'late' | 'done'

export interface ThreadEntry {
  readonly event: TicketEvent
  readonly actorName?: string
  readonly ownerName?: string
  /** The code of the ticket that it was linked with, where that is here. */
  readonly otherCode?: string
  readonly state: RecordState
}

/** What a department is asked; `withinHours` says until when. */
export type NewTask = Omit<PayloadOf<'askDepartment'>, 'ticketId' | 'taskId' | 'dueAt'> & {
  readonly withinHours?: number
}

/** Everything that one commit may do to a ticket. */
export interface TicketChanges {
  readonly text?: string
  /** Colleagues whom the text calls by name. */
  readonly mentioned?: readonly string[]
  readonly status?: TicketStatus
  readonly resolutionCode?: string
  readonly priority?: Priority
  readonly ownerId?: string
  readonly task?: NewTask
  readonly escalate?: boolean
}

/** How many tickets took the changes, and why others did not. */
export interface RefusedTicket {
  readonly ticketId: string
  /** Empty when the ticket is no longer here. */
  readonly code: string
  readonly problem: ProblemCode
}

export interface WorkedOn {
  readonly done: number
  readonly refused: readonly RefusedTicket[]
}

/** `waiting`: for a department; `pending`: for the customer; `mentions`: of the signed-in person. */
export const ticketViews = [
  'mine',
  'open',
  'late',
  'waiting',
  'pending',
  'escalated',
  'mentions',
  'done',
] as const
export type TicketView = (typeof ticketViews)[number]

/** What is left of a view. A department also by its open tasks; the text by code and subject. */
export interface TicketFilter {
  readonly text?: string
  readonly priority?: Priority
  readonly department?: Department
  readonly ownerId?: string
}

/** A view with a filter, under a name. */
export interface OwnView {
  readonly name: string
  readonly view: TicketView
  readonly filter: TicketFilter
}

/** Another ticket about the same thing, or of the same customer about the same time. */
export interface RelatedTicket {
  readonly ticket: Pick<Ticket, 'id' | 'code' | 'subject' | 'status'>
  readonly sameReason: boolean
  /** How it is linked; absent while it is not. */
  readonly as?: TicketLink
}

export interface TicketQueries {
  ticketsOf(customerId: string): readonly TicketRow[]
  ticket(ticketId: string): TicketRow | null
  threadOf(ticketId: string): readonly ThreadEntry[]
  /** By urgency: priority, then the older first; `done` by the last change. */
  ticketList(view: TicketListView, limit: number): readonly TicketRow[]
  relatedTo(ticketId: string): readonly RelatedTicket[]
  /** The ids of a view in its order: what falls due first stands first; `done` by the last change. */
  ticketIds(view: TicketView, filter: TicketFilter): readonly string[]
  /** The rows of a stretch of it. */
  ticketRows(view: TicketView, filter: TicketFilter, from: number, count: number): readonly TicketRow[]
  mentionsOfMe(): number
  /** The signed-in person's own views, kept on this PC. */
  ownViews(): readonly OwnView[]
}

export interface TicketCommands {
  noteOnTicket(note: { ticketId: string; text: string }): Done<null>
  moveTicket(move: { ticketId: string; to: TicketStatus; note?: string; resolutionCode?: string }): Done<null>
  assignTicket(assignment: { ticketId: string; ownerId: string; note?: string }): Done<null>
  askDepartment(task: NewTask & { ticketId: string }): Done<null>
  acceptTask(task: PayloadOf<'acceptTask'>): Done<null>
  answerTask(answer: PayloadOf<'answerTask'>): Done<null>
  escalateTicket(escalation: PayloadOf<'escalateTicket'>): Done<null>
  linkTickets(link: PayloadOf<'linkTickets'>): Done<null>
  saveOwnViews(own: { views: readonly OwnView[] }): Done<null>
  /** The same changes to each ticket, each of them one operation. */
  workOnTickets(work: { ticketIds: readonly string[]; changes: TicketChanges }): Done<WorkedOn>
}
