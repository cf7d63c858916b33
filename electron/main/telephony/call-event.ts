import { z } from 'zod'
import type { CallEvent } from '#electron/shared/bridge.ts'

export const callId = z.string().regex(/^[A-Za-z0-9][\w.:@-]{0,63}$/)

/** The one form in which anything may speak of a call: the loopback address, a link and the simulator. */
export const callEvent: z.ZodType<CallEvent> = z.strictObject({
  event: z.enum(['ringing', 'answered', 'ended']),
  callId,
  /** As the network tells it; empty where the caller withholds it. */
  number: z.string().regex(/^[+\d\s().\-/]{0,32}$/),
  queue: z.string().max(60).optional(),
})

/** What is wrong with a piece of JSON, in words for whoever connects a telephone system: field and reason, never a value. */
export function wordsForBadCall(raw: unknown): string {
  const { error } = callEvent.safeParse(raw)
  const issues = error?.issues ?? []
  return issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`).join('; ')
}
