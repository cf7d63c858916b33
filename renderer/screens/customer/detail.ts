import { Value } from 'typebox/value'
import { amendable, genders, languages } from '#domain/customer/customer.ts'
import { spoken, toE164 } from '#domain/customer/msisdn.ts'
import type { DetailName } from '#renderer/screens/customer/Details.tsx'
import type { Words } from '#renderer/words/words.ts'

/** Whose command a field belongs to. */
export const reachFields = ['phone', 'altPhone', 'email', 'addressLine', 'city'] as const
export type ReachName = (typeof reachFields)[number]
export const isReach = (field: DetailName): field is ReachName =>
  (reachFields as readonly string[]).includes(field)

/** A field that is one of few values. */
export const choicesOf = { gender: genders, language: languages } as const

/** What was typed as it is stored: numbers in E.164, no white space around. `undefined` when it is not acceptable. */
export function stored(field: DetailName, typed: string): string | undefined {
  const text = typed.trim()
  if (text === '')
    return field === 'name' || field === 'language' || field === 'gender' || field === 'birthDate'
      ? undefined
      : ''
  const value = field === 'phone' || field === 'altPhone' ? toE164(text) : text
  if (value === undefined || !Value.Check(amendable[field], value)) return undefined
  return field === 'birthDate' && !isBirthDate(value) ? undefined : value
}

/** A value as a person would type it. */
export function typable(field: DetailName, value: string): string {
  return field === 'phone' || field === 'altPhone' ? spoken(value) : value
}

function isBirthDate(day: string): boolean {
  const at = Date.parse(day)
  return !Number.isNaN(at) && day >= '1900-01-01' && at <= Date.now()
}

/** Why a value is not acceptable, in words. */
export function whyNot(field: DetailName, words: Words): string {
  const { wrong } = words.work.customer
  if (field === 'phone' || field === 'altPhone') return wrong.phone
  if (field === 'email' || field === 'birthDate' || field === 'name') return wrong[field]
  return wrong.long
}
