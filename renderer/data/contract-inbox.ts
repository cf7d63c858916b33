import type { AmendableField, Customer } from '#domain/customer/customer.ts'
import type { Decision, Item } from '#domain/item/item.ts'
import type { StepDraft } from '#domain/item/steps-to-send.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import type { Done } from '#renderer/data/contract.ts'

/** The part of the door that is about what needs a person: `contract.ts` holds the rest. */

/** `mine`: my work; `forMe`: what was passed on to me or, for supervisors, to them. */
export type InboxView = 'open' | 'mine' | 'forMe' | 'decided'

/** An item with what its row shows of the records around it. */
export interface InboxRow {
  readonly item: Item
  readonly actorName?: string
  readonly customer?: Pick<Customer, 'id' | 'code' | 'name' | 'valueTier'>
  readonly ticket?: Pick<Ticket, 'id' | 'code' | 'subject' | 'status'>
  /** Whom it was passed on to; `supervisors` without a name. */
  readonly heldBy?: string
  readonly holderName?: string
  /** The signed-in person wants to see it again then, ms UTC. Known on this desk alone. */
  readonly laterUntil?: number
}

/** Work for a file. */
export interface ExportedWork {
  readonly name: string
  /** One JSON object a line. */
  readonly text: string
  readonly count: number
}

export interface InboxQueries {
  items(status: Item['status'], limit: number): readonly Item[]
  /** The newest first. */
  inbox(view: InboxView, limit: number): readonly InboxRow[]
}

/** Everything a person may do with what needs a decision. */
export interface InboxCommands {
  linkCustomer(link: { absorbedId: string; survivorId: string; itemId?: string }): Done<null>
  unlinkCustomer(link: { absorbedId: string; survivorId: string }): Done<null>
  /** `values` and `seen` for a conflict: what to write, and what stood at headquarters when the person decided. */
  decideItem(decision: {
    itemId: string
    decision: Exclude<Decision, 'sent' | 'linked'>
    values?: Partial<Record<AmendableField, string>>
    seen?: Partial<Record<AmendableField, string>>
    note?: string
  }): Done<null>
  /** The item's work, as it was changed, goes out as the signed-in person's, with the decision: one operation. */
  sendForItem(request: { itemId: string; steps: readonly StepDraft[]; note?: string }): Done<null>
  /** To a colleague or, without `toId`, to the centre's supervisors. */
  handOverItem(request: { itemId: string; toId?: string; note?: string }): Done<null>
  /** Out of this person's sight on this desk until then; with a time that is over it is back. */
  postponeItem(request: { itemId: string; until: number }): Done<null>
  retryParked(request: { opId: string }): Done<null>
  /** A parked operation goes to the supervisors as an item and is not sent as work any more. */
  handInParked(request: { opId: string }): Done<null>
  /** `parked`: what headquarters could not process; `items`: every item that is here, for supervisors and admins. */
  exportItems(request: { what: 'parked' | 'items' }): Done<ExportedWork>
}
