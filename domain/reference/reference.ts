import { Type, type Static } from 'typebox'
import { defineEntity } from '#domain/entity.ts'
import { bilingual, code, count, id, oneOf, text, words } from '#domain/fields.ts'
import { articleFields } from '#domain/knowledge/article.ts'
import { serviceFields } from '#domain/queue/service.ts'
import { holidays, OpenHours } from '#domain/reference/open-hours.ts'
import { Macro } from '#domain/reference/macro.ts'
import { roles } from '#domain/staff/roles.ts'
import { ticketTypes, departments } from '#domain/ticket/ticket.ts'

const referenceKinds = [
  'centre',
  'staff',
  'reason',
  'resolution',
  'service',
  'article',
  'notice',
  'slaPolicy',
  'calendar',
  'macro',
] as const
export const zones = ['WIB', 'WITA', 'WIT'] as const
const minutes = () => count(1_000_000)
export type Zone = (typeof zones)[number]
export const linkKinds = ['always', 'sometimes', 'courier'] as const

/**
 * What headquarters alone maintains and every desk holds: centres, staff, reasons of contact, resolution codes,
 * services of the queue, articles, notices, service levels with their calendars, macros.
 * One flat record for all kinds; `kind` says which optional fields are set. Id: `centre:KDI`, `staff:<id>`, `reason:<code>`.
 */
export const Reference = Type.Object({
  id: id(),
  rev: Type.Integer({ minimum: 0 }),
  kind: oneOf(referenceKinds),
  /** Centre code (`KDI`), user name, reason code. */
  code: code(),
  /** A centre's or a person's name. */
  name: Type.Optional(words(120)),
  /** What a reason, a resolution or a service is called. */
  label: Type.Optional(bilingual(120)),
  active: Type.Boolean(),
  zone: Type.Optional(oneOf(zones)),
  region: Type.Optional(text(60)),
  city: Type.Optional(text(60)),
  link: Type.Optional(oneOf(linkKinds)),
  staffId: Type.Optional(id()),
  role: Type.Optional(oneOf(roles)),
  centreId: Type.Optional(id()),
  /** The ticket a reason usually leads to. */
  ticketType: Type.Optional(oneOf(ticketTypes)),
  department: Type.Optional(oneOf(departments)),
  prefix: Type.Optional(serviceFields.prefix),
  place: Type.Optional(serviceFields.place),
  headStart: Type.Optional(serviceFields.headStart),
  /** What a person is good at. */
  skills: Type.Optional(Type.Array(code(), { maxItems: 20 })),
  /** What a reason asks for. */
  skill: Type.Optional(code()),
  ...articleFields,
  /** What a policy promises, in minutes of working time from opening to resolution. */
  targets: Type.Optional(Type.Object({ p1: minutes(), p2: minutes(), p3: minutes(), p4: minutes() })),
  /** The tickets that a policy is for; without it, all. */
  ticketTypes: Type.Optional(Type.Array(oneOf(ticketTypes), { maxItems: 10 })),
  calendarCode: Type.Optional(code()),
  /** At which per cent of the target the supervisors have to know. */
  escalateAt: Type.Optional(Type.Array(count(1000), { maxItems: 5 })),
  hours: Type.Optional(Type.Array(OpenHours, { maxItems: 50 })),
  holidays: Type.Optional(holidays()),
  macro: Type.Optional(Macro),
})
export type Reference = Static<typeof Reference>

export const reference = defineEntity({
  name: 'reference',
  version: 1,
  schema: Reference,
  derived: {},
  derive: () => ({}),
  indexes: [['kind', 'code']],
  // 1: services of the queue with their place, articles and notices; skills of people and of reasons, without which everybody serves
  // everything; service levels, calendars and macros. What was there means the same.
  migrations: { 1: (record) => record },
})
