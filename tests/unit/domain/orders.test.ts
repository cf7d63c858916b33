import { expect, test } from 'vitest'
import { offeringIdIn } from '#domain/catalogue/publish-release.ts'
import { checks, sortChecks, wishRules, wishes, type Wish } from '#domain/order/checks.ts'
import { nextOrderStatuses } from '#domain/order/order-life.ts'
import { isOrder } from '#domain/order/order-record.ts'
import { awaitsHeadquarters, isOrderOpen, type Order } from '#domain/order/order.ts'
import { orderStatuses } from '#domain/order/record-fields.ts'
import { stepOf, steps } from '#domain/steps.ts'
import type { Operation } from '#domain/sync/operation.ts'
import { RecordMap } from '#domain/sync/records.ts'
import { runOperation } from '#domain/sync/run.ts'
import { customer } from '#tests/server/payloads.ts'
import { operationOf } from '#tests/unit/domain/operation-of.ts'

const release = 'release:2026.11.1'
const offering = {
  id: offeringIdIn(release, 'PERDANA'),
  rev: 1,
  kind: 'offering',
  releaseId: release,
  code: 'PERDANA',
  name: { id: 'Kartu perdana', en: 'Starter SIM' },
  amount: 160_000,
  unit: 'event',
  period: 'once',
  chargeType: 'one_time',
} as const

function records(order?: Order): RecordMap {
  const map = new RecordMap()
  map.put({ collection: 'customers', record: customer('c1', 'KDI') })
  map.put({ collection: 'catalogue', record: offering })
  if (order !== undefined) map.put({ collection: 'orders', record: order })
  return map
}

const wanted = { orderId: 'o1', code: 'O-KDI1-2611-0001', customerId: 'c1', checksDone: [] }
const newNumber = stepOf('captureOrder', {
  ...wanted,
  wish: 'new_number',
  checksDone: ['id_sighted', 'terms_explained', 'face_match'],
  offering: { releaseId: release, code: 'PERDANA' },
})

function orderAfter(operation: Operation, before?: Order): Order {
  const run = runOperation(records(before), operation)
  if (!run.done) throw new Error(run.problem)
  const [write] = run.writes
  if (write?.collection !== 'orders' || !isOrder(write.record)) throw new Error('no order was written')
  return write.record
}

test('a wish has the price of its release, whatever the desk would like, and nothing of it is active', () => {
  const order = orderAfter(operationOf(1, [newNumber]))
  expect(offering.id).toBe('offering:2026.11.1:PERDANA')
  expect(order).toMatchObject({
    kind: 'order',
    status: 'pending_verification',
    releaseId: release,
    price: { amount: 160_000, chargeType: 'one_time' },
    offeringName: { id: 'Kartu perdana' },
    // What only the registry can do is not done because a desk says so.
    checksDone: ['id_sighted', 'terms_explained'],
    checksLeft: ['face_match', 'number_limit'],
    events: [{ id: 'op1.0e', to: 'pending_verification', moved: true }],
  })
  expect(awaitsHeadquarters(order)).toBe(true)
  const forged = {
    ...newNumber,
    payload: { ...newNumber.payload, price: { amount: 1 }, status: 'fulfilled' },
  }
  expect(orderAfter(operationOf(1, [forged]))).toEqual(order)
})

test('a price that no release has is refused, and so is a priced wish without a price', () => {
  const unknown = {
    ...newNumber,
    payload: { ...newNumber.payload, offering: { releaseId: release, code: 'X' } },
  }
  expect(runOperation(records(), operationOf(1, [unknown]))).toMatchObject({ problem: 'unknown_record' })
  const { offering: _, ...bare } = newNumber.payload
  expect(runOperation(records(), operationOf(1, [{ ...newNumber, payload: bare }]))).toMatchObject({
    problem: 'bad_operation',
  })
  const stranger = { ...newNumber, payload: { ...newNumber.payload, customerId: 'c9' } }
  expect(runOperation(records(), operationOf(1, [stranger]))).toMatchObject({ problem: 'unknown_record' })
})

test('every wish has its checks, each of them once, and only what is asked of the counter can be ticked there', () => {
  for (const wish of wishes) {
    const { counter, headquarters } = wishRules[wish]
    expect(new Set([...counter, ...headquarters]).size).toBe(counter.length + headquarters.length)
    expect(sortChecks(wish, checks)).toEqual({ done: [...counter], left: [...headquarters] })
    expect(sortChecks(wish, [])).toEqual({ done: [], left: [...counter, ...headquarters] })
  }
  const needsRegistry = wishes.filter((wish: Wish) => wishRules[wish].headquarters.includes('face_match'))
  expect(needsRegistry).toEqual(['new_number', 'sim_swap'])
})

test('a visit is asked for with a time, and headquarters may confirm another one', () => {
  const asked = orderAfter(
    operationOf(1, [
      stepOf('captureAppointment', {
        ...wanted,
        wish: 'repair_visit',
        checksDone: ['repair_tried', 'address_confirmed'],
        slot: { day: '2026-11-27', part: 'morning' },
      }),
    ]),
  )
  expect(asked).toMatchObject({ kind: 'appointment', status: 'captured', slot: { day: '2026-11-27' } })
  const slot = { day: '2026-11-28', part: 'afternoon' } as const
  const confirmed = orderAfter(
    operationOf(2, [stepOf('confirmOrder', { orderId: 'o1', to: 'accepted', slot })]),
    asked,
  )
  expect(confirmed).toMatchObject({ status: 'accepted', slot })
  expect(awaitsHeadquarters(confirmed)).toBe(false)
})

test('with headquarters’ yes every check is done; passing it on does not do them', () => {
  const order = orderAfter(operationOf(1, [newNumber]))
  const confirm = (to: 'submitted' | 'accepted') =>
    orderAfter(operationOf(2, [stepOf('confirmOrder', { orderId: 'o1', to })]), order)
  expect(confirm('submitted').checksLeft).toEqual(['face_match', 'number_limit'])
  expect(confirm('accepted')).toMatchObject({
    checksDone: ['id_sighted', 'terms_explained', 'face_match', 'number_limit'],
    checksLeft: [],
  })
})

test('the order’s life decides from what it is now: the same is nothing to do, too late asks a person and keeps the words', () => {
  const order = orderAfter(operationOf(1, [newNumber]))
  for (const status of orderStatuses) {
    const run = runOperation(
      records({ ...order, status }),
      operationOf(2, [stepOf('cancelOrder', { orderId: 'o1', note: 'Tidak jadi' })]),
    )
    if (!run.done) throw new Error(run.problem)
    const [write] = run.writes
    if (status === 'cancelled') expect(run.writes).toEqual([])
    else if (nextOrderStatuses[status].includes('cancelled'))
      expect([status, write?.record]).toMatchObject([status, { status: 'cancelled' }])
    else {
      expect([status, write?.record]).toMatchObject([
        status,
        { status, events: [{}, { to: 'cancelled', moved: false, note: 'Tidak jadi' }] },
      ])
      expect(run.attention).toMatchObject([
        {
          kind: 'transition',
          problem: 'status_not_reachable',
          fields: [{ mine: 'cancelled', theirs: status }],
        },
      ])
    }
    expect(isOrderOpen({ status })).toBe(nextOrderStatuses[status].length > 0)
  }
})

test('each step run again on its own effect changes nothing', () => {
  const captured = operationOf(1, [newNumber])
  const order = orderAfter(captured)
  expect(runOperation(records(order), captured)).toMatchObject({ done: true, writes: [] })
  for (const step of [
    stepOf('cancelOrder', { orderId: 'o1', note: 'Tidak jadi' }),
    stepOf('confirmOrder', { orderId: 'o1', to: 'accepted' }),
    stepOf('rejectOrder', { orderId: 'o1', note: 'Wajah tidak cocok' }),
    stepOf('noteOnOrder', { orderId: 'o1', note: 'Salinan slip dicetak' }),
  ]) {
    const operation = operationOf(2, [step])
    const once = orderAfter(operation, order)
    expect([step.kind, once.events.length]).toEqual([step.kind, 2])
    expect(runOperation(records(once), operation)).toMatchObject({ done: true, writes: [] })
  }
})

test('the counter captures and cancels, headquarters alone says yes or no', () => {
  const may = (role: 'agent' | 'branch' | 'supervisor' | 'admin') =>
    (['captureOrder', 'captureAppointment', 'cancelOrder', 'confirmOrder', 'rejectOrder'] as const).filter(
      (kind) => steps[kind].permits(role, {} as never),
    )
  for (const role of ['agent', 'branch', 'supervisor'] as const)
    expect(may(role)).toEqual(['captureOrder', 'captureAppointment', 'cancelOrder'])
  expect(may('admin')).toEqual(['confirmOrder', 'rejectOrder'])
})
