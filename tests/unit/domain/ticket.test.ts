import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stepOf } from '#domain/steps.ts'
import type { Operation } from '#domain/sync/operation.ts'
import { RecordMap } from '#domain/sync/records.ts'
import { runOperation } from '#domain/sync/run.ts'
import { mintedBy, provisionalCode, ticketCode } from '#domain/ticket/code.ts'
import { mayMove } from '#domain/ticket/lifecycle.ts'
import { ticketStatuses, type TicketStatus } from '#domain/ticket/ticket.ts'
import { operationOf } from '#tests/unit/domain/operation-of.ts'

const open = stepOf('openTicket', {
  ticketId: 't1',
  code: 'T-KDI1-2611-0001',
  type: 'complaint',
  department: 'network',
  priority: 'p2',
  subject: 'Sinyal hilang di Abeli',
  channel: 'walk_in',
  ownerId: 'ani',
})

function run(records: RecordMap, op: Operation) {
  const outcome = runOperation(records, op)
  if (outcome.done) for (const write of outcome.writes) records.put(write)
  return outcome
}

test('codes are minted from the device and its counter, on the calendar of the centre', () => {
  const minter = { deviceLabel: 'KDI1', deviceSeq: 42 }
  // The last second of October in UTC is November already in Kendari.
  expect(ticketCode(minter, Date.UTC(2026, 9, 31, 23, 59), 'WITA')).toBe('T-KDI1-2611-0042')
  expect(provisionalCode(minter)).toBe('P-KDI1-0042')
  expect(mintedBy('T-KDI1-2611-0042', 'KDI1')).toBe(true)
  expect(mintedBy('T-KDI2-2611-0042', 'KDI1')).toBe(false)
})

test('[M3] no order of moves brings a ticket where its life does not lead', () => {
  const moves = fc.array(fc.constantFrom(...ticketStatuses), { maxLength: 12 })
  fc.assert(
    fc.property(moves, (targets) => {
      const records = new RecordMap()
      run(records, operationOf(1, [open]))
      for (const [index, to] of targets.entries()) {
        const before = records.get('tickets', 't1')?.status as TicketStatus
        run(
          records,
          operationOf(index + 2, [stepOf('moveTicket', { ticketId: 't1', to, resolutionCode: 'fixed' })]),
        )
        const after = records.get('tickets', 't1')?.status as TicketStatus
        expect(after === before || mayMove(before, after)).toBe(true)
      }
    }),
  )
})

test('[M3] a move that cannot be made keeps the status, keeps the words and asks a person', () => {
  const records = new RecordMap()
  run(records, operationOf(1, [open]))
  const outcome = run(
    records,
    operationOf(2, [stepOf('moveTicket', { ticketId: 't1', to: 'closed', note: 'Sudah selesai' })]),
  )
  expect(records.get('tickets', 't1')?.status).toBe('new')
  expect(records.get('ticketEvents', 'op2.0e')).toMatchObject({ kind: 'not_moved', text: 'Sudah selesai' })
  expect(outcome).toMatchObject({
    done: true,
    attention: [{ kind: 'transition', problem: 'status_not_reachable' }],
  })
})

test('[D2] an operation that is there already changes nothing', () => {
  const records = new RecordMap()
  const operations = [
    operationOf(1, [open]),
    operationOf(2, [stepOf('moveTicket', { ticketId: 't1', to: 'in_progress' })]),
    operationOf(3, [stepOf('noteOnTicket', { ticketId: 't1', text: 'Teknisi dikirim' })]),
    operationOf(4, [stepOf('assignTicket', { ticketId: 't1', ownerId: 'budi' })]),
  ]
  for (const each of operations) run(records, each)
  for (const each of operations) expect(runOperation(records, each)).toMatchObject({ done: true, writes: [] })
})

test('a ticket is resolved only with a resolution code', () => {
  const records = new RecordMap()
  run(records, operationOf(1, [open]))
  run(records, operationOf(2, [stepOf('moveTicket', { ticketId: 't1', to: 'open' })]))
  expect(
    run(records, operationOf(3, [stepOf('moveTicket', { ticketId: 't1', to: 'resolved' })])),
  ).toMatchObject({ problem: 'resolution_missing' })
})

test('[O1] one refused step refuses the whole operation', () => {
  const records = new RecordMap()
  const outcome = run(
    records,
    operationOf(1, [open, stepOf('noteOnTicket', { ticketId: 'nobody', text: 'x' })]),
  )
  expect(outcome).toMatchObject({ done: false, problem: 'unknown_record', index: 1 })
  expect(records.writes()).toEqual([])
})
