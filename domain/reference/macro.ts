import { Type, type Static } from 'typebox'
import { dispositions } from '#domain/contact/contact.ts'
import { bilingual, code, count, oneOf } from '#domain/fields.ts'
import { departments, priorities, ticketStatuses, ticketTypes } from '#domain/ticket/ticket.ts'

/** What a macro puts ready at once. Each part can be changed or taken out before anything is saved. */
export const Macro = Type.Object({
  /** Words for the customer or the thread; `{customer}` and the like are filled in. */
  text: Type.Optional(bilingual(2000)),
  status: Type.Optional(oneOf(ticketStatuses)),
  resolutionCode: Type.Optional(code()),
  priority: Type.Optional(oneOf(priorities)),
  escalate: Type.Optional(Type.Boolean()),
  task: Type.Optional(
    Type.Object({ department: oneOf(departments), ask: bilingual(1000), withinHours: count(1000) }),
  ),
  /** The ticket that it opens in a running contact. */
  ticket: Type.Optional(
    Type.Object({ type: oneOf(ticketTypes), department: oneOf(departments), subject: bilingual(200) }),
  ),
  disposition: Type.Optional(oneOf(dispositions)),
})
export type Macro = Static<typeof Macro>

export type Placeholder = 'customer' | 'ticket' | 'centre' | 'agent' | 'due'

/** `{customer}` with its value. What is not known stays as it is, so that the agent sees what to fill in. */
export function filled(text: string, values: Readonly<Partial<Record<Placeholder, string>>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name as Placeholder] ?? whole)
}
