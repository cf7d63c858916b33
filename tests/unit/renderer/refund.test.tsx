// @vitest-environment happy-dom
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Payment } from '#domain/payment/payment.ts'
import { ReversePayment } from '#renderer/screens/customer/ReversePayment.tsx'
import { payments } from '#renderer/words/id/payments.ts'
import { when } from '#tests/unit/renderer/practising.ts'
import { mount, write } from '#tests/unit/renderer/mounted.tsx'
import { field, labelled, soon } from '#tests/unit/renderer/typing/find.ts'
import { customerId, openWorld, type World } from '#tests/unit/renderer/typing/world.ts'

let world: World
beforeAll(async () => void (world = await openWorld()))
afterAll(() => world.close())

const paid = async (paymentId: string): Promise<Payment> => {
  const rows = await when(world.door, 'paymentsOf', [customerId], (all) =>
    all.some(({ payment }) => payment.id === paymentId),
  )
  const found = rows.find(({ payment }) => payment.id === paymentId)
  if (found === undefined) throw new Error('nothing was paid')
  return found.payment
}

test('a supervisor gives back a part of a payment, and never more than is left of it', async () => {
  world.author()
  const paymentId = 'payment-in-parts'
  const what = { customerId, purpose: 'deposit', method: 'cash', amount: 50_000 } as const
  await world.must('takePayment', { paymentId, ...what })
  const { press, leave } = await mount(
    world.door,
    <ReversePayment payment={await paid(paymentId)} onDone={() => undefined} />,
  )
  const amount = await field('#refund-amount')
  expect(amount.value.replaceAll('.', '')).toBe('50000')
  await write(await labelled(payments.reverseNote), 'Salah jumlah')
  await write(amount, '50001')
  await press('Enter', { ctrlKey: true })
  await soon(() => expect(document.activeElement).toBe(amount))
  expect(document.body.textContent).toContain(payments.reverseTooMuch('Rp50.000').slice(0, 20))
  await write(amount, '20000')
  await press('Enter', { ctrlKey: true })
  await soon(() => expect(document.body.textContent).toContain(payments.next))
  await leave()
  const rows = await when(world.door, 'paymentsOf', [customerId], (all) =>
    all.some(({ payment }) => payment.reversalOf === paymentId),
  )
  expect(rows.find(({ payment }) => payment.reversalOf === paymentId)?.payment.amount).toBe(-20_000)
  expect(rows.find(({ payment }) => payment.id === paymentId)?.left).toBe(30_000)
})
