import { Type } from 'typebox'
import { id, words } from '#domain/fields.ts'
import { defineStep } from '#domain/sync/step.ts'
import { happen, permitsTicketWork, touchesTicket } from '#domain/ticket/thread.ts'
import { mostMentions, type Mention } from '#domain/ticket/ticket.ts'

/** A note that calls colleagues by name. A kind of its own, so that plain notes go to a headquarters of protocol 1 too. [V6] */
export const callColleagues = defineStep({
  kind: 'callColleagues',
  v: 1,
  since: 2,
  payload: Type.Object({
    ticketId: id(),
    text: words(4000),
    mentioned: Type.Array(id(), { minItems: 1, maxItems: 20 }),
  }),
  permits: permitsTicketWork,
  touches: touchesTicket,
  apply: (records, { ticketId, text, mentioned }, _seen, context) =>
    happen(records, ticketId, context, (ticket) => {
      const ids = [...new Set(mentioned)]
      const { at, actorId: by } = context
      const called = ids.map((staffId) => ({ staffId, at, by }))
      return {
        ticket: { ...ticket, mentions: mentionsAfter(ticket.mentions ?? [], called) },
        event: { kind: 'note', text, mentioned: ids },
      }
    }),
})

/** Each person once, with the newest; beyond the bound those who were called longest ago go. */
function mentionsAfter(before: readonly Mention[], added: readonly Mention[]): Mention[] {
  const called = new Set(added.map(({ staffId }) => staffId))
  return [...before.filter(({ staffId }) => !called.has(staffId)), ...added].slice(-mostMentions)
}
