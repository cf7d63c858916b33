import { expect, test } from 'vitest'
import fc from 'fast-check'
import { writer } from '#domain/sync/columns/coder.ts'
import { folded, unfolded } from '#domain/sync/columns/columns.ts'

const records = Array.from({ length: 30 }, (_, n) => ({
  id: `0190b0e6-f18${n % 10}-7095-bd5d-ddda6b33a5${10 + n}`,
  at: 1_765_498_307_000 + n * 977,
  name: ['Siti Nurhaliza', 'La Rudi Halim', 'Ni Luh Putu Suastika'][n % 3] ?? '',
  phone: `+62817${100_000 + n * 7919}`,
  born: `19${60 + n}-02-11`,
  stops: Array.from({ length: n % 3 }, (_unused, m) => ({ since: 1_765_498_307_000 + m, status: 'open' })),
}))

/** Bytes with the sum that belongs to them, as somebody would send them who means no good. */
function sealed(bytes: Uint8Array): Uint8Array {
  let sum = 0x811c9dc5
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193)
  const whole = new Uint8Array(4 + bytes.length)
  new DataView(whole.buffer).setUint32(0, sum >>> 0)
  whole.set(bytes, 4)
  return whole
}

test('[T11] bytes that nobody folded end in records or a refusal, and soon', () => {
  const some = folded(records)
  const opened = { refused: 0 }
  const open = (bytes: Uint8Array) => {
    const begin = process.cpuUsage().user
    try {
      unfolded(sealed(bytes))
    } catch (fault) {
      expect(fault).toBeInstanceOf(Error)
      opened.refused += 1
    }
    expect((process.cpuUsage().user - begin) / 1_000_000).toBeLessThan(10)
  }
  fc.assert(
    fc.property(fc.nat(some.length - 9), fc.uint8Array({ minLength: 1, maxLength: 40 }), (at, other) => {
      const bytes = some.slice(4)
      bytes.set(other.slice(0, bytes.length - at - 4), at + 4)
      open(bytes)
    }),
    { numRuns: 300 },
  )
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), fc.nat(500), (bytes, size) =>
      open(Uint8Array.from([0, 0, size >> 8, size & 255, ...bytes])),
    ),
    { numRuns: 300 },
  )
  expect(opened.refused).toBeGreaterThan(100)
  // So many fields that nothing could hold them.
  const many = writer()
  many.raw(1, 0)
  many.raw(3, 6)
  many.raw(6, 50)
  many.raw(50, 2 ** 49)
  expect(() => unfolded(many.bytes())).toThrow()
})
