import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '#domain/sync/fold.ts'
import type { Operation } from '#domain/sync/operation.ts'
import { RecordMap, refKey, type Write } from '#domain/sync/records.ts'
import { changedBy } from '#domain/sync/run.ts'
import {
  anyRecords,
  anyStep,
  operationsOf,
  recordsOf,
  runs,
  stepKinds,
  stepOfKind,
} from '#tests/unit/domain/properties/arbitrary.ts'
import { after, captured } from '#tests/unit/domain/properties/captured.ts'

/** Records by name. The names that a customer absorbed are a set: their order says nothing. */
const byKey = (records: RecordMap) =>
  new Map(
    records.writes().map(({ collection, record }) => {
      const absorbed = 'absorbedIds' in record ? { absorbedIds: new Set(record.absorbedIds) } : {}
      return [refKey({ collection, id: record.id }), { ...record, ...absorbed }]
    }),
  )

const overlaid = (base: RecordMap, writes: readonly Write[]) => recordsOf([...base.writes(), ...writes])

const folded = (base: RecordMap, operations: readonly Operation[]) => overlaid(base, fold(base, operations))

describe.each(stepKinds)('%s', (kind) => {
  test('[D2] replayed on records that hold its effect, it changes nothing', () => {
    fc.assert(
      fc.property(
        anyRecords,
        operationsOf(stepOfKind(kind), { most: 1, steps: 1 }),
        (records, [operation]) => {
          const once = after(recordsOf(records), operation as Operation)
          expect(byKey(after(once, operation as Operation))).toEqual(byKey(once))
        },
      ),
      runs(120),
    )
  })

  test('[O16] it writes no record that it did not declare, so that whoever locks those has locked enough', () => {
    fc.assert(
      fc.property(
        anyRecords,
        operationsOf(stepOfKind(kind), { most: 1, steps: 2 }),
        (records, [operation]) => {
          const declared = new Set(changedBy(operation as Operation).map(refKey))
          const before = recordsOf(records)
          for (const { collection, record } of after(before, operation as Operation).writes())
            if (before.get(collection, record.id) !== record)
              expect(declared).toContain(refKey({ collection, id: record.id }))
        },
      ),
      runs(120),
    )
  })
})

test('[D2] an operation of several steps, folded over what headquarters made of it, changes nothing', () => {
  fc.assert(
    fc.property(anyRecords, operationsOf(anyStep, { most: 1, steps: 4 }), (records, wanted) => {
      const operations = captured(recordsOf(records), wanted)
      const truth = operations.reduce(after, recordsOf(records))
      expect(byKey(folded(truth, operations))).toEqual(byKey(truth))
    }),
    runs(700),
  )
})

test('[D2][D4] folding twice is folding once', () => {
  fc.assert(
    fc.property(anyRecords, operationsOf(anyStep, { steps: 2 }), (records, wanted) => {
      const operations = captured(recordsOf(records), wanted)
      const once = folded(recordsOf(records), operations)
      expect(byKey(folded(once, operations))).toEqual(byKey(once))
    }),
    runs(700),
  )
})

test('[D2][D4] what a desk folds over headquarters’ records is what headquarters has after it took the work, and after any part of it', () => {
  fc.assert(
    fc.property(anyRecords, operationsOf(anyStep, { steps: 2 }), fc.nat(6), (records, wanted, many) => {
      const operations = captured(recordsOf(records), wanted)
      const taken = operations.slice(0, many).reduce(after, recordsOf(records))
      const all = operations.reduce(after, recordsOf(records))
      // On the screen nothing changes while headquarters takes one piece after another.
      expect(byKey(folded(recordsOf(records), operations))).toEqual(byKey(all))
      expect(byKey(folded(taken, operations))).toEqual(byKey(all))
      expect(byKey(folded(all, operations))).toEqual(byKey(all))
    }),
    runs(700),
  )
})
