import { expect, test } from 'vitest'
import fc from 'fast-check'
import { folded, unfolded, type Json } from '#domain/sync/columns/columns.ts'
import { reader, writer } from '#domain/sync/columns/coder.ts'
import { numbers } from '#domain/sync/columns/numbers.ts'
import { NotHeld, shortOf, type Held } from '#domain/sync/columns/ids.ts'
import { foldPage, foldPart, openPage } from '#domain/sync/in-columns.ts'
import type { FeedPage } from '#domain/sync/feed.ts'
import { makeWorld } from '#tests/world/make-world.ts'

const overTheLine = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

const world = makeWorld({
  seed: 'columns',
  now: Date.UTC(2026, 10, 28),
  centres: 1,
  customersPerCentre: 60,
  monthsOfHistory: 6,
  nikKey: Buffer.alloc(32),
  sign: () => '',
})
const told = <T>(value: T) => folded(value as Json)
const placed = [...world.recordsOf('KDI')].map(({ collection, record }) => ({
  collection,
  record: overTheLine({ ...record, rev: 1 }),
}))

test('[T11] records of every collection come out of columns as they went in, and in a third of the bytes', () => {
  for (const [collection, some] of Map.groupBy(placed, (each) => each.collection)) {
    const records = some.map(({ record }) => record)
    const part = foldPart({ records, more: true })
    expect(part && unfolded(part), collection).toEqual({ records, more: true })
    expect(part?.length, collection).toBeLessThan(JSON.stringify(records).length * 0.3)
  }
})

test('[T11] a page in columns brings what it brought record by record, what left too', () => {
  const puts = placed.map(({ collection, record }) => ({ collection, id: record.id, put: record }))
  const page: FeedPage = {
    changes: [{ collection: 'customers', id: 'gone' }, ...puts],
    checkpoint: { epoch: 'e', seq: 9, commit: 'c' },
    more: false,
  }
  const columns = foldPage(page)
  const opened = openPage(columns && unfolded(columns)) as FeedPage | undefined
  const byId = (changes: FeedPage['changes'] = []) =>
    new Map(changes.map((each) => [`${each.collection}/${each.id}`, each]))
  expect(byId(opened?.changes)).toEqual(byId(page.changes))
  expect({ ...opened, changes: [] }).toEqual({ ...page, changes: [] })
  const few = { ...page, changes: page.changes.slice(0, 3) }
  expect(foldPage(few)).toBeUndefined()
})

const hex = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 15 }), { minLength: length, maxLength: length })
    .map((digits) => digits.map((digit) => digit.toString(16)).join(''))
const id = fc
  .tuple(hex(8), hex(4), hex(3), hex(4), hex(12))
  .map(([a, b, c, d, e]) => `${a}-${b}-7${c}-${d}-${e}`)
const leaf = fc.oneof(
  id,
  hex(64),
  fc.string(),
  fc.boolean(),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  fc.integer({ min: 1e11, max: 2e12 }),
)
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(leaf, { maxLength: 4 }),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(
      fc.oneof(fc.constantFrom('a', 'at', '__proto__', '7', '12', 'constructor'), fc.string()),
      tie('json'),
    ),
  ),
}))
const record = fc
  .tuple(id, fc.dictionary(fc.constantFrom('a', 'b', 'c', '3', '__proto__'), json))
  .map(([own, fields]) => ({ ...fields, id: own, rev: 1 }))

test('[T11] whatever JSON a newer headquarters puts into records comes out of columns as it went in', () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 12 }), (some) => {
      const records = overTheLine(some)
      expect(unfolded(told({ records }))).toEqual({ records })
    }),
    { numRuns: 500 },
  )
})

const instant = fc.integer({ min: 1e11, max: 2e12 })
const row = fc.record(
  {
    id: fc.oneof(
      id,
      id.map((each) => each.toUpperCase()),
    ),
    at: instant,
    until: fc.oneof(instant, fc.constant(-1)),
    on: fc.constantFrom('2026-02-28', '0001-01-01', '9999-12-31', '2026-02-30', '2026-13-01', '2026-2-3'),
    much: fc.oneof(fc.maxSafeInteger(), fc.constantFrom(-0, 2 ** 53, 1e300, 5e-324, 0.1)),
    text: fc.oneof(fc.lorem({ maxCount: 30 }), fc.string({ unit: 'binary' })),
    number: fc.stringMatching(/^[+0]?\d{0,70}$/),
    nothing: fc.constantFrom(null, true, [], {}, [null], '', [[]]),
    list: fc.array(fc.record({ since: instant, until: instant }, { requiredKeys: ['since'] }), {
      maxLength: 3,
    }),
  },
  { requiredKeys: [] },
)

test('[T11] columns of one kind each, at their edges, come out as they went in', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), (some) => {
      const records = overTheLine(some)
      expect(unfolded(told(records))).toEqual(records)
    }),
    { numRuns: 300 },
  )
})

test('[T11] whole numbers come out as they went in on both sides of every power of two', () => {
  const powers = Array.from({ length: 51 }, (_, n) => 2 ** n)
  for (const given of powers.flatMap((each) => [
    [each - 1, 1],
    [-each, 1],
    [1 - each, 1, each - 1],
  ])) {
    const told = writer()
    numbers(told, given, given.length, { scope: [] })
    expect(numbers(reader(told.bytes()), undefined, given.length, { scope: [] }).values).toEqual(given)
  }
})

test('[T11][U10] what is cut or changed on the way is refused whole', () => {
  const whole = told(placed.slice(0, 60).map(({ record: each }) => each))
  for (let size = 0; size < whole.length; size += 7) expect(() => unfolded(whole.slice(0, size))).toThrow()
  expect(() => unfolded(Uint8Array.from([...whole, 0]))).toThrow()
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const spoiled = Uint8Array.from(whole)
      spoiled[at] = (spoiled[at] ?? 0) ^ change
      expect(() => unfolded(spoiled)).toThrow()
    }),
    { numRuns: 300 },
  )
})

/** Ids that are held by the one side, and the ids that hang on each. */
const holding = (ids: readonly string[], under: (id: string) => readonly string[]): Held => ({
  has: (each) => ids.includes(each),
  of: (short) => ids.find((each) => shortOf(each) === short),
  under,
})

test('[T12] what is told in short is never taken for another id, whatever the reader holds', () => {
  const twin = (each: string) => `${each.slice(0, 20)}${each[20] === '0' ? '1' : '0'}${each.slice(21)}`
  fc.assert(
    fc.property(
      fc.uniqueArray(id, { minLength: 2, maxLength: 30 }),
      fc.infiniteStream(fc.nat(5)),
      fc.array(fc.nat(), { minLength: 10, maxLength: 60 }),
      (known, dice, chosen) => {
        const parentOf = (each: string) => known[known.indexOf(each) >> 2] ?? ''
        const children = (all: readonly string[]) => (parent: string) =>
          all.filter((each) => known.indexOf(each) >= 0 && parentOf(each) === parent)
        const records = chosen.map((place, n) => {
          const child = known[place % known.length] ?? ''
          return { id: `r${n}`, parent: parentOf(child), child, list: [child].slice(place % 2) }
        })
        const told = folded(records, holding(known, children(known)))
        expect(unfolded(told, holding(known, children(known)))).toEqual(records)
        // Some of them are others here, with the same short form, and some are not here.
        const fate = new Map(known.map((each) => [each, dice.next().value]))
        const there = known.flatMap((each) =>
          fate.get(each) === 0 ? [] : fate.get(each) === 1 ? [twin(each)] : [each],
        )
        const read = () => unfolded(told, holding(there, children(there)))
        const named = new Set(records.flatMap(({ parent, child }) => [parent, child]))
        if ([...named].every((each) => there.includes(each) && same(children(there), children(known), each)))
          expect(read()).toEqual(records)
        else expectSameOrNotHeld(read, records)
      },
    ),
    { numRuns: 500 },
  )
})

const same = (one: (id: string) => readonly string[], other: (id: string) => readonly string[], id: string) =>
  one(id).join() === other(id).join()

function expectSameOrNotHeld(read: () => unknown, records: unknown): void {
  let got: unknown
  try {
    got = read()
  } catch (fault) {
    expect(fault).toBeInstanceOf(NotHeld)
    return
  }
  expect(got).toEqual(records)
}
