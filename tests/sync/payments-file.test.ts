import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { bill } from '#tests/sync/bill.ts'
import { testDesk } from '#tests/sync/desk.ts'
import { kendari, person, settled } from '#tests/sync/kendari.ts'

test('whoever leads the centre takes the day’s payments away as a file, in which no customer is named', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, { centreId: 'KDI', username: 'sari', seed: 2 })
  await using counter = await testDesk(hq, { centreId: 'KDI', username: 'budi' })
  const { customerId } = await desk.must('registerCustomer', person('Siti Rahma'))
  const order = { customerId, wish: 'sim_swap' as const, checksDone: [] }
  const { orderId, code } = await desk.must('captureOrder', order)
  await desk.must('takePayment', bill('p1', customerId, { note: 'Untuk Siti Rahma', reference: '=1+1' }))
  desk.clock.pass(60_000)
  const forOrder = { purpose: 'order', orderId, bill: '', amount: 25_000 } as const
  await desk.must('takePayment', bill('p2', customerId, forOrder))
  desk.clock.pass(60_000)
  const refund = { refundId: 'r1', paymentId: 'p1', amount: 40_000, note: 'Salah hitung' }
  await desk.must('reversePayment', refund)
  const file = await desk.must('exportPayments', { range: 'today' })
  expect(file).toMatchObject({
    count: 3,
    name: expect.stringMatching(/^loket-KDI-payments-today-/) as unknown,
  })
  const [heading, ...lines] = file.text.trim().split('\r\n')
  expect(heading).toBe('receipt,at,method,amount,purpose,bill,order,reference,gives_back,by')
  expect(lines.map((line) => line.split(',').slice(2, 9).join())).toEqual([
    "cash,150000,bill,November 2026,,'=1+1,",
    `cash,25000,order,,${code},,`,
    `cash,-40000,bill,November 2026,,'=1+1,${lines[0]?.split(',')[0]}`,
  ])
  for (const word of ['Siti', 'Salah']) expect(file.text).not.toContain(word)
  await settled(counter)
  expect(await counter.run('exportPayments', { range: 'today' })).toEqual({
    ok: false,
    problem: 'not_permitted',
  })
})
