import type { AmendableField, Customer } from '#domain/customer/customer.ts'
import type { FieldConflict } from '#domain/item/item.ts'

/** What happens when two people change the same field without a line between them (design 6). */
type FieldRule = 'later_wins' | 'present_stays'

const rules: Record<AmendableField, FieldRule> = {
  name: 'present_stays',
  birthDate: 'present_stays',
  gender: 'present_stays',
  nikHash: 'present_stays',
  nikLast4: 'present_stays',
  phone: 'present_stays',
  altPhone: 'present_stays',
  email: 'present_stays',
  addressLine: 'present_stays',
  city: 'present_stays',
  language: 'later_wins',
  interests: 'later_wins',
  pinnedNote: 'later_wins',
}

/** Whether the later of two changes of this field stands. */
export function laterWins(field: string): boolean {
  return rules[field as AmendableField] === 'later_wins'
}

/** An empty string takes the field away. */
export type Changes = Partial<Record<AmendableField, string>>

export interface MergedFields {
  readonly customer: Customer
  /** Somebody else had changed another field of the record, or the same preference: kept, and said. */
  readonly merged: boolean
  readonly conflicts: readonly FieldConflict[]
}

/** Three-way merge by field: `base` is what the agent saw, `changes` what the agent wants, `customer` what is true now. */
export function mergeFields(customer: Customer, changes: Changes, base: Changes): MergedFields {
  const next: Record<string, unknown> = { ...customer }
  const conflicts: FieldConflict[] = []
  let merged = false
  for (const [field, mine] of Object.entries(changes) as [AmendableField, string][]) {
    const theirs = customer[field] ?? ''
    const seen = base[field] ?? ''
    if (theirs === mine) continue
    if (theirs !== seen && rules[field] === 'present_stays') {
      conflicts.push({ field, base: seen, mine, theirs })
      continue
    }
    merged ||= theirs !== seen
    if (mine === '') delete next[field]
    else next[field] = mine
  }
  // The loop sets only amendable fields, whose values the payload's schema has checked.
  return { customer: next as unknown as Customer, merged, conflicts }
}
