import type { SearchHit } from '#renderer/data/contract.ts'
import { startContact, useContact } from '#renderer/stores/contact.ts'
import { go, useWorkspace, type Place } from '#renderer/stores/workspace.ts'

export function hitKey(hit: SearchHit): string {
  return hit.kind === 'customer' ? hit.customerId : hit.ticketId
}

/** Goes there. A running contact that has no customer yet takes the one that was looked for. */
export function openHit(hit: SearchHit, text: string): void {
  if (hit.kind === 'ticket') return leave(text, { at: 'ticket', ticketId: hit.ticketId })
  if (useContact.getState().contact !== undefined) startContact(hit.customerId)
  leave(text, { at: 'customer', customerId: hit.customerId })
}

/** Goes on, and keeps what was typed in the place that is left, so that the way back finds it. */
export function leave(text: string, place: Place): void {
  useWorkspace.setState({ place: { at: 'search', text } })
  go(place)
}
