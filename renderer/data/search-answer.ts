import type { Customer } from '#domain/customer/customer.ts'
import type { TicketStatus } from '#domain/ticket/ticket.ts'

export type SearchHit =
  | {
      readonly kind: 'customer'
      readonly customerId: string
      readonly name: string
      readonly code: string
      readonly phone?: string
      readonly msisdns: readonly string[]
      readonly city?: string
      readonly provenance: Customer['provenance']
      readonly valueTier: Customer['valueTier']
    }
  | {
      readonly kind: 'ticket'
      readonly ticketId: string
      readonly code: string
      readonly subject: string
      readonly status: TicketStatus
      readonly customerName?: string
    }

/** What was found, and in how much of the world it was looked for. */
export interface SearchAnswer {
  readonly text: string
  readonly hits: readonly SearchHit[]
  readonly more: boolean
  /** Customers in this desk's replica. */
  readonly searched: number
  /** As of when they are headquarters' truth; absent before the first catching up. */
  readonly asOf?: number
}
