import { expect, test } from 'vitest'
import { stepOf } from '#domain/steps.ts'
import { fold } from '#domain/sync/fold.ts'
import { RecordMap } from '#domain/sync/records.ts'
import { changedBy, runOperation } from '#domain/sync/run.ts'
import { customer } from '#tests/server/payloads.ts'
import { operationOf } from '#tests/unit/domain/operation-of.ts'

const centre = (code: string, active = true) => ({
  collection: 'reference' as const,
  record: { id: `centre:${code}`, rev: 1, kind: 'centre' as const, code, active },
})

function records(): RecordMap {
  const map = new RecordMap()
  map.put({ collection: 'customers', record: customer('c1', 'KDI') })
  map.put({ collection: 'customers', record: customer('c2', 'KDI', { mergedInto: 'c1' }) })
  for (const each of [centre('KDI'), centre('MKS'), centre('OLD', false)]) map.put(each)
  return map
}
const move = (customerId: string, toCentreId: string) =>
  operationOf(1, [stepOf('moveCustomer', { customerId, toCentreId })])

test('[G1] a move changes the customer’s home and nothing else, however often it is folded', () => {
  const run = runOperation(records(), move('c1', 'MKS'))
  expect(run).toMatchObject({ done: true, attention: [] })
  expect(run.done && run.writes).toEqual([
    { collection: 'customers', record: { ...customer('c1', 'KDI'), homeCentreId: 'MKS' } },
  ])
  expect(changedBy(move('c1', 'MKS'))).toEqual([{ collection: 'customers', id: 'c1' }])
  const moved = records()
  for (const write of fold(moved, [move('c1', 'MKS')])) moved.put(write)
  expect(fold(moved, [move('c1', 'MKS')])).toEqual([])
})

test.each([
  ['to a centre that nobody knows', 'c1', 'XXX', 'unknown_record'],
  ['to a centre that was closed', 'c1', 'OLD', 'unknown_record'],
  ['of somebody who is not here', 'c9', 'MKS', 'unknown_record'],
  ['of a record that stands for another customer', 'c2', 'MKS', 'already_linked'],
])('[G1] a move %s is refused', (_what, customerId, toCentreId, problem) => {
  expect(runOperation(records(), move(customerId, toCentreId))).toMatchObject({ done: false, problem })
})
