import { spoken, toE164 } from '#domain/customer/msisdn.ts'

/** A caller's number as people read it; a number of no known form as the network told it. */
export function numberWords(number: string, hidden: string): string {
  if (number.trim() === '') return hidden
  const known = toE164(number)
  return known === undefined ? number : spoken(known)
}
