import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Customer } from '#domain/customer/customer.ts'
import { factsAlike } from '#domain/customer/facts-alike.ts'
import { mergeFields, type Changes } from '#domain/customer/merge-fields.ts'
import { masked, searchDigits, spoken, toMsisdn } from '#domain/customer/msisdn.ts'
import { holdsNik, isNik } from '#domain/customer/nik.ts'

const siti: Customer = {
  id: 'c1',
  rev: 3,
  code: 'C-KDI-0001',
  kind: 'person',
  provenance: 'verified',
  segment: 'consumer',
  valueTier: 'vvip',
  since: '2015-04-01',
  homeCentreId: 'KDI',
  name: 'Siti Rahma',
  phone: '+628171111111',
  email: 'siti@example.com',
  language: 'id',
}

test('every way of writing a number is the same number', () => {
  for (const written of [
    '0817 1234 567',
    '62817-1234567',
    '+62 817/1234567',
    '8171234567',
    '0062 817 123 4567',
    '(0817) 1234.567',
  ])
    expect(toMsisdn(written)).toBe('+628171234567')
})

test('what is no mobile number is no MSISDN', () => {
  for (const written of ['', '0817', '021-5551234', 'abc', '+6581234567', '084123456789'])
    expect(toMsisdn(written)).toBeUndefined()
})

test('a number is spoken with its zero, and masked for eyes that are not verified', () => {
  expect(spoken('+628171234567')).toBe('0817-1234-567')
  expect(masked('+628171234567')).toBe('0817-****-567')
})

test('the digits for searching are the same however the number was written', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^8[1-35-9]\d{7,10}$/), (national) => {
      expect(searchDigits(`0${national}`)).toBe(national)
      expect(searchDigits(`+62 ${national}`)).toBe(national)
    }),
  )
})

test('a NIK has sixteen digits with a day and a month in them; notes that hold one are noticed', () => {
  expect(isNik('7471 0141 0890 0001'.replace('0141', '0141'))).toBe(true)
  expect(isNik('7471019913900001')).toBe(false)
  expect(holdsNik('NIK 7471014108900001 sudah dilihat')).toBe(true)
  expect(holdsNik('nomor 08171234567')).toBe(false)
})

test('[M1] different fields by two people are both kept', () => {
  const theirs = { ...siti, email: 'siti.baru@example.com' }
  const { customer, conflicts } = mergeFields(theirs, { phone: '+628172222222' }, { phone: '+628171111111' })
  expect(customer).toMatchObject({ phone: '+628172222222', email: 'siti.baru@example.com' })
  expect(conflicts).toEqual([])
})

test('[M2] the same contact detail by two people stays as headquarters has it, and both values are told', () => {
  const theirs = { ...siti, phone: '+628173333333' }
  const { customer, conflicts } = mergeFields(theirs, { phone: '+628172222222' }, { phone: '+628171111111' })
  expect(customer.phone).toBe('+628173333333')
  expect(conflicts).toEqual([
    { field: 'phone', base: '+628171111111', mine: '+628172222222', theirs: '+628173333333' },
  ])
})

test('[M2] the same preference by two people: the later accepted wins', () => {
  const theirs = { ...siti, pinnedNote: 'Datang pagi' }
  const { customer, merged, conflicts } = mergeFields(theirs, { pinnedNote: 'Datang sore' }, {})
  expect({ note: customer.pinnedNote, merged, conflicts }).toEqual({
    note: 'Datang sore',
    merged: true,
    conflicts: [],
  })
})

test('merging the same changes again changes nothing', () => {
  const change = fc.record(
    {
      phone: fc.constantFrom('', '+628172222222'),
      city: fc.string({ maxLength: 10 }),
      pinnedNote: fc.string({ maxLength: 10 }),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(change, change, (mine, base) => {
      const once = mergeFields(siti, mine, base).customer
      expect(mergeFields(once, mine as Changes, base as Changes).customer).toEqual(once)
    }),
  )
})

test('two records are compared without being shown: numbers across both fields, addresses as they are meant', () => {
  const one: Customer = {
    ...siti,
    birthDate: '1988-02-14',
    nikHash: 'a'.repeat(64),
    addressLine: 'Jl. Made Sabara No. 3',
  }
  const other: Customer = {
    ...siti,
    id: 'c2',
    phone: '+628172222222',
    altPhone: '+628171111111',
    birthDate: '1988-02-15',
    addressLine: 'jl made sabara, no 3',
  }
  expect(factsAlike(one, other)).toEqual({ phone: true, birthDate: false, addressLine: true })
  // What one of them lacks says nothing.
  expect(factsAlike(one, { ...siti, id: 'c3', phone: '' })).toEqual({})
})
