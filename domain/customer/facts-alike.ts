import type { Customer } from '#domain/customer/customer.ts'

/** What tells two people apart, whatever their names. */
export const tellingFacts = ['phone', 'nik', 'birthDate', 'addressLine'] as const
export type TellingFact = (typeof tellingFacts)[number]

/**
 * Which facts two records share and which they do not, so that whoever compares them need not see the facts.
 * A fact that one of them lacks says nothing and is left out. Numbers are alike when any of the one is any of the other.
 */
export function factsAlike(one: Customer, other: Customer): Readonly<Partial<Record<TellingFact, boolean>>> {
  const pairs = tellingFacts.map((fact) => [fact, share(valuesOf(one, fact), valuesOf(other, fact))] as const)
  return Object.fromEntries(pairs.filter(([, alike]) => alike !== undefined))
}

function share(mine: readonly string[], theirs: readonly string[]): boolean | undefined {
  if (mine.length === 0 || theirs.length === 0) return undefined
  return mine.some((value) => theirs.includes(value))
}

function valuesOf(customer: Customer, fact: TellingFact): readonly string[] {
  const { phone, altPhone, nikHash, birthDate, addressLine } = customer
  const address = addressLine
    ?.toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
  const all = { phone: [phone, altPhone], nik: [nikHash], birthDate: [birthDate], addressLine: [address] }
  return all[fact].filter((value): value is string => value !== undefined && value !== '')
}
