import { Type, type Static } from 'typebox'
import { defineEntity } from '#domain/entity.ts'
import { aDay, code, count, id, instant, latestInstant, newestFirst, oneOf, text } from '#domain/fields.ts'
import { channels } from '#domain/contact/channel.ts'

export const directions = ['in', 'out'] as const
export const verifications = ['none', 'number_only', 'knowledge', 'id_sighted', 'dukcapil'] as const
export const dispositions = [
  'resolved',
  'information_given',
  'ticket_created',
  'escalated',
  'callback_promised',
  'transferred',
  'abandoned',
  'wrong_number',
  'no_show',
  'refused_verification',
] as const
export type Disposition = (typeof dispositions)[number]
export type Verification = (typeof verifications)[number]

/** One conversation with a customer should be over in this time; the panel turns amber at 90 s. */
export const contactTargetSeconds = 150
export const contactAmberSeconds = 90

/** What the agent writes down of one conversation. */
export const contactFields = {
  customerId: Type.Optional(id()),
  subscriptionId: Type.Optional(id()),
  /** The number that the customer named or called from, as written. */
  numberGiven: Type.Optional(text(32)),
  channel: oneOf(channels),
  direction: oneOf(directions),
  startedAt: instant(),
  endedAt: instant(),
  /** Measured with a clock that cannot jump, so it may differ from `endedAt - startedAt`. */
  handleSeconds: count(86_400),
  verification: oneOf(verifications),
  reasonCode: code(),
  disposition: oneOf(dispositions),
  note: Type.Optional(text(4000)),
  ticketIds: Type.Array(id(), { maxItems: 20 }),
} as const

/** How the time of a conversation was spent, by a clock that cannot jump; absent in what was written down before protocol 2. */
export const contactTimes = {
  /** From the first word to the end of the work on it, ms. */
  handleMs: Type.Optional(count(86_400_000)),
  /** The part of it after the caller had hung up, ms; absent where nobody told. */
  wrapMs: Type.Optional(count(86_400_000)),
} as const

/** One conversation with a customer. Written once when it ends, never changed. */
export const Contact = Type.Object({
  id: id(),
  rev: Type.Integer({ minimum: 0 }),
  agentId: id(),
  centreId: id(),
  ...contactFields,
  ...contactTimes,
})
export type Contact = Static<typeof Contact>

const key = () => Type.Integer({ minimum: 0, maximum: latestInstant, multipleOf: 1 })

export const contacts = defineEntity({
  name: 'contacts',
  version: 1,
  schema: Contact,
  derived: { ofCustomer: text(64), newest: key() },
  derive: (contact) => ({ ofCustomer: contact.customerId ?? '', newest: newestFirst(contact.startedAt) }),
  indexes: [['ofCustomer', 'newest'], ['newest']],
  coarse: { newest: aDay },
  // 1: handling and wrap-up in ms, which nobody measured before; the days of a centre are asked for.
  migrations: { 1: (contact) => contact },
})
