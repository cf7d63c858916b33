import type { Task } from '#domain/ticket/ticket.ts'
import type { Words } from '#renderer/words/words.ts'

/** `Order ORD-77 · Kiriman: Dikirim`; empty when there is neither. */
export function followUpWords(
  { orderReference, shipmentStatus }: Pick<Task, 'orderReference' | 'shipmentStatus'>,
  statuses: Words['ticketing']['shipmentStatus'],
  say: Words['ticketing']['event'],
): string {
  const order = orderReference === undefined ? [] : [say.order(orderReference)]
  const shipment = shipmentStatus === undefined ? [] : [say.shipment(statuses[shipmentStatus])]
  return [...order, ...shipment].join(' · ')
}
