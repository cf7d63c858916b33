import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCrossed, nextQueueStatuses } from '#domain/queue/lifecycle.ts'
import { byTurn, headStartMinutes, nextOf } from '#domain/queue/next.ts'
import { nextCount, queueNumber, shownNumber, withCount, type Counts } from '#domain/queue/number.ts'
import { queuePriorities, type QueuePriority, type QueueTicket } from '#domain/queue/queue-ticket.ts'
import { stepOf } from '#domain/steps.ts'
import type { Operation, Step } from '#domain/sync/operation.ts'
import { RecordMap } from '#domain/sync/records.ts'
import { runOperation } from '#domain/sync/run.ts'
import { mintedBy } from '#domain/ticket/code.ts'
import { operationsOf, runs } from '#tests/unit/domain/properties/arbitrary.ts'

const minted = fc.record({
  prefix: fc.stringMatching(/^[A-Z]{1,2}$/),
  deskLabel: fc.integer({ min: 1, max: 1200 }).map((place) => `KDI${place}`),
  day: fc.constant('2026-11-25'),
  seq: fc.integer({ min: 1, max: 9999 }),
})

test('[X3] two numbers of a day are told and stored apart, whichever desks, services and counts they are of', () => {
  fc.assert(
    fc.property(minted, minted, (one, two) => {
      const same = JSON.stringify(one) === JSON.stringify(two)
      expect(queueNumber(one) === queueNumber(two)).toBe(same)
      expect(shownNumber(queueNumber(one), 'KDI') === shownNumber(queueNumber(two), 'KDI')).toBe(same)
      expect(mintedBy(queueNumber(one), one.deskLabel)).toBe(true)
      expect(mintedBy(queueNumber(one), two.deskLabel)).toBe(one.deskLabel === two.deskLabel)
    }),
    runs(2_000),
  )
  expect(queueNumber({ prefix: 'A', deskLabel: 'KDI1', day: '2026-11-25', seq: 23 })).toBe(
    'A-KDI1-261125-023',
  )
  expect(shownNumber('A-KDI1-261125-023', 'KDI')).toBe('A1-023')
  expect(shownNumber('A-JKT212-261125-1023', 'JKT2')).toBe('A12-1023')
})

test('[X3] a desk that loses its kept counts, or its replica, however often, gives no number twice, on whatever day its clock stands', () => {
  const taking = fc.record({
    prefix: fc.constantFrom('A', 'B'),
    day: fc.constantFrom('2026-11-25', '2026-11-26'),
    isLost: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(taking, { maxLength: 40 }), fc.constantFrom('kept', 'replica'), (takings, lost) => {
      const given = new Set<string>()
      let kept: Counts = {}
      let replica: { readonly day: string; readonly prefix: string; readonly seq: number }[] = []
      const all: typeof replica = []
      for (const { prefix, day, isLost } of takings) {
        // The replica comes back from headquarters; counts that were lost are gone.
        const seen = isLost && lost === 'replica' ? [] : replica
        const counts = isLost && lost === 'kept' ? {} : kept
        const seq = nextCount(
          counts,
          { day, prefix },
          seen.flatMap((each) => (each.day === day && each.prefix === prefix ? [each.seq] : [])),
        )
        kept = withCount(counts, { day, prefix, seq })
        all.push({ day, prefix, seq })
        replica = [...all]
        const number = queueNumber({ prefix, deskLabel: 'KDI1', day, seq })
        expect(given).not.toContain(number)
        given.add(number)
      }
    }),
    runs(500),
  )
})

const waiting = fc
  .uniqueArray(
    fc.record({
      id: fc.uuid(),
      priority: fc.constantFrom(...queuePriorities),
      takenAt: fc.integer({ min: 0, max: 120 }).map((minute) => 1_764_000_000_000 + minute * 60_000),
      service: fc.constantFrom('LAYANAN', 'KARTU'),
      status: fc.constantFrom('waiting' as const, 'called' as const),
    }),
    { selector: ({ id }) => id, maxLength: 30 },
  )
  .map((all) => all.toSorted((a, b) => a.takenAt - b.takenAt))

test('whose turn it is: the longest wait among equals, priority up to twenty minutes ahead, and nobody waits without an end', () => {
  const minutes = (later: number, earlier: number) => (later - earlier) / 60_000
  fc.assert(
    fc.property(waiting, (numbers) => {
      const turns = numbers.toSorted(byTurn([]))
      expect(numbers.toReversed().toSorted(byTurn([]))).toEqual(turns)
      for (const [place, before] of turns.entries())
        for (const after of turns.slice(place + 1)) {
          const overtook = minutes(before.takenAt, after.takenAt)
          expect(overtook).toBeLessThanOrEqual(headStartMinutes[before.priority])
          if (before.priority === 'normal') expect(overtook).toBeLessThanOrEqual(0)
          if (before.priority === 'normal' && after.priority !== 'normal')
            expect(minutes(after.takenAt, before.takenAt)).toBeGreaterThanOrEqual(
              headStartMinutes[after.priority],
            )
        }
      expect(nextOf(numbers, [], [])).toEqual(turns.find(({ status }) => status === 'waiting'))
      expect(nextOf(numbers, ['KARTU'], [])?.service ?? 'KARTU').toBe('KARTU')
    }),
    runs(500),
  )
})

const moves = ['waiting', 'serving', 'served', 'no_show', 'cancelled'] as const
/** What an agent may wish of the number, with any idea of who has it. */
const onNumber: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom('1', '2').map((counter) => stepOf('callNumber', { queueTicketId: 'q1', counter })),
  fc
    .tuple(fc.constantFrom(...moves), fc.constantFrom('', 'a1', 'a2'))
    .map(([to, agentId]) => stepOf('moveNumber', { queueTicketId: 'q1', to }, { agentId })),
  fc
    .constantFrom('', 'a1', 'a2')
    .map((agentId) => stepOf('transferNumber', { queueTicketId: 'q1', service: 'KARTU' }, { agentId })),
)

function taken(priority: QueuePriority = 'normal'): RecordMap {
  const records = new RecordMap()
  const step = stepOf('takeNumber', {
    queueTicketId: 'q1',
    service: 'LAYANAN',
    day: '2026-11-25',
    seq: 1,
    priority,
    takenAt: 1_764_000_000_000,
  })
  run(records, operation(0, step, 'a1'))
  return records
}

function operation(seq: number, step: Step, actorId: string): Operation {
  return {
    opId: `op${seq}`,
    deviceId: 'd1',
    deviceSeq: seq + 1,
    actorId,
    centreId: 'KDI',
    capturedAt: 1_764_000_000_000 + seq,
    steps: [step],
  }
}

function run(records: RecordMap, wanted: Operation) {
  const done = runOperation(records, wanted)
  if (done.done) for (const write of done.writes) records.put(write)
  return done
}

test('[X1][X2] whatever two desks want of one number in whatever order: its life allows each change, each wish leaves one event, what changed nothing says so, and a visitor is in one lane', () => {
  const wishes = operationsOf(onNumber, { most: 12, steps: 1 })
  fc.assert(
    fc.property(wishes, (operations) => {
      const records = taken()
      const now = () => records.get('queueTickets', 'q1') as QueueTicket
      for (const [index, wish] of operations.entries()) {
        const before = now()
        const done = run(records, wish)
        const after = now()
        expect(after.history).toHaveLength(index + 1)
        expect(
          after.status === before.status || nextQueueStatuses[before.status].includes(after.status),
        ).toBe(true)
        const { history: _, ...rest } = before
        const { history: __, ...kept } = after
        const late = after.history.at(-1)?.late === true
        if (late) expect(kept).toEqual(rest)
        expect(done).toMatchObject({ done: true, merged: late })
        // Nobody takes a number out of hands that they did not see.
        const [step] = wish.steps
        const isTaking = ['waiting', 'no_show', 'cancelled', 'transferred'].includes(after.status)
        if (isTaking && after.status !== before.status)
          expect(step?.seen?.['agentId'] ?? before.agentId ?? '').toBe(before.agentId ?? '')
      }
      const lanes = records
        .writes()
        .filter(({ record }) => 'queuedAt' in record && record.status !== 'transferred')
      expect(lanes).toHaveLength(1)
    }),
    runs(800),
  )
})

test('[X1] the second desk to call a number does not have it, and both see that two called', () => {
  const records = taken()
  const call = (counter: string) => stepOf('callNumber', { queueTicketId: 'q1', counter })
  run(records, operation(1, call('1'), 'ani'))
  expect(run(records, operation(2, call('2'), 'budi'))).toMatchObject({ merged: true })
  const number = records.get('queueTickets', 'q1') as QueueTicket
  expect(number).toMatchObject({ status: 'called', counter: '1', agentId: 'ani' })
  expect(isCrossed(number)).toBe(true)
  // A recall is no second call.
  run(records, operation(3, call('1'), 'ani'))
  expect(records.get('queueTickets', 'q1')?.history.map(({ late }) => late)).toEqual([
    undefined,
    true,
    undefined,
  ])
})

test('[X1] a call that came after the visitor had left is late and no meeting of two counters', () => {
  const records = taken()
  run(
    records,
    operation(1, stepOf('moveNumber', { queueTicketId: 'q1', to: 'cancelled' }, { agentId: '' }), 'ani'),
  )
  run(records, operation(2, stepOf('callNumber', { queueTicketId: 'q1', counter: '2' }), 'budi'))
  const number = records.get('queueTickets', 'q1') as QueueTicket
  expect(number.history.map(({ late }) => late)).toEqual([undefined, true])
  expect(isCrossed(number)).toBe(false)
})

test('[X2] the no-show of a desk that called second does not take the visitor from the first; that the visitor was served outweighs a no-show', () => {
  const records = taken()
  const call = (counter: string) => stepOf('callNumber', { queueTicketId: 'q1', counter })
  const move = (to: 'no_show' | 'served', agentId: string) =>
    stepOf('moveNumber', { queueTicketId: 'q1', to }, { agentId })
  run(records, operation(1, call('1'), 'ani'))
  run(records, operation(2, call('2'), 'budi'))
  run(records, operation(3, move('no_show', 'budi'), 'budi'))
  expect(records.get('queueTickets', 'q1')).toMatchObject({ status: 'called', agentId: 'ani' })
  run(records, operation(4, move('no_show', 'ani'), 'ani'))
  run(records, operation(5, move('served', 'budi'), 'budi'))
  expect(records.get('queueTickets', 'q1')).toMatchObject({ status: 'served', agentId: 'budi' })
})

test('a transferred visitor keeps the number, the priority and the time of its taking', () => {
  const records = taken('assisted')
  const step = stepOf('transferNumber', { queueTicketId: 'q1', service: 'KARTU' }, { agentId: '' })
  run(records, operation(1, step, 'ani'))
  expect(records.get('queueTickets', 'q1')?.status).toBe('transferred')
  expect(records.get('queueTickets', 'op1.0e')).toMatchObject({
    service: 'KARTU',
    display: 'q1',
    priority: 'assisted',
    status: 'waiting',
    takenAt: 1_764_000_000_000,
    queuedAt: 1_764_000_000_001,
    transferredFrom: 'q1',
  })
})
