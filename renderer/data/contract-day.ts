import type { ContactFigures } from '#domain/day/contact-figures.ts'
import type { TicketFigures } from '#domain/day/ticket-figures.ts'
import type { Done, TicketRow } from '#renderer/data/contract.ts'
import type { ExportedWork } from '#renderer/data/contract-inbox.ts'

/** The part of the door that is about a centre's day: `contract.ts` holds the rest. */

/** A person whose contacts of the day are counted. */
export interface AgentDay {
  readonly agentId: string
  readonly name?: string
  readonly contacts: number
  /** Seconds. */
  readonly meanHandle: number
  readonly lastAt: number
}

/** This centre's work as this desk has it: colleagues' unsent work is not in it. */
export interface DayView {
  readonly today: ContactFigures
  /** The last seven days, today included. */
  readonly week: ContactFigures
  readonly agents: readonly AgentDay[]
  readonly tickets: TicketFigures
  /** What is longest over its time, at most five. */
  readonly late: readonly TicketRow[]
  /** Open items that nobody has taken, and all open ones. */
  readonly items: { readonly open: number; readonly forSupervisors: number }
  /** False when there were more contacts than are counted here. */
  readonly whole: boolean
}

export type DayRange = 'today' | 'week'

export interface DayQueries {
  /** `null` for whoever does not lead a centre. */
  day(): DayView | null
}

export interface DayCommands {
  /** The contacts of the range as CSV, without names and numbers of customers. For supervisors and admins. */
  exportDay(request: { range: DayRange }): Done<ExportedWork>
  /** The payments and refunds of the range at this centre as CSV, likewise. */
  exportPayments(request: { range: DayRange }): Done<ExportedWork>
}
