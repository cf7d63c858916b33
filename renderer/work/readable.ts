import type { AmendableField, Customer } from '#domain/customer/customer.ts'
import { maskedEmail, maskedText } from '#domain/customer/masked.ts'
import { numberFor } from '#renderer/work/numbers.ts'
import type { Format } from '#renderer/words/format.ts'
import type { Words } from '#renderer/words/words.ts'

/** A value as it is read, masked until it may be seen. */
export function readable(
  customer: Customer,
  field: AmendableField,
  shown: boolean,
  words: Words,
  format: Format,
): string | undefined {
  const value = customer[field]
  if (value === undefined || value === '') return undefined
  if (field === 'gender' || field === 'language') return (words.terms[field] as Record<string, string>)[value]
  if (field === 'phone' || field === 'altPhone') return numberFor(shown, value)
  if (field === 'birthDate') return shown ? format.day(value) : '••••'
  if (shown) return value
  if (field === 'email') return maskedEmail(value)
  return field === 'addressLine' ? maskedText(value) : value
}
