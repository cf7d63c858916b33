import { Type, type Static } from 'typebox'
import { defineEntity } from '#domain/entity.ts'
import { bilingual, code, id, instant, oneOf, rupiah, text } from '#domain/fields.ts'
import { lines } from '#domain/subscription/subscription.ts'

export const chargeTypes = ['recurring', 'one_time', 'usage'] as const
export const chargeBases = ['flat', 'time', 'service', 'bandwidth', 'volume'] as const
export const periods = ['day', 'week', 'month', 'year', 'once'] as const
export const offeringPaymentTypes = ['prepaid', 'postpaid', 'both'] as const

/** What an admin writes of one product offering. */
const offeringFields = {
  code: code(),
  name: bilingual(120),
  description: bilingual(1000),
  line: oneOf(lines),
  paymentType: oneOf(offeringPaymentTypes),
  chargeType: oneOf(chargeTypes),
  chargeBasis: oneOf(chargeBases),
  /** Rupiah for one `unit`, tax included. */
  amount: Type.Integer({ minimum: 0, maximum: 1_000_000_000, multipleOf: 1 }),
  /** `month`, `MB`, `second`, `event` … */
  unit: text(20),
  period: oneOf(periods),
} as const
export const OfferingDraft = Type.Object(offeringFields)
export type OfferingDraft = Static<typeof OfferingDraft>

/** `2026-12-01T00:00` on each centre's own clock. */
export const effectiveFrom = () =>
  Type.String({ maxLength: 16, pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$' })

/**
 * A release and its offerings share one collection; `kind` says which fields are set.
 * Id: `release:2026.11.1`, `offering:2026.11.1:XTRA-10`. A release is whole and never changed.
 */
export const CatalogueRecord = Type.Object({
  id: id(),
  rev: Type.Integer({ minimum: 0 }),
  kind: oneOf(['release', 'offering'] as const),
  releaseId: id(),
  version: Type.Optional(code()),
  effectiveFrom: Type.Optional(effectiveFrom()),
  publishedAt: Type.Optional(instant()),
  publishedBy: Type.Optional(id()),
  notes: Type.Optional(text(2000)),
  /** How many offerings belong to the release: a desk switches only to a whole one. */
  offeringCount: Type.Optional(Type.Integer({ minimum: 0 })),
  /** Ed25519 over `canonicalRelease`, base64, by headquarters. */
  signature: Type.Optional(text(120)),
  code: Type.Optional(offeringFields.code),
  name: Type.Optional(offeringFields.name),
  description: Type.Optional(offeringFields.description),
  line: Type.Optional(offeringFields.line),
  paymentType: Type.Optional(offeringFields.paymentType),
  chargeType: Type.Optional(offeringFields.chargeType),
  chargeBasis: Type.Optional(offeringFields.chargeBasis),
  amount: Type.Optional(rupiah()),
  unit: Type.Optional(offeringFields.unit),
  period: Type.Optional(offeringFields.period),
})
export type CatalogueRecord = Static<typeof CatalogueRecord>

export const catalogue = defineEntity({
  name: 'catalogue',
  version: 0,
  schema: CatalogueRecord,
  derived: {},
  derive: () => ({}),
  indexes: [['kind', 'releaseId']],
})
