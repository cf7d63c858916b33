import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amendable, type AmendableField, type Customer } from '#domain/customer/customer.ts'
import { mergeFields, type Changes } from '#domain/customer/merge-fields.ts'
import { customer } from '#tests/server/payloads.ts'
import { runs } from '#tests/unit/domain/properties/arbitrary.ts'

const fields = Object.keys(amendable) as AmendableField[]
const preferences: readonly AmendableField[] = ['language', 'interests', 'pinnedNote']
const texts = fc.constantFrom('', 'satu', 'dua', 'tiga')
const changesOf = (of: readonly AmendableField[]): fc.Arbitrary<Changes> =>
  fc.dictionary(fc.constantFrom(...of), texts)
const someCustomer = changesOf(fields).map((values) =>
  Object.fromEntries(
    Object.entries({ ...customer('c1', 'KDI'), ...values }).filter(([, value]) => value !== ''),
  ),
) as fc.Arbitrary<Customer>

const valueOf = (of: Customer, field: AmendableField) => of[field] ?? ''
const seenBy = (of: Customer, changes: Changes): Changes =>
  Object.fromEntries((Object.keys(changes) as AmendableField[]).map((field) => [field, valueOf(of, field)]))

/** Two people who saw the same record change it; headquarters takes one after the other. */
const two = fc.tuple(someCustomer, changesOf(fields), changesOf(fields))

test('[M1][O9] two people who change different fields both have their way, in either order', () => {
  fc.assert(
    fc.property(two, ([base, mine, others]) => {
      const theirs = Object.fromEntries(
        Object.entries(others).filter(([field]) => !Object.hasOwn(mine, field)),
      )
      const inOrder = (first: Changes, second: Changes) => {
        const after = mergeFields(base, first, seenBy(base, first)).customer
        return mergeFields(after, second, seenBy(base, second))
      }
      const one = inOrder(mine, theirs)
      expect(one.conflicts).toEqual([])
      expect(inOrder(theirs, mine).customer).toEqual(one.customer)
      for (const [field, value] of Object.entries({ ...mine, ...theirs }) as [AmendableField, string][])
        expect(valueOf(one.customer, field)).toBe(value)
    }),
    runs(2_000),
  )
})

test('[M2][O9] the same field by two people is never lost in silence: it holds, or an item shows base, mine and theirs; a preference is the later one’s', () => {
  fc.assert(
    fc.property(two, ([base, theirs, mine]) => {
      const present = mergeFields(base, theirs, seenBy(base, theirs)).customer
      const { customer: merged, conflicts, merged: said } = mergeFields(present, mine, seenBy(base, mine))
      for (const [field, value] of Object.entries(mine) as [AmendableField, string][]) {
        const [seen, now, after] = [valueOf(base, field), valueOf(present, field), valueOf(merged, field)]
        const conflict = conflicts.find((each) => each.field === field)
        const met = now !== seen && now !== value
        if (!met) expect([after, conflict]).toEqual([value, undefined])
        else if (preferences.includes(field))
          expect([after, conflict, said]).toEqual([value, undefined, true])
        else {
          expect(conflict).toEqual({ field, base: seen, mine: value, theirs: now })
          expect(after).toBe(now)
        }
      }
      // What nobody named stays.
      for (const field of fields.filter((each) => !Object.hasOwn(mine, each)))
        expect(valueOf(merged, field)).toBe(valueOf(present, field))
      expect(conflicts.every(({ field }) => Object.hasOwn(mine, field))).toBe(true)
    }),
    runs(3_000),
  )
})

test('[D2][M2] the same changes merged again change nothing, and raise the same conflicts', () => {
  fc.assert(
    fc.property(someCustomer, changesOf(fields), changesOf(fields), (present, mine, base) => {
      const once = mergeFields(present, mine, base)
      const twice = mergeFields(once.customer, mine, base)
      expect(twice.customer).toEqual(once.customer)
      expect(twice.conflicts).toEqual(once.conflicts)
    }),
    runs(2_000),
  )
})

test('[O7] a merge touches no field but those that may be changed', () => {
  fc.assert(
    fc.property(someCustomer, changesOf(fields), changesOf(fields), (present, mine, base) => {
      const own = (of: Customer) =>
        Object.entries(of).filter(([field]) => !fields.includes(field as AmendableField))
      expect(own(mergeFields(present, mine, base).customer)).toEqual(own(present))
    }),
    runs(500),
  )
})
