import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stepOf } from '#domain/steps.ts'
import { connected } from '#domain/sync/fold.ts'
import type { Operation, OperationResult, Step } from '#domain/sync/operation.ts'
import { recordHash } from '#domain/sync/record-hash.ts'
import { RecordMap, refKey, type Ref } from '#domain/sync/records.ts'
import { runOperation, touchedBy } from '#domain/sync/run.ts'
import { mayMove, nextStatuses } from '#domain/ticket/lifecycle.ts'
import { ticketStatuses, type TicketStatus } from '#domain/ticket/ticket.ts'
import { isPulled } from '#renderer/data/settle.ts'
import { ticket as ticketPayload } from '#tests/server/payloads.ts'
import { anyStep, operationsOf, runs } from '#tests/unit/domain/properties/arbitrary.ts'

const onTicket: fc.Arbitrary<Step> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...ticketStatuses), fc.constantFrom('', 'satu'))
    .map(([to, note]) => stepOf('moveTicket', { ticketId: 't1', to, note, resolutionCode: 'BERES' })),
  fc.constantFrom('a1', 'a2').map((ownerId) => stepOf('assignTicket', { ticketId: 't1', ownerId })),
  fc.constant(stepOf('noteOnTicket', { ticketId: 't1', text: 'satu' })),
)

/** The work of two desks on one ticket as headquarters may take it: each desk's in its order, with repeats. */
const twoDesks = fc
  .tuple(
    operationsOf(onTicket, { device: 'd1', steps: 2 }),
    operationsOf(onTicket, { device: 'd2', steps: 2 }),
    fc.infiniteStream(fc.boolean()),
  )
  .map(([one, two, coin]) => {
    const [left, right] = [[...one], [...two]]
    const all: Operation[] = []
    while (left.length > 0 || right.length > 0) {
      const from = right.length === 0 || (left.length > 0 && coin.next().value === true) ? left : right
      all.push(from.shift() as Operation)
    }
    return all
  })

test('[M3] in whatever order two desks’ work comes, a ticket takes no step that its life does not allow, its thread tells each one, and no words are lost', () => {
  fc.assert(
    fc.property(twoDesks, (operations) => {
      const records = new RecordMap()
      const take = (operation: Operation) => {
        const run = runOperation(records, operation)
        if (run.done) for (const write of run.writes) records.put(write)
        return run
      }
      const opening = stepOf('openTicket', ticketPayload('t1', 'KDI1'))
      take({ ...(operations[0] as Operation), opId: 'open', steps: [opening] })
      const statusNow = () => records.get('tickets', 't1')?.status as TicketStatus
      const trail: TicketStatus[] = [statusNow()]
      for (const operation of operations)
        for (const [index, step] of operation.steps.entries()) {
          const before = statusNow()
          const run = take({ ...operation, opId: `${operation.opId}/${index}`, steps: [step] })
          expect(statusNow() === before || mayMove(before, statusNow())).toBe(true)
          trail.push(statusNow())
          const { to, note } = step.payload as { to?: TicketStatus; note?: string }
          const event = records.get('ticketEvents', `${operation.opId}/${index}.0e`)
          if (note !== undefined && note !== '') expect(event?.text).toBe(note)
          if (to !== undefined && to !== before && !nextStatuses[before].includes(to))
            expect(run).toMatchObject({ done: true, attention: [{ kind: 'transition' }] })
        }
      const moves = records
        .writes()
        .flatMap((write) =>
          write.collection === 'ticketEvents' && write.record.kind === 'moved' ? [write.record] : [],
        )
      const walked = moves.reduce((status, { from, to }) => {
        expect(from).toBe(status)
        return to as TicketStatus
      }, trail[0] as TicketStatus)
      expect(walked).toBe(statusNow())
    }),
    runs(1_000),
  )
})

test('[D2] what hangs together is the transitive closure over common records: all of it, and nothing else', () => {
  const from = fc.subarray<Ref>(
    [
      { collection: 'customers', id: 'c1' },
      { collection: 'customers', id: 'c2' },
      { collection: 'tickets', id: 't1' },
      { collection: 'contacts', id: 'nobody' },
    ],
    { minLength: 1 },
  )
  fc.assert(
    fc.property(from, operationsOf(anyStep, { most: 10, steps: 2 }), fc.nat(), (start, operations, turn) => {
      const found = connected(start, operations)
      const keys = new Set(found.refs.map(refKey))
      const inside = new Set(found.operations)
      // Closed: whoever touches one of the records is in, with all that it touches.
      for (const operation of operations) {
        const touched = touchedBy(operation).map(refKey)
        expect(inside.has(operation)).toBe(touched.some((key) => keys.has(key)))
        if (inside.has(operation)) for (const key of touched) expect(keys).toContain(key)
      }
      // And least: each record is where the search began or touched by an operation in it, reached step by step.
      const reached = new Set(start.map(refKey))
      for (let round = 0; round <= operations.length; round++)
        for (const operation of operations)
          if (touchedBy(operation).some((ref) => reached.has(refKey(ref))))
            for (const ref of touchedBy(operation)) reached.add(refKey(ref))
      expect(keys).toEqual(reached)
      // The order in which they are given decides nothing.
      const by = turn % operations.length
      const turned = [...operations.slice(by), ...operations.slice(0, by)]
      expect(new Set(connected(start, turned).operations)).toEqual(inside)
    }),
    runs(150),
  )
})

test('[R3] sums of record hashes do not depend on the order, and tell one missing, one more or one older', () => {
  const records = fc.uniqueArray(fc.tuple(fc.uuid(), fc.integer({ min: 1, max: 10_000 })), {
    minLength: 1,
    maxLength: 200,
    selector: ([id]) => id,
  })
  const sum = (all: readonly (readonly [string, number])[]) =>
    all.reduce((total, [id, rev]) => total + recordHash(id, rev), 0)
  fc.assert(
    fc.property(records, fc.nat(), (all, turn) => {
      const by = turn % all.length
      const turned = [...all.slice(by), ...all.slice(0, by)].toReversed()
      expect(sum(turned)).toBe(sum(all))
      const [[id, rev] = ['', 0], ...rest] = turned
      expect(sum(rest)).not.toBe(sum(all))
      expect(sum([[id, rev + 1], ...rest])).not.toBe(sum(all))
      expect(Number.isSafeInteger(sum(all) * 100_000)).toBe(true)
    }),
    runs(300),
  )
})

test('[D3] an operation never leaves the fold before its answer and every place of it are here', () => {
  const partition = fc.constantFrom('global', 'c:KDI', 'c:MKS', 'd:1')
  const places = fc.dictionary(partition, fc.nat(5))
  const answer = fc.option(
    places.map((seqs): OperationResult => ({ opId: 'op1', outcome: 'accepted', at: 0, seqs })),
    { nil: undefined },
  )
  fc.assert(
    fc.property(answer, places, (result, here) => {
      const left = isPulled((each) => here[each])(result === undefined ? {} : { result })
      const missing = Object.entries(result?.seqs ?? {}).filter(
        ([each, seq]) => (here[each] ?? Infinity) < seq,
      )
      expect(left).toBe(result !== undefined && missing.length === 0)
      // Where the desk has gone once it does not come back into the fold.
      const further = Object.fromEntries(Object.entries(here).map(([each, seq]) => [each, seq + 1]))
      if (left) expect(isPulled((each) => further[each])({ result: result as OperationResult })).toBe(true)
    }),
    runs(1_000),
  )
})
