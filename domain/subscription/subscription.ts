import { Type, type Static } from 'typebox'
import { defineEntity } from '#domain/entity.ts'
import { code, day, id, instant, msisdn, oneOf, rupiah, text } from '#domain/fields.ts'

export const lines = ['mobile', 'phone', 'internet', 'view', 'service'] as const
export const paymentTypes = ['prepaid', 'postpaid'] as const
export const lineStatuses = [
  'inactive',
  'pending_registration',
  'active',
  'grace',
  'blocked',
  'suspended',
  'terminated',
] as const

/** A figure of headquarters' billing at an instant. Offline nobody invents a newer one. */
const snapshot = () => Type.Object({ amount: rupiah(), asOf: instant() })

/** One line of service of a customer. Only headquarters changes it. */
export const Subscription = Type.Object({
  id: id(),
  rev: Type.Integer({ minimum: 0 }),
  customerId: id(),
  line: oneOf(lines),
  /** Absent for a fixed line. */
  msisdn: Type.Optional(msisdn()),
  /** The last six digits of the SIM card's number. */
  iccidTail: Type.Optional(Type.String({ maxLength: 6, pattern: '^\\d{6}$' })),
  paymentType: oneOf(paymentTypes),
  status: oneOf(lineStatuses),
  offeringCode: code(),
  /** The offering's name when the line was sold; the catalogue may have moved on. */
  offeringName: text(120),
  activatedOn: day(),
  graceUntil: Type.Optional(day()),
  balance: Type.Optional(snapshot()),
  bill: Type.Optional(Type.Object({ amount: rupiah(), dueOn: day(), asOf: instant() })),
})
export type Subscription = Static<typeof Subscription>

export const subscriptions = defineEntity({
  name: 'subscriptions',
  version: 0,
  schema: Subscription,
  derived: {},
  derive: () => ({}),
  indexes: [['customerId']],
})
