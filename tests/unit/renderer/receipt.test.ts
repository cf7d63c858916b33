import { expect, test } from 'vitest'
import { methods, type Payment } from '#domain/payment/payment.ts'
import type { SlipFacts } from '#renderer/data/contract-slips.ts'
import { workSlip } from '#renderer/work/slip/work-slip.ts'
import { formatOf } from '#renderer/words/format.ts'

const at = Date.parse('2026-11-28T03:05:00Z')
const payment: Payment = {
  id: 'p1',
  rev: 1,
  kind: 'payment',
  code: 'R-KDI1-2611-0042',
  customerId: 'c1',
  purpose: 'bill',
  bill: 'November 2026',
  method: 'cash',
  amount: 150_000,
  given: 200_000,
  centreId: 'KDI',
  capturedAt: at,
  capturedBy: 'budi',
  updatedAt: at,
  events: [],
}
const facts = (of: Partial<Payment>, more: Partial<SlipFacts> = {}): SlipFacts => ({
  id: 'p1',
  code: payment.code,
  at,
  centreName: 'Loket Kendari',
  language: 'id',
  agentName: 'Budi Santoso',
  number: '+628175551234',
  payment: { ...payment, ...of },
  orders: [],
  unsent: false,
  copy: false,
  ...more,
})
const paper = (of: Partial<Payment>, more: Partial<SlipFacts> = {}) => {
  const language = more.language ?? 'id'
  return workSlip(facts(of, more), formatOf(language, 'WITA'), at)
}
const textOf = (content: ReturnType<typeof paper>) =>
  [content.title, ...content.parts.flatMap(({ lines }) => lines), ...content.foot].join('\n')

test('a receipt says how much, for what, what was handed over and what went back, and shows no whole number', () => {
  const content = paper({})
  expect(content).toMatchObject({
    title: 'Bukti pembayaran',
    code: 'R-KDI1-2611-0042',
    qr: 'R-KDI1-2611-0042',
    time: '28 Nov 2026 11.05 WITA',
  })
  expect(content.copy).toBeUndefined()
  const text = textOf(content)
  for (const words of ['Rp150.000', 'Tunai', 'Rp200.000', 'Kembalian: Rp50.000', 'November 2026', 'Budi'])
    expect(text).toContain(words)
  expect(text).toContain('0817-****-1234')
  expect(text).not.toContain('8175551234')
})

test('every method has its words in both languages, and only cash has change', () => {
  for (const method of methods)
    for (const language of ['id', 'en'] as const) {
      const { given: _, ...rest } = payment
      const text = textOf(
        workSlip(
          facts(rest, { language, payment: { ...rest, method, reference: 'A1' } }),
          formatOf(language, 'WITA'),
          at,
        ),
      )
      expect(text).toContain('A1')
      expect(text).not.toMatch(/Kembalian|Change:/)
    }
})

test('a refund names the payment that it gives back and why, but no identity that somebody typed', () => {
  const back = { amount: -150_000, reversalOf: 'p1', reversedCode: 'R-KDI1-2611-0041', note: 'Salah jumlah' }
  const { given: _, ...rest } = payment
  const text = textOf(paper({}, { payment: { ...rest, ...back } }))
  for (const words of ['Bukti pengembalian', 'Rp150.000', 'R-KDI1-2611-0041', 'Alasan: Salah jumlah'])
    expect(text).toContain(words)
  expect(text).not.toContain('−')
  const identity = textOf(paper({}, { payment: { ...rest, ...back, note: 'NIK 7471014505900001' } }))
  expect(identity).not.toContain('7471014505900001')
})

test('paid is not active: the receipt of an order says what is still to come, and that it was not sent', () => {
  const { bill: _, ...rest } = payment
  const content = paper(
    {},
    {
      unsent: true,
      copy: true,
      payment: { ...rest, purpose: 'order', orderId: 'o1' },
      paidOrder: {
        id: 'o1',
        rev: 1,
        kind: 'order',
        code: 'O-KDI1-2611-0040',
        wish: 'new_number',
        status: 'pending_verification',
        customerId: 'c1',
        centreId: 'KDI',
        checksDone: [],
        checksLeft: ['face_match'],
        capturedAt: at,
        capturedBy: 'budi',
        updatedAt: at,
        events: [],
      },
    },
  )
  expect(content.copy).toBe('SALINAN')
  const text = textOf(content)
  for (const words of ['O-KDI1-2611-0040', 'belum aktif', 'pencocokan wajah', 'kantor pusat'])
    expect(text).toContain(words)
})
