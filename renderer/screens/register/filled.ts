import { Value } from 'typebox/value'
import { amendable, type genders, type languages, type segments } from '#domain/customer/customer.ts'
import { toE164 } from '#domain/customer/msisdn.ts'
import { isNik } from '#domain/customer/nik.ts'
import type { NewCustomer } from '#renderer/data/contract.ts'
import { readTexts } from '#renderer/work/useDraft.ts'
import type { Words } from '#renderer/words/words.ts'

/** The form as it is typed. */
export interface Filled {
  provenance: 'provisional' | 'verified'
  kind: 'person' | 'organisation'
  name: string
  phone: string
  nik: string
  sighted: boolean
  birthDate: string
  gender: '' | (typeof genders)[number]
  email: string
  addressLine: string
  city: string
  segment: (typeof segments)[number]
  language: (typeof languages)[number]
}

const blank: Filled = {
  provenance: 'provisional',
  kind: 'person',
  name: '',
  phone: '',
  nik: '',
  sighted: false,
  birthDate: '',
  gender: '',
  email: '',
  addressLine: '',
  city: '',
  segment: 'consumer',
  language: 'id',
}

/** What was looked for in vain is not typed again: digits are a number, letters a name. */
export function filledFrom(text: string): Filled {
  if (text === '') return blank
  return /^[\d\s+().\-/]+$/.test(text) ? { ...blank, phone: text } : { ...blank, name: text }
}

/** A draft holds no NIK, and nobody has sighted anything yet when it is taken up again. */
export function forDraft(filled: Filled): Filled {
  return { ...filled, nik: '', sighted: false }
}

export const readFilled = readTexts(blank)

type Wrong = Words['work']['register']['wrong']

export function rules(wrong: Wrong) {
  const within = (field: 'email' | 'addressLine' | 'city', why: string) => (text: string) =>
    text.trim() === '' || Value.Check(amendable[field], text.trim()) ? null : why
  return {
    name: (name: string) => (Value.Check(amendable.name, name.trim()) ? null : wrong.name),
    phone: (phone: string, { provenance }: Filled) => phoneFault(phone.trim(), provenance, wrong),
    nik: (nik: string, { provenance }: Filled) => {
      if (nik.trim() === '') return provenance === 'verified' ? wrong.nikMissing : null
      return isNik(nik) ? null : wrong.nik
    },
    sighted: (sighted: boolean, { provenance }: Filled) =>
      provenance === 'verified' && !sighted ? wrong.sighted : null,
    email: within('email', wrong.email),
    addressLine: within('addressLine', wrong.long),
    city: within('city', wrong.long),
    birthDate: (day: string) => (day === '' || isPast(day) ? null : wrong.birthDate),
  }
}

function phoneFault(phone: string, provenance: Filled['provenance'], wrong: Wrong): string | null {
  if (phone === '') return provenance === 'provisional' ? wrong.phoneMissing : null
  return storedPhone(phone) === undefined ? wrong.phone : null
}

/** E.164, or `undefined` when it is no number that we can store. */
export function storedPhone(written: string): string | undefined {
  const number = toE164(written)
  return number !== undefined && Value.Check(amendable.phone, number) ? number : undefined
}

function isPast(day: string): boolean {
  const at = Date.parse(day)
  return !Number.isNaN(at) && day >= '1900-01-01' && at <= Date.now()
}

/** What is sent: only what was given. A provisional customer gives three things. */
export function customerOf(filled: Filled): NewCustomer {
  const { provenance, kind, segment, language, name } = filled
  const phone = storedPhone(filled.phone)
  const nik = filled.nik.replace(/\s/g, '')
  const essence = {
    provenance,
    kind,
    segment,
    language,
    name: name.trim(),
    ...(phone === undefined ? {} : { phone }),
    ...(nik === '' ? {} : { nik }),
  }
  if (provenance === 'provisional') return essence
  const { gender, birthDate } = filled
  return {
    ...essence,
    ...(gender === '' ? {} : { gender }),
    ...(birthDate === '' ? {} : { birthDate }),
    ...given('email', filled.email),
    ...given('addressLine', filled.addressLine),
    ...given('city', filled.city),
  }
}

function given<K extends string>(key: K, text: string): { [P in K]?: string } {
  return text.trim() === '' ? {} : ({ [key]: text.trim() } as { [P in K]: string })
}
