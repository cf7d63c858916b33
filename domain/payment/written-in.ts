import type { Payment } from '#domain/payment/payment.ts'
import type { StepContext } from '#domain/sync/step.ts'

/** When, where and by whom a record of money is written: the same for all of them, and it never changes. */
export function writtenIn({
  at,
  actorId,
  centreId,
}: StepContext): Pick<Payment, 'rev' | 'centreId' | 'capturedAt' | 'capturedBy' | 'updatedAt' | 'events'> {
  return { rev: 0, centreId, capturedAt: at, capturedBy: actorId, updatedAt: at, events: [] }
}
