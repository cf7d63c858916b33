import { expect, test } from 'vitest'
import fc from 'fast-check'
import { folded, unfolded } from '#domain/sync/columns.ts'
import { foldPage, foldPart, openPage, openPart } from '#domain/sync/in-columns.ts'
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
const placed = [...world.recordsOf('KDI')].map(({ collection, record }) => ({
  collection,
  record: overTheLine({ ...record, rev: 1 }),
}))

test('[T11] records of every collection come out of columns as they went in, and in half the bytes', () => {
  for (const [collection, some] of Map.groupBy(placed, (each) => each.collection)) {
    const records = some.map(({ record }) => record)
    const part = foldPart({ records, more: true })
    expect(part, collection).toHaveProperty('folded')
    expect(openPart(overTheLine(part))).toEqual({ records, more: true })
    expect(JSON.stringify(part).length, collection).toBeLessThan(JSON.stringify(records).length * 0.75)
  }
})

test('[T11] a page in columns brings what it brought record by record, what left too', () => {
  const puts = placed.map(({ collection, record }) => ({ collection, id: record.id, put: record }))
  const page: FeedPage = {
    changes: [{ collection: 'customers', id: 'gone' }, ...puts],
    checkpoint: { epoch: 'e', seq: 9, commit: 'c' },
    more: false,
  }
  const opened = openPage(overTheLine(foldPage(page)))
  const byId = (changes: FeedPage['changes'] = []) =>
    new Map(changes.map((each) => [`${each.collection}/${each.id}`, each]))
  expect(byId(opened?.changes)).toEqual(byId(page.changes))
  expect({ ...opened, changes: [] }).toEqual({ ...page, changes: [] })
  const few = { ...page, changes: page.changes.slice(0, 3) }
  expect(foldPage(few)).toBe(few)
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
      const columns = folded(records)
      expect(columns).toBeDefined()
      if (columns !== undefined) expect(unfolded(overTheLine(columns))).toEqual(records)
    }),
    { numRuns: 500 },
  )
})

test('[T11] a null, for which columns have no place, lets the records come one by one', () => {
  const records = Array.from({ length: 9 }, (_, n) => ({ id: `r${n}`, rev: 1, note: n === 4 ? null : 'x' }))
  const part = { records, more: false }
  expect(foldPart(part)).toBe(part)
})

test('[T11][U10] what calls itself columns and is none counts as no answer', () => {
  const whole = folded(placed.slice(0, 20).map(({ record: each }) => each))
  if (whole === undefined) throw new Error('not folded')
  const spoiled = [
    { ...whole, chance: whole.chance.slice(1) },
    { ...whole, count: whole.count + 1 },
    { ...whole, columns: ['objects', 0, [['id', ['ids', 'x', 0]]]] },
    { ...whole, columns: ['what'] },
    { ...whole, columns: null },
  ]
  for (const each of spoiled) expect(openPart({ folded: each, more: false })).toBeUndefined()
})
