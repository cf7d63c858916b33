import fc from 'fast-check'
import { expect, test } from 'vitest'
import { roles } from '#domain/staff/roles.ts'
import { stepOf, steps, type StepName } from '#domain/steps.ts'
import { connected, fold } from '#domain/sync/fold.ts'
import type { Operation, Step } from '#domain/sync/operation.ts'
import { RecordMap } from '#domain/sync/records.ts'
import { runOperation } from '#domain/sync/run.ts'
import { operationOf } from '#tests/unit/domain/operation-of.ts'

const budi = stepOf('registerCustomer', {
  customerId: 'c1',
  code: 'P-KDI1-0001',
  kind: 'person',
  provenance: 'provisional',
  segment: 'consumer',
  since: '2026-11-23',
  name: 'Budi',
  language: 'id',
  phone: '+628171234567',
})

test('who may do what', () => {
  const payloads: Partial<Record<StepName, object>> = {
    amendCustomer: { customerId: 'c1', changes: { name: 'Lain' } },
  }
  const table = (Object.keys(steps) as StepName[]).map((name) => {
    const permits = steps[name].permits as (role: string, payload: object) => boolean
    return `${name}: ${roles.filter((role) => permits(role, payloads[name] ?? {})).join(' ')}`
  })
  expect(table).toMatchInlineSnapshot(`
    [
      "registerCustomer: agent branch supervisor",
      "amendCustomer: branch supervisor",
      "changeContactDetails: agent branch supervisor",
      "openTicket: agent branch supervisor",
      "noteOnTicket: agent branch supervisor admin",
      "moveTicket: agent branch supervisor admin",
      "assignTicket: agent branch supervisor admin",
      "recordContact: agent branch supervisor",
      "linkCustomer: supervisor admin",
      "unlinkCustomer: supervisor admin",
      "moveCustomer: supervisor admin",
      "decideItem: agent branch supervisor admin",
      "handOverItem: agent branch supervisor admin",
      "publishRelease: admin",
      "takeNumber: agent branch supervisor",
      "callNumber: agent branch supervisor",
      "moveNumber: agent branch supervisor",
      "transferNumber: agent branch supervisor",
      "captureOrder: agent branch supervisor",
      "captureAppointment: agent branch supervisor",
      "cancelOrder: agent branch supervisor",
      "confirmOrder: admin",
      "rejectOrder: admin",
      "noteOnOrder: agent branch supervisor admin",
      "publishArticle: admin",
      "retireArticle: admin",
      "publishService: admin",
      "askDepartment: agent branch supervisor admin",
      "acceptTask: agent branch supervisor admin",
      "answerTask: agent branch supervisor admin",
      "prioritizeTicket: agent branch supervisor admin",
      "escalateTicket: agent branch supervisor admin",
      "linkTickets: agent branch supervisor admin",
      "callColleagues: agent branch supervisor admin",
      "takePayment: branch supervisor",
      "reversePayment: supervisor",
      "countDrawer: branch supervisor",
    ]
  `)
})

test('[O7] what only headquarters knows cannot be sent', () => {
  const forged: Step = {
    ...budi,
    payload: { ...budi.payload, rev: 99, valueTier: 'vvip', mergedInto: 'c9', homeCentreId: 'JKT' },
  }
  const run = runOperation(new RecordMap(), operationOf(1, [forged]))
  expect(run).toMatchObject({
    done: true,
    writes: [{ record: { rev: 0, valueTier: 'regular', homeCentreId: 'KDI' } }],
  })
  expect(JSON.stringify(run)).not.toContain('mergedInto')
})

test('a payload beyond its bounds is refused', () => {
  for (const wrong of [
    { name: '' },
    { name: 'x'.repeat(121) },
    { phone: '0817' },
    { language: 'fr' },
    { since: 'yesterday' },
  ])
    expect(
      runOperation(new RecordMap(), operationOf(1, [{ ...budi, payload: { ...budi.payload, ...wrong } }])),
    ).toMatchObject({ problem: 'bad_operation' })
})

test('a step of an unknown kind or version is told apart', () => {
  expect(runOperation(new RecordMap(), operationOf(1, [{ ...budi, kind: 'toString' }]))).toMatchObject({
    problem: 'unknown_step',
  })
  expect(runOperation(new RecordMap(), operationOf(1, [{ ...budi, v: 9 }]))).toMatchObject({
    problem: 'unknown_step',
  })
})

test('[M4] a link is undone after further work, and every record is its owner’s again', () => {
  const records = new RecordMap()
  const apply = (op: Operation) => {
    const run = runOperation(records, op)
    if (run.done) for (const write of run.writes) records.put(write)
    return run
  }
  apply(operationOf(1, [budi]))
  apply(operationOf(2, [{ ...budi, payload: { ...budi.payload, customerId: 'c2', code: 'P-KDI1-0002' } }]))
  apply(operationOf(3, [stepOf('linkCustomer', { absorbedId: 'c1', survivorId: 'c2' })]))
  expect(records.get('customers', 'c2')?.absorbedIds).toEqual(['c1'])
  apply(
    operationOf(4, [stepOf('changeContactDetails', { customerId: 'c2', changes: { city: 'Kendari' } }, {})]),
  )
  apply(operationOf(5, [stepOf('unlinkCustomer', { absorbedId: 'c1', survivorId: 'c2' })]))
  expect(records.get('customers', 'c1')).toMatchObject({ provenance: 'provisional', name: 'Budi' })
  expect(records.get('customers', 'c1')?.mergedInto).toBeUndefined()
  expect(records.get('customers', 'c2')).toMatchObject({ absorbedIds: [], city: 'Kendari' })
})

test('[D2] folding after headquarters took the operations equals headquarters’ state', () => {
  const change = fc.record({
    field: fc.constantFrom('phone', 'city', 'email'),
    value: fc.constantFrom('+628172222222', '+628173333333'),
  })
  fc.assert(
    fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
      const desk: Operation[] = [operationOf(1, [budi])]
      let effective = fold(new RecordMap(), desk)
      for (const [index, { field, value }] of changes.entries()) {
        const now = effective.find((write) => write.collection === 'customers')?.record as unknown as Record<
          string,
          string
        >
        const wanted =
          field === 'phone'
            ? value
            : field === 'city'
              ? `Kota ${value.slice(-1)}`
              : `a${value.slice(-1)}@example.com`
        desk.push(
          operationOf(index + 2, [
            stepOf(
              'changeContactDetails',
              { customerId: 'c1', changes: { [field]: wanted } },
              { [field]: now[field] ?? '' },
            ),
          ]),
        )
        effective = fold(new RecordMap(), desk)
      }
      const truth = new RecordMap()
      for (const op of desk) {
        const run = runOperation(truth, op)
        if (run.done) for (const write of run.writes) truth.put(write)
      }
      const folded = new RecordMap(truth)
      for (const write of fold(truth, desk)) folded.put(write)
      expect(folded.get('customers', 'c1')).toEqual(truth.get('customers', 'c1'))
      expect(effective.find((write) => write.collection === 'customers')?.record).toEqual(
        truth.get('customers', 'c1'),
      )
    }),
  )
})

test('operations that share records hang together, others do not', () => {
  const other = { ...budi, payload: { ...budi.payload, customerId: 'c9', code: 'P-KDI1-0009' } }
  const one = operationOf(1, [budi])
  const two = operationOf(2, [
    stepOf('changeContactDetails', { customerId: 'c1', changes: { city: 'Kendari' } }, {}),
  ])
  const apart = operationOf(3, [other])
  expect(connected([{ collection: 'customers', id: 'c1' }], [one, two, apart]).operations).toEqual([one, two])
})
