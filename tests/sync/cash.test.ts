import 'fake-indexeddb/auto'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cashIn, type CashFigures } from '#domain/day/cash-figures.ts'
import { methods } from '#domain/payment/payment.ts'
import type { TestHeadquarters } from '#tests/server/headquarters.ts'
import { bill } from '#tests/sync/bill.ts'
import { testDesk, type TestDesk } from '#tests/sync/desk.ts'
import { kendari, person, registerMany, settled } from '#tests/sync/kendari.ts'
import { seeded } from '#tests/sync/seeded.ts'
import { typedAt } from '#tests/sync/typed-at.ts'

const budi = { centreId: 'KDI', username: 'budi' } as const
const sari = { centreId: 'KDI', username: 'sari', seed: 2 } as const

/** The same figures by SQL over headquarters' truth. */
async function bySql(hq: TestHeadquarters, now: number, label = '%'): Promise<unknown> {
  const day = (at: string) => `(to_timestamp(${at} / 1000.0) at time zone 'Asia/Makassar')::date`
  const rows = await hq.database.query<{ method: string }>(
    `select method, count(*) filter (where reversal_of is null)::int as receipts,
       count(*) filter (where reversal_of is not null)::int as reversals, sum(amount)::int as amount
     from payment_view
     where centre_id = 'KDI' and split_part(code, '-', 2) like $1
       and ${day('captured_at')} = ${day(String(now))}
     group by method order by method`,
    [label],
  )
  return rows
}

const used = ({ byMethod }: CashFigures) =>
  byMethod
    .filter(({ receipts, reversals }) => receipts + reversals > 0)
    .toSorted((a, b) => (a.method < b.method ? -1 : 1))

test('[M6] two counters without a line never share a receipt, and the money of the day is that of SQL at headquarters', async () => {
  await using hq = await kendari()
  await using one = await testDesk(hq, budi)
  await using two = await testDesk(hq, sari)
  const customers = await registerMany(one, 3)
  await settled(one)
  await settled(two)
  one.line.cut()
  two.line.cut()
  const random = seeded(27)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const receipts: string[] = []
  for (let done = 0; done < 20; done++) {
    const method = pick(methods)
    const { code, paymentId } = await pick<TestDesk>([one, two]).must(
      'takePayment',
      bill(`p${done}`, pick(customers), {
        amount: 1000 * (1 + Math.floor(random() * 500)),
        method,
        ...(method === 'cash' ? {} : { reference: `REF-${done}` }),
      }),
    )
    receipts.push(code)
    if (done % 7 !== 0) continue
    // Only what this counter knows can be given back here, and only by a supervisor.
    const part = { refundId: `r${done}`, paymentId, amount: 1000, note: 'Salah jumlah' }
    const back = await two.run('reversePayment', part)
    if (back.ok) receipts.push(back.value.code)
    expect(await one.run('reversePayment', { ...part, refundId: `x${done}` })).toMatchObject({ ok: false })
  }
  expect(new Set(receipts).size).toBe(receipts.length)
  expect(receipts.every((code) => /^R-KDI[12]-2611-\d{4}$/.test(code))).toBe(true)
  for (const desk of [one, two, one]) {
    desk.line.restore()
    await settled(desk)
  }

  const now = two.clock.now()
  const cash = await two.until('cash', [], (view) => (view?.centre.receipts ?? 0) === 20)
  expect(cash?.centre.reversals).toBeGreaterThan(0)
  expect(used(cash?.centre as CashFigures)).toEqual(await bySql(hq, now))
  expect(used(cash?.here as CashFigures)).toEqual(await bySql(hq, now, 'KDI2'))
  expect(used((await one.ask('cash'))?.here as CashFigures)).toEqual(await bySql(hq, now, 'KDI1'))
})

test('[M6] one form is one payment, however often and after whatever it is saved', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, { ...budi, storage: 'disk' })
  const { customerId } = await desk.must('registerCustomer', person('Siti Rahma'))
  desk.line.cut()
  const [first, second] = await Promise.all([
    desk.must('takePayment', bill('p1', customerId)),
    desk.must('takePayment', bill('p1', customerId)),
  ])
  expect(second).toEqual(first)
  await desk.restart()
  expect(await desk.must('takePayment', bill('p1', customerId))).toEqual(first)
  expect(await desk.ask('paymentsOf', customerId)).toMatchObject([
    { payment: { code: first.code }, left: 150_000, state: 'saved_here' },
  ])
  desk.line.restore()
  await settled(desk)
  expect(await desk.ask('paymentsOf', customerId)).toMatchObject([{ state: 'at_headquarters' }])
  expect((await typedAt(hq, 'payments', 'list')).split('\n')).toHaveLength(2)
})

test('a payment is in the timeline, is found by its receipt, and its copy is noted on it', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, budi)
  const { customerId } = await desk.must('registerCustomer', person('Siti Rahma'))
  const { paymentId, code } = await desk.must('takePayment', bill('p1', customerId, { given: 200_000 }))
  expect(await desk.ask('slip', 'payment', paymentId)).toMatchObject({
    code,
    copy: false,
    payment: { amount: 150_000, given: 200_000 },
    orders: [],
  })
  await desk.must('noteSlip', { id: paymentId })
  expect(await desk.until('slip', ['payment', paymentId], (facts) => facts?.copy === true)).toBeTruthy()
  await desk.must('noteSlip', { id: paymentId, orderId: paymentId, copyNote: 'Salinan dicetak' })
  const entries = await desk.ask('timelineOf', customerId, 20)
  expect(entries.filter(({ kind }) => kind === 'payment')).toMatchObject([
    { payment: { code } },
    { payment: { code }, note: { text: 'Salinan dicetak' } },
  ])
  expect(await desk.ask('search', code.toLowerCase(), 5)).toMatchObject({ hits: [{ customerId }] })
  expect(await desk.ask('ordersOf', customerId)).toEqual([])
  await settled(desk)
  expect(await typedAt(hq, 'orders', 'list')).not.toContain(code)
})

test('[M6] two supervisors without a line give back parts of one payment: what fits stands, what would be more than was paid is an item', async () => {
  await using hq = await kendari()
  await hq.seedStaff('tini', 'supervisor', 'KDI')
  await using one = await testDesk(hq, sari)
  await using two = await testDesk(hq, { centreId: 'KDI', username: 'tini', seed: 3 })
  const { customerId } = await one.must('registerCustomer', person('Siti Rahma'))
  const { paymentId } = await one.must('takePayment', bill('p1', customerId))
  await settled(one)
  await settled(two)
  one.line.cut()
  two.line.cut()
  one.clock.pass(60_000)
  const back = (refundId: string, amount: number) => ({ refundId, paymentId, amount, note: 'Salah jumlah' })
  await one.must('reversePayment', back('r1', 60_000))
  const first = await two.must('reversePayment', back('r2', 90_000))
  // One form gives back once, however often it is saved; and more than is left here is refused at once. [C5]
  expect(await two.must('reversePayment', back('r2', 90_000))).toEqual(first)
  expect(await two.run('reversePayment', back('r3', 60_001))).toEqual({
    ok: false,
    problem: 'already_reversed',
  })
  await two.must('reversePayment', back('r4', 60_000))
  for (const desk of [one, two, one]) {
    desk.line.restore()
    await settled(desk)
  }
  for (const desk of [one, two])
    expect(
      await desk.until('paymentsOf', [customerId], (all) => all.some(({ payment }) => payment.id === 'r2')),
    ).toHaveLength(3)
  const rows = await two.until('paymentsOf', [customerId], (all) => all.every(({ left }) => left === 0))
  expect(rows.map(({ payment }) => payment.amount).toSorted((a, b) => a - b)).toEqual([
    -90_000, -60_000, 150_000,
  ])
  expect(await two.until('inbox', ['open', 10], (items) => items.length === 1)).toMatchObject([
    { item: { kind: 'refused', problem: 'already_reversed' } },
  ])
})

test('the drawer is counted against this counter’s cash, and headquarters has the list and the file', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, budi)
  const { customerId } = await desk.must('registerCustomer', person('Siti Rahma'))
  await desk.must('takePayment', bill('p1', customerId))
  await desk.must(
    'takePayment',
    bill('p2', customerId, { method: 'qris', reference: '=1+1', amount: 70_000 }),
  )
  const before = await desk.until('cash', [], (view) => view?.here.receipts === 2)
  expect(before).toMatchObject({ sinceCount: true, counts: [], here: { amount: 220_000 } })
  const expected = cashIn(before?.here as CashFigures)
  const count = { countId: 'k1', float: 500_000, expected, counted: 645_000 }
  expect(await desk.run('countDrawer', count)).toEqual({ ok: false, problem: 'bad_operation' })
  await desk.must('countDrawer', { ...count, note: 'Kembalian kurang' })
  await desk.must('countDrawer', { ...count, note: 'Kembalian kurang' })
  expect(await desk.until('cash', [], (view) => view?.counts.length === 1)).toMatchObject({
    sinceCount: false,
    counts: [{ count: { expected: 150_000, note: 'Kembalian kurang' }, state: 'saved_here' }],
  })
  await settled(desk)

  const day = (await desk.ask('cash'))?.day ?? ''
  const file = join(await mkdtemp(join(tmpdir(), 'loket-payments-')), 'payments.csv')
  expect(await typedAt(hq, 'payments', 'list', '--centre', 'kdi', '--day', day, '--out', file)).toContain(
    '2 payments are in',
  )
  const lines = (await readFile(file, 'utf8')).trim().split('\r\n')
  expect(lines[0]).toContain('receipt,centre,at,method,amount')
  expect(lines[2]).toContain("qris,70000,bill,November 2026,'=1+1")
  expect(await typedAt(hq, 'payments', 'list', '--centre', 'KDI', '--day', '2026-01-01')).not.toContain('R-')
  expect(await typedAt(hq, 'payments', 'drawers')).toMatch(/-5000 +Kembalian kurang/)
  expect(await typedAt(hq, 'payments', 'list', '--day', day)).toContain('--day needs --centre')
})

test('an agent on the telephone has no drawer', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, { centreId: 'KDI', username: 'ani' })
  const { customerId } = await desk.must('registerCustomer', person('Siti Rahma'))
  expect(await desk.ask('cash')).toBeNull()
  expect(await desk.run('takePayment', bill('p1', customerId))).toEqual({
    ok: false,
    problem: 'not_permitted',
  })
})
