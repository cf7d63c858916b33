import { expect, test } from 'vitest'
import { stepOf } from '#domain/steps.ts'
import { fold } from '#domain/sync/fold.ts'
import type { Operation } from '#domain/sync/operation.ts'
import { RecordMap } from '#domain/sync/records.ts'
import { runOperation } from '#domain/sync/run.ts'
import type { Item } from '#domain/item/item.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { customer } from '#tests/server/payloads.ts'
import { operationOf } from '#tests/unit/domain/operation-of.ts'

/** What the properties beside this file found, as small as they made it. */

const ticket: Ticket = {
  id: 't1',
  rev: 1,
  code: 'T-KDI1-2611-0001',
  centreId: 'KDI',
  type: 'complaint',
  department: 'care',
  priority: 'p1',
  status: 'new',
  ownerId: 'ani',
  subject: 'Sinyal hilang',
  channel: 'walk_in',
  openedAt: 0,
  openedBy: 'ani',
  updatedAt: 0,
}

function taken(base: RecordMap, operations: readonly Operation[]): RecordMap {
  for (const operation of operations) {
    const run = runOperation(base, operation)
    if (run.done) for (const write of run.writes) base.put(write)
  }
  return base
}

const withTicket = () => {
  const records = new RecordMap()
  records.put({ collection: 'tickets', record: ticket })
  return records
}

test('[D4] a ticket given to its present owner and then to another stays with the other, though the first left no trace (seed 592225002)', () => {
  const operations = [
    operationOf(1, [stepOf('assignTicket', { ticketId: 't1', ownerId: 'ani' })]),
    operationOf(2, [stepOf('assignTicket', { ticketId: 't1', ownerId: 'budi' })]),
  ]
  const truth = taken(withTicket(), operations)
  expect(fold(truth, operations)).toEqual([])
  expect(truth.get('tickets', 't1')?.ownerId).toBe('budi')
})

test('[D4] the same within one operation', () => {
  const operations = [
    operationOf(1, [
      stepOf('moveTicket', { ticketId: 't1', to: 'new' }),
      stepOf('moveTicket', { ticketId: 't1', to: 'in_progress' }),
    ]),
  ]
  const truth = taken(withTicket(), operations)
  expect(fold(truth, operations)).toEqual([])
  expect(truth.get('tickets', 't1')?.status).toBe('in_progress')
})

test('[D4] what has not reached headquarters yet is run, also after a piece that has', () => {
  const operations = [
    operationOf(1, [stepOf('assignTicket', { ticketId: 't1', ownerId: 'ani' })]),
    operationOf(2, [stepOf('noteOnTicket', { ticketId: 't1', text: 'Menyusul' })]),
    operationOf(3, [stepOf('assignTicket', { ticketId: 't1', ownerId: 'budi' })]),
  ]
  const truth = taken(withTicket(), operations.slice(0, 2))
  const [changed] = fold(truth, operations)
  expect(changed).toMatchObject({ record: { ownerId: 'budi' } })
})

test('[D2] a step sees what it declared and no more, whatever else stands beside it (seed 1650115678)', () => {
  const item: Item = {
    id: 'i1',
    rev: 1,
    kind: 'conflict',
    status: 'open',
    problem: 'field_changed_by_other',
    centreId: 'KDI',
    opId: 'op0',
    operation: {},
    actorId: 'ani',
    at: 0,
    customerId: 'c1',
    fields: [{ field: 'city', base: '', mine: 'Kendari', theirs: 'Makassar' }],
  }
  const records = new RecordMap()
  records.put({ collection: 'items', record: item })
  records.put({ collection: 'customers', record: customer('c1', 'KDI', { city: 'Makassar' }) })
  // Headquarters would not have loaded the customer, whom this step does not name.
  const operation = operationOf(1, [stepOf('decideItem', { itemId: 'i1', decision: 'take_mine' })])
  expect(runOperation(records, operation)).toMatchObject({ done: false, problem: 'unknown_record' })
})
