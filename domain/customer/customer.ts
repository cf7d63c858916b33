import { Type, type Static } from 'typebox'
import { defineEntity } from '#domain/entity.ts'
import { code, day, email, id, oneOf, phone, text, words } from '#domain/fields.ts'

export const customerKinds = ['person', 'organisation'] as const
export const provenances = ['verified', 'provisional', 'merged'] as const
export const segments = ['consumer', 'enterprise', 'corporate', 'aggregator', 'wholesaler'] as const
export const valueTiers = ['regular', 'gold', 'vip', 'vvip'] as const
export const languages = ['id', 'en'] as const
export const genders = ['female', 'male'] as const

/** What a person may change about a customer, and so what can meet another person's change. */
export const amendable = {
  name: words(120),
  birthDate: day(),
  gender: oneOf(genders),
  nikHash: Type.String({ maxLength: 64, pattern: '^[0-9a-f]{64}$' }),
  nikLast4: Type.String({ maxLength: 4, pattern: '^\\d{4}$' }),
  phone: phone(),
  altPhone: phone(),
  email: email(),
  addressLine: text(200),
  city: text(80),
  language: oneOf(languages),
  interests: text(300),
  pinnedNote: text(500),
} as const
export type AmendableField = keyof typeof amendable

/** A person or an organisation that is served, whatever lines it holds. */
export const Customer = Type.Object({
  id: id(),
  rev: Type.Integer({ minimum: 0 }),
  /** The number people are told: `C-…` from headquarters, `P-KDI1-0007` for a provisional customer. */
  code: code(),
  kind: oneOf(customerKinds),
  provenance: oneOf(provenances),
  /** Set when this record stands for another customer; its tickets and contacts are then shown there. */
  mergedInto: Type.Optional(id()),
  /** The records that stand for this customer. */
  absorbedIds: Type.Optional(Type.Array(id(), { maxItems: 50 })),
  segment: oneOf(segments),
  valueTier: oneOf(valueTiers),
  /** Customer since this day. */
  since: day(),
  homeCentreId: id(),
  name: amendable.name,
  birthDate: Type.Optional(amendable.birthDate),
  gender: Type.Optional(amendable.gender),
  /** HMAC-SHA256 of the 16 digits with the operator's key: the digits themselves never leave the field they were typed in. */
  nikHash: Type.Optional(amendable.nikHash),
  nikLast4: Type.Optional(amendable.nikLast4),
  phone: Type.Optional(amendable.phone),
  altPhone: Type.Optional(amendable.altPhone),
  email: Type.Optional(amendable.email),
  addressLine: Type.Optional(amendable.addressLine),
  city: Type.Optional(amendable.city),
  language: amendable.language,
  interests: Type.Optional(amendable.interests),
  pinnedNote: Type.Optional(amendable.pinnedNote),
})
export type Customer = Static<typeof Customer>

export const customers = defineEntity({
  name: 'customers',
  version: 0,
  schema: Customer,
  derived: {},
  derive: () => ({}),
  indexes: [],
})
