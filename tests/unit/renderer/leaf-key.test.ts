import 'fake-indexeddb/auto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareKeys, isWithin } from '#renderer/data/storage/leaf-key.ts'

const part = fc.oneof(fc.string(), fc.integer(), fc.constant(-Infinity), fc.constant(''))
const key = fc.oneof(part, fc.array(fc.oneof(part, fc.array(part, { maxLength: 2 })), { maxLength: 3 }))

test('keys of leaves stand in the order of IndexedDB', () => {
  fc.assert(
    fc.property(key, key, (a, b) => {
      expect(Math.sign(compareKeys(a, b))).toBe(indexedDB.cmp(a, b))
    }),
  )
})

test('a key stands in a range where IndexedDB says so', () => {
  fc.assert(
    fc.property(key, key, key, fc.boolean(), fc.boolean(), (a, b, asked, lowerOpen, upperOpen) => {
      const [lower, upper] = indexedDB.cmp(a, b) <= 0 ? [a, b] : [b, a]
      if (indexedDB.cmp(lower, upper) === 0 && (lowerOpen || upperOpen)) return
      for (const range of [
        IDBKeyRange.bound(lower, upper, lowerOpen, upperOpen),
        IDBKeyRange.lowerBound(lower, lowerOpen),
        IDBKeyRange.upperBound(upper, upperOpen),
      ])
        expect(isWithin(range, asked)).toBe(range.includes(asked))
    }),
  )
})
