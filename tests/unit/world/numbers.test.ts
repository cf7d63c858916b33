import { expect, it } from 'vitest'
import { iccidOf, msisdnOf } from '#tests/world/lines/numbers.ts'
import { Random } from '#tests/world/random.ts'
import { idAt } from '#tests/world/id-at.ts'

it('gives 200,000 different numbers that begin as XL’s do', () => {
  const numbers = Array.from({ length: 200_000 }, (_, n) => msisdnOf(n))
  expect(new Set(numbers).size).toBe(numbers.length)
  expect(numbers.filter((number) => !/^\+628(17|18|19|59|77|78)\d{8}$/.test(number))).toEqual([])
})

it('writes SIM card numbers that pass Luhn’s check', () => {
  for (const n of [0, 1, 42, 999_999_999_999]) {
    const digits = Array.from(iccidOf(n)).toReversed().map(Number)
    const sum = digits.reduce(
      (total, digit, index) => total + (index % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2),
      0,
    )
    expect(sum % 10).toBe(0)
    expect(digits).toHaveLength(19)
  }
})

it('shapes ids as UUID version 7 that sort by time', () => {
  const random = new Random('ids')
  const earlier = idAt(1_700_000_000_000, random)
  expect(earlier).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(idAt(1_700_000_000_001, random) > earlier).toBe(true)
})

it('draws a fork by its label, whatever was drawn before', () => {
  const fresh = new Random('seed')
  const used = new Random('seed')
  used.bits()
  expect(used.fork('a').bits()).toBe(fresh.fork('a').bits())
  expect(fresh.fork('a').bits()).not.toBe(fresh.fork('b').bits())
})
