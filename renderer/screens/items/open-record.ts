import type { InboxRow } from '#renderer/data/contract-inbox.ts'
import { go } from '#renderer/stores/workspace.ts'

/** Goes to what an item is about: its ticket, else its customer. */
export function openRecord({ item, ticket, customer }: InboxRow): void {
  if (ticket !== undefined) return go({ at: 'ticket', ticketId: ticket.id })
  const customerId = customer?.id ?? item.customerId
  if (customerId !== undefined) go({ at: 'customer', customerId })
}
