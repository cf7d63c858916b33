import { contact } from '#tests/server/payloads.ts'

/** A ticket as a form makes it. */
export const ticket = {
  type: 'complaint',
  department: 'care',
  priority: 'p2',
  subject: 'Kuota tidak masuk',
  channel: 'walk_in',
} as const

/** A contact with a customer that has just ended. */
export function conversation(customerId: string) {
  const { contactId: _, ...fields } = contact('', { customerId })
  return fields
}
