import type { Payment } from '#domain/payment/payment.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stepOf, type PayloadOf } from '#domain/steps.ts'
import { recordOf } from '#sync-server/storage/documents.ts'
import { engines } from './engines.ts'
import type { TestHeadquarters } from './headquarters.ts'
import { itemOf, known, twoCentres } from './two-centres.ts'
import type { Desk } from './wire-desk.ts'

describe.each(engines)('on %s', (engine) => {
  let hq: TestHeadquarters
  let desk: Desk
  let label: string
  beforeAll(async () => {
    ;({ hq, desk, label } = await twoCentres(await engine.url()))
    await hq.seedStaff('sari', 'supervisor', 'KDI')
    await known(hq, 'c1')
  })
  afterAll(async () => {
    await hq[Symbol.asyncDispose]()
  })

  const payment = (paymentId: string, more: Partial<PayloadOf<'takePayment'>> = {}) =>
    stepOf('takePayment', {
      paymentId,
      code: `R-${label}-2611-${paymentId}`,
      customerId: 'c1',
      purpose: 'bill',
      bill: 'November 2026',
      method: 'cash',
      amount: 150_000,
      ...more,
    })
  const sums = (id: string) =>
    hq.database.query<{ receipts: number; amount: number }>(
      `select count(*)::int as receipts, sum(amount)::int as amount from payment_view
       where id = '${id}' or reversal_of = '${id}'`,
    )

  test('[M6][O2] an outbox that is sent three times makes one receipt', async () => {
    const outbox = [desk.operation(payment('p1')), desk.operation(payment('p2', { amount: 70_000 }))]
    const first = await desk.send(...outbox)
    expect(first.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted'])
    for (const _again of [2, 3]) {
      hq.clock.advance(60_000)
      expect(await desk.send(...outbox)).toEqual(first)
    }
    expect(await sums('p1')).toEqual([{ receipts: 1, amount: 150_000 }])
    expect(await recordOf(hq.database, 'orders', 'p1')).toMatchObject({ kind: 'payment', rev: 1 })
    const receipts = (await desk.all()).changes.filter(({ collection }) => collection === 'orders')
    expect(receipts.map(({ id }) => id).toSorted()).toEqual(['p1', 'p2'])
  })

  test('[M6][O3] the same receipt in a new operation is a duplicate; another receipt under its id is an item', async () => {
    await desk.send(desk.operation(payment('p3')))
    expect(await desk.take('takePayment', payment('p3').payload as never)).toMatchObject({
      outcome: 'duplicate',
    })
    const result = await desk.take('takePayment', {
      ...(payment('p3').payload as PayloadOf<'takePayment'>),
      code: `R-${label}-2611-other`,
      amount: 1,
    })
    expect(result).toMatchObject({ outcome: 'needs_attention', problem: 'id_taken' })
    expect(await itemOf(hq, result)).toMatchObject({
      operation: { steps: [{ payload: { amount: 1 } }] },
    })
    expect(await sums('p3')).toEqual([{ receipts: 1, amount: 150_000 }])
  })

  test('[M6] a payment is given back in parts, by a supervisor, never more than it was, and its own words stay', async () => {
    await desk.send(desk.operation(payment('p4')))
    const reversal = (from: Desk, code: string, amount = 100_000) =>
      from.take('reversePayment', {
        refundId: code,
        paymentId: 'p4',
        amount,
        code: `R-${from.enrolment.label}-2611-${code}`,
        note: 'Salah jumlah',
      })
    expect(await reversal(desk, 'b1')).toMatchObject({ problem: 'not_permitted' })
    const sari = await hq.desk('KDI', 'sari')
    const before = await recordOf(hq.database, 'orders', 'p4')
    expect(await reversal(sari, 'b2')).toMatchObject({ outcome: 'accepted' })
    expect(await reversal(sari, 'b3')).toMatchObject({ problem: 'already_reversed' })
    expect(await reversal(sari, 'b4', 50_000)).toMatchObject({ outcome: 'accepted' })
    const { givenBack, rev: _rev, ...own } = (await recordOf(hq.database, 'orders', 'p4')) as Payment
    expect(before).toMatchObject(own)
    expect(givenBack).toEqual([
      { id: 'b2', amount: 100_000 },
      { id: 'b4', amount: 50_000 },
    ])
    expect(await recordOf(hq.database, 'orders', 'b2')).toMatchObject({ amount: -100_000 })
    expect(await sums('p4')).toEqual([{ receipts: 3, amount: 0 }])
  })

  test('[O5][O6] money from the telephone, or under another counter’s receipt, is an item with all of it', async () => {
    const budi = await hq.desk('KDI', 'budi')
    const own = `R-${budi.enrolment.label}-2611-1`
    expect(await budi.send(budi.operation(payment('p5', { code: own })))).toMatchObject([
      { outcome: 'needs_attention', problem: 'not_permitted' },
    ])
    expect(await desk.send(desk.operation(payment('p5', { code: own })))).toMatchObject([
      { outcome: 'needs_attention', problem: 'code_foreign' },
    ])
    expect(await recordOf(hq.database, 'orders', 'p5')).toBeUndefined()
  })

  test('[G2] the count of a drawer has no customer and stands in its centre’s feed', async () => {
    const counted = await desk.take('countDrawer', {
      countId: 'k1',
      code: `K-${label}-2611-k1`,
      day: '2026-11-28',
      float: 500_000,
      expected: 370_000,
      counted: 870_000,
    })
    expect(counted).toMatchObject({ outcome: 'accepted', seqs: { 'c:KDI': expect.any(Number) } })
    expect((await desk.all()).changes.map(({ id }) => id)).toContain('k1')
  })
})
