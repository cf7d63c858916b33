import { expect, test } from 'vitest'
import { cashFigures, cashIn } from '#domain/day/cash-figures.ts'
import { isPayment, type OrderRecord } from '#domain/order/order-record.ts'
import { differenceOf } from '#domain/payment/drawer-count.ts'
import { changeOf, faultsOf, leftOf, type Payment } from '#domain/payment/payment.ts'
import { stepOf, steps } from '#domain/steps.ts'
import type { Operation } from '#domain/sync/operation.ts'
import { RecordMap } from '#domain/sync/records.ts'
import { runOperation } from '#domain/sync/run.ts'
import { customer } from '#tests/server/payloads.ts'
import { operationOf } from '#tests/unit/domain/operation-of.ts'

const bill = {
  paymentId: 'p1',
  code: 'R-KDI1-2611-0001',
  customerId: 'c1',
  purpose: 'bill',
  bill: 'November 2026',
  method: 'cash',
  amount: 150_000,
  given: 200_000,
} as const
const taken = operationOf(1, [stepOf('takePayment', bill)])
const givenBack = (refundId: string, amount: number, code: string, place = 2) =>
  operationOf(place, [
    stepOf('reversePayment', { refundId, paymentId: 'p1', code, amount, note: 'Salah jumlah' }),
  ])

function records(...held: readonly OrderRecord[]): RecordMap {
  const map = new RecordMap()
  map.put({ collection: 'customers', record: customer('c1', 'KDI') })
  for (const record of held) map.put({ collection: 'orders', record })
  return map
}

function writtenBy(operation: Operation, ...held: readonly OrderRecord[]): Payment {
  const run = runOperation(records(...held), operation)
  if (!run.done) throw new Error(run.problem)
  const [write, ...more] = run.writes
  if (write?.collection !== 'orders' || !isPayment(write.record) || more.length > 0)
    throw new Error('not one payment was written')
  return write.record
}

test('a payment is one record with its receipt; run again on itself it changes nothing', () => {
  const payment = writtenBy(taken)
  expect(payment).toMatchObject({ id: 'p1', kind: 'payment', code: bill.code, amount: 150_000, events: [] })
  expect(changeOf(payment)).toBe(50_000)
  expect(runOperation(records(payment), taken)).toMatchObject({ done: true, writes: [] })
  const forged = operationOf(1, [
    { ...stepOf('takePayment', bill), payload: { ...bill, reversalOf: 'p0', capturedBy: 'somebody' } },
  ])
  expect(writtenBy(forged)).toEqual(payment)
})

test('the same id under another receipt is somebody else’s payment', () => {
  const other = operationOf(2, [stepOf('takePayment', { ...bill, code: 'R-KDI2-2611-0001' })])
  expect(runOperation(records(writtenBy(taken)), other)).toMatchObject({ problem: 'id_taken' })
})

test('what is wrong with a payment is the same for the form and for headquarters', () => {
  const wrong = [
    [{ ...bill, bill: ' ' }, 'bill'],
    [{ ...bill, purpose: 'order', bill: '' }, 'order'],
    [{ ...bill, given: 149_999 }, 'given'],
    [{ ...bill, method: 'qris' }, 'reference'],
  ] as const
  for (const [payload, fault] of wrong) {
    expect(faultsOf(payload)).toEqual([fault])
    expect(runOperation(records(), operationOf(1, [stepOf('takePayment', payload)]))).toMatchObject({
      done: false,
      problem: 'bad_operation',
    })
  }
  expect(faultsOf({ ...bill, amount: 0.5 })).toEqual(['amount'])
  // Beyond its bounds it is no step at all.
  for (const amount of [0, -1, 1.5, 1_000_000_001])
    expect(
      runOperation(records(), operationOf(1, [stepOf('takePayment', { ...bill, amount })])),
    ).toMatchObject({ problem: 'bad_operation' })
  // A card has no change.
  const card = writtenBy(
    operationOf(1, [stepOf('takePayment', { ...bill, method: 'debit_card', reference: 'A1' })]),
  )
  expect(card.given).toBeUndefined()
})

test('money for an order needs that order, of whatever status: it was handed over', () => {
  const forOrder = { ...bill, purpose: 'order', orderId: 'o1' } as const
  const operation = operationOf(1, [stepOf('takePayment', forOrder)])
  expect(runOperation(records(), operation)).toMatchObject({ problem: 'unknown_record' })
  // A payment is no order.
  const payment = { ...writtenBy(taken), id: 'o1' }
  expect(runOperation(records(payment), operation)).toMatchObject({ problem: 'unknown_record' })
  const ended: OrderRecord = {
    id: 'o1',
    rev: 1,
    kind: 'order',
    code: 'O-KDI1-2611-0001',
    wish: 'sim_swap',
    status: 'cancelled',
    customerId: 'c1',
    centreId: 'KDI',
    checksDone: [],
    checksLeft: [],
    capturedAt: 0,
    capturedBy: 'ani',
    updatedAt: 0,
    events: [],
  }
  expect(writtenBy(operation, ended)).toMatchObject({ orderId: 'o1' })
})

test('a payment is given back in parts by records of their own, together never more than it; its own words never change', () => {
  const held = records(writtenBy(taken))
  const run = (operation: Operation) => {
    const outcome = runOperation(held, operation)
    if (outcome.done) for (const write of outcome.writes) held.put(write)
    return outcome
  }
  const now = (id: string) => held.get('orders', id) as Payment
  const before = now('p1')
  const part = givenBack('r1', 50_000, 'R-KDI1-2611-0002')
  expect(run(part)).toMatchObject({ done: true })
  expect(now('r1')).toMatchObject({
    amount: -50_000,
    reversalOf: 'p1',
    reversedCode: bill.code,
    note: 'Salah jumlah',
  })
  expect(now('r1').given).toBeUndefined()
  expect(now('r1').givenBack).toBeUndefined()
  expect(leftOf(now('p1'))).toBe(100_000)
  expect(leftOf(now('r1'))).toBe(0)
  // The same form once more; another form under its id.
  expect(run(part)).toMatchObject({ done: true, writes: [] })
  expect(run(givenBack('r1', 1, 'R-KDI2-2611-0009', 3))).toMatchObject({ problem: 'id_taken' })
  expect(run(givenBack('r2', 100_001, 'R-KDI1-2611-0003', 4))).toMatchObject({ problem: 'already_reversed' })
  expect(run(givenBack('r3', 100_000, 'R-KDI1-2611-0004', 5))).toMatchObject({ done: true })
  expect(run(givenBack('r4', 1, 'R-KDI1-2611-0005', 6))).toMatchObject({ problem: 'already_reversed' })
  const { givenBack: parts, ...own } = now('p1')
  expect(own).toEqual(before)
  expect(parts).toEqual([
    { id: 'r1', amount: 50_000 },
    { id: 'r3', amount: 100_000 },
  ])
  const again = { refundId: 'r5', paymentId: 'r1', code: 'R-KDI1-2611-0006', amount: 1, note: 'Lagi' }
  expect(run(operationOf(7, [stepOf('reversePayment', again)]))).toMatchObject({ problem: 'bad_operation' })
  expect(cashFigures(['p1', 'r1', 'r3'].map(now))).toMatchObject({ receipts: 1, reversals: 2, amount: 0 })
})

test('the figures add up by method, and the drawer holds cash alone', () => {
  const cash = writtenBy(taken)
  const card = { ...cash, id: 'p2', method: 'debit_card', amount: 70_000 } as const
  const figures = cashFigures([cash, card])
  expect(figures).toMatchObject({ receipts: 2, reversals: 0, amount: 220_000 })
  expect(figures.byMethod.map(({ method, amount }) => [method, amount])).toEqual([
    ['cash', 150_000],
    ['debit_card', 70_000],
    ['qris', 0],
    ['transfer', 0],
  ])
  expect(cashIn(figures)).toBe(150_000)
})

test('a drawer that does not fit needs words', () => {
  const count = {
    countId: 'k1',
    code: 'K-KDI1-2611-0003',
    day: '2026-11-28',
    float: 500_000,
    expected: 150_000,
  }
  const counted = (sum: number, note?: string) =>
    runOperation(
      records(),
      operationOf(1, [
        stepOf('countDrawer', { ...count, counted: sum, ...(note === undefined ? {} : { note }) }),
      ]),
    )
  expect(differenceOf({ ...count, counted: 645_000 })).toBe(-5_000)
  expect(counted(645_000)).toMatchObject({ problem: 'bad_operation' })
  expect(counted(645_000, '  ')).toMatchObject({ problem: 'bad_operation' })
  expect(counted(645_000, 'Kembalian kurang')).toMatchObject({ done: true })
  expect(counted(650_000)).toMatchObject({ done: true, writes: [{ record: { kind: 'drawer' } }] })
})

test('whoever has a drawer takes money and counts; only a supervisor gives back', () => {
  const may = (role: 'agent' | 'branch' | 'supervisor' | 'admin') =>
    (['takePayment', 'reversePayment', 'countDrawer'] as const).filter((kind) =>
      steps[kind].permits(role, {} as never),
    )
  expect(may('agent')).toEqual([])
  expect(may('branch')).toEqual(['takePayment', 'countDrawer'])
  expect(may('supervisor')).toEqual(['takePayment', 'reversePayment', 'countDrawer'])
  expect(may('admin')).toEqual([])
})
