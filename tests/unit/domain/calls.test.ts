import fc from 'fast-check'
import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import { contacts } from '#domain/contact/contact.ts'
import { recordContact } from '#domain/contact/record-contact.ts'
import { skillGap } from '#domain/contact/skills.ts'
import { maskedEmail, maskedName, maskedText } from '#domain/customer/masked.ts'
import { masked } from '#domain/customer/msisdn.ts'
import type { Reference } from '#domain/reference/reference.ts'
import { neededProtocol, stepOf } from '#domain/steps.ts'
import { contact } from '#tests/server/payloads.ts'

test('a masked name keeps the first letter of each part and nothing else', () => {
  expect(maskedName('Siti Rahmawati')).toBe('S••• R••••••••')
  expect(maskedName('  Wa   Ode ')).toBe('W•• O••')
  expect(maskedName('I')).toBe('I••')
  expect(maskedName('')).toBe('')
})

test('no masked form tells a whole value', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z]{3,20} [A-Za-z]{3,20}$/), (name) => {
      expect(maskedName(name).replaceAll(/[• ]/g, '')).toHaveLength(2)
    }),
  )
  fc.assert(
    fc.property(fc.stringMatching(/^\+628[1-35-9]\d{8}$/), (number) => {
      expect(masked(number).replaceAll(/\D/g, '')).toHaveLength(7)
    }),
  )
  expect(maskedEmail('siti.rahma@example.co.id')).toBe('si••••@••••.id')
  expect(maskedText('Jl. Merdeka 10')).toBe('Jl. M••••')
})

test('a contact has no end without a disposition and a reason', () => {
  const { disposition: _, ...endless } = contact('k1')
  expect(Value.Check(recordContact.payload, contact('k1'))).toBe(true)
  expect(Value.Check(recordContact.payload, endless)).toBe(false)
  const { reasonCode: __, ...causeless } = contact('k1')
  expect(Value.Check(recordContact.payload, causeless)).toBe(false)
})

test('[V3] a contact of protocol 1 is understood, and handling times are no words of its day', () => {
  const [first] = recordContact.older ?? []
  expect(Value.Check(first?.payload ?? recordContact.payload, contact('k1'))).toBe(true)
  expect(first?.upgrade(contact('k1'))).toEqual(contact('k1'))
  expect(Object.keys(first?.payload.properties ?? {})).not.toContain('handleMs')
})

test('[V6] a contact with handling times waits for a headquarters that knows them', () => {
  expect(neededProtocol({ steps: [stepOf('recordContact', contact('k1', { handleMs: 90_000 }))] })).toBe(2)
})

test('[V8] a contact of the schema before is the same contact', () => {
  const old = { ...contact('k1'), id: 'k1' }
  expect(contacts.migrations?.[1]?.(old)).toEqual(old)
})

const person = (staffId: string, skills: readonly string[] | undefined, centreId = 'KDI'): Reference => ({
  id: `staff:${staffId}`,
  rev: 1,
  kind: 'staff',
  code: staffId,
  name: staffId.toUpperCase(),
  active: true,
  staffId,
  centreId,
  ...(skills === undefined ? {} : { skills: [...skills] }),
})
const billing: Reference = {
  id: 'reason:B',
  rev: 1,
  kind: 'reason',
  code: 'B',
  active: true,
  skill: 'billing',
}

test('who lacks a reason’s skill is told which colleagues of the same centre have it', () => {
  const staff = [
    person('ani', ['network']),
    person('budi', ['billing', 'network']),
    person('citra', ['billing'], 'MKS'),
    { ...person('dewi', ['billing']), active: false },
  ]
  expect(skillGap(billing, staff, 'ani')).toEqual({ skill: 'billing', colleagues: ['BUDI'] })
  expect(skillGap(billing, staff, 'budi')).toBeUndefined()
})

test('nothing is said where the reason asks for nothing, or nobody wrote down what this person is good at', () => {
  const { skill: _, ...unasked } = billing
  expect(skillGap(unasked, [person('ani', [])], 'ani')).toBeUndefined()
  expect(skillGap(billing, [person('ani', undefined)], 'ani')).toBeUndefined()
  expect(skillGap(undefined, [person('ani', [])], 'ani')).toBeUndefined()
})
