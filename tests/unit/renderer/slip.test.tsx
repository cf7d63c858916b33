import jsQR from 'jsqr'
import { renderToStaticMarkup } from 'react-dom/server'
import { encode } from 'uqr'
import { expect, test } from 'vitest'
import type { Contact } from '#domain/contact/contact.ts'
import { awaitsHeadquarters, type Order } from '#domain/order/order.ts'
import { orderStatuses } from '#domain/order/record-fields.ts'
import { isOpen, ticketStatuses, type Ticket } from '#domain/ticket/ticket.ts'
import type { SlipFacts } from '#renderer/data/contract-slips.ts'
import { QrSquare } from '#renderer/work/slip/QrSquare.tsx'
import { queueSlip } from '#renderer/work/slip/queue-slip.ts'
import { Slip } from '#renderer/work/slip/Slip.tsx'
import { workSlip } from '#renderer/work/slip/work-slip.ts'
import { formatOf } from '#renderer/words/format.ts'
import { catalogues } from '#renderer/words/words.ts'

const at = Date.UTC(2026, 10, 25, 6, 5)
const hour = 3_600_000
const format = { id: formatOf('id', 'WITA'), en: formatOf('en', 'WITA') }

const ticket: Ticket = {
  id: 't1',
  rev: 1,
  code: 'T-KDI1-2611-0042',
  customerId: 'c1',
  centreId: 'KDI',
  type: 'complaint',
  department: 'billing',
  priority: 'p3',
  status: 'new',
  ownerId: 'rahmah',
  subject: 'Kuota tidak masuk',
  channel: 'walk_in',
  openedAt: at,
  openedBy: 'rahmah',
  updatedAt: at,
}
const contact: Contact = {
  id: 'k1',
  rev: 1,
  agentId: 'rahmah',
  centreId: 'KDI',
  customerId: 'c1',
  channel: 'walk_in',
  direction: 'in',
  startedAt: at - 60_000,
  endedAt: at,
  handleSeconds: 60,
  verification: 'id_sighted',
  reasonCode: 'KUOTA',
  disposition: 'ticket_created',
  ticketIds: ['t1'],
}
const facts: SlipFacts = {
  id: 't1',
  code: ticket.code,
  orders: [],
  at,
  centreName: 'XL Center Kendari',
  language: 'id',
  agentName: 'Rahmah Halim',
  number: '+6281712341234',
  contact,
  ticket,
  dueAt: at + 72 * hour,
  reason: { id: 'Kuota tidak masuk', en: 'Data quota not received' },
  unsent: false,
  copy: false,
}

const readOut = (slip: SlipFacts, now = at) =>
  renderToStaticMarkup(<Slip content={workSlip(slip, format[slip.language], now)} format="roll" />)
    .replace(/<[^>]+>/g, '\n')
    .split('\n')
    .filter((line) => line !== '')

test('a slip says what was done, what is not and why, until when, and how to ask again', () => {
  expect(readOut(facts)).toEqual([
    'XL Center Kendari',
    '25 Nov 2026 14.05 WITA',
    'Bukti layanan',
    'Kode tiket Anda',
    'T-KDI1-2611-0042',
    'Yang sudah dilakukan',
    'Tiket dibuat: Kuota tidak masuk',
    'Yang belum selesai',
    'Tiket ini menunggu dikerjakan bagian Penagihan.',
    'Perkiraan selesai',
    'Paling lambat 28 Nov 2026 14.05 WITA',
    'Ingin bertanya lagi? Hubungi 817, atau datang ke pusat layanan mana pun dan bawa slip ini.',
    'Dilayani oleh Rahmah',
    'Nomor 0817-****-1234',
  ])
  expect(readOut({ ...facts, agentName: 'Ni Made Astawa', number: '0817 1234 12 34' }).slice(-2)).toEqual([
    'Dilayani oleh Ni Made',
    'Nomor 0817-****-1234',
  ])
})

test('it speaks the customer’s language, says when it is a copy, when headquarters has nothing yet and when the time has passed', () => {
  const said = readOut({ ...facts, language: 'en', copy: true, unsent: true }, at + 100 * hour)
  expect(said).toContain('COPY')
  expect(said).toContain('This ticket waits for Billing.')
  expect(said).toContain(catalogues.en.slip.paper.notSent)
  expect(said.join()).toMatch(/It should have been done by 28 Nov 2026/)
})

test('a contact without a ticket leaves nothing open and has no code to scan', () => {
  const { ticket: _ticket, code: _code, dueAt: _dueAt, ...talk } = facts
  const content = workSlip({ ...talk, contact: { ...contact, disposition: 'resolved' } }, format.id, at)
  expect(content).not.toHaveProperty('code')
  expect(content).not.toHaveProperty('qr')
  expect(content.parts).toEqual([
    { heading: 'Yang sudah dilakukan', lines: ['Kuota tidak masuk: Selesai'] },
    { heading: 'Yang belum selesai', lines: [catalogues.id.slip.paper.nothingLeft] },
  ])
})

test('every status of a ticket says either why it waits or how it ended, never both', () => {
  for (const status of ticketStatuses)
    for (const language of ['id', 'en'] as const) {
      const { parts } = workSlip({ ...facts, language, ticket: { ...ticket, status } }, format[language], at)
      const nothing = catalogues[language].slip.paper.nothingLeft
      expect([status, parts[1]?.lines.includes(nothing)]).toEqual([status, !isOpen({ status })])
      expect([status, parts[0]?.lines.length]).toEqual([status, isOpen({ status }) ? 1 : 2])
      expect([status, parts.length]).toEqual([status, isOpen({ status }) ? 3 : 2])
    }
})

const order: Order = {
  id: 'o1',
  rev: 0,
  kind: 'order',
  code: 'O-KDI1-2611-0043',
  wish: 'new_number',
  status: 'pending_verification',
  customerId: 'c1',
  centreId: 'KDI',
  releaseId: 'release:2026.11.1',
  offeringCode: 'PERDANA',
  offeringName: { id: 'Kartu perdana', en: 'Starter SIM' },
  price: { amount: 160_000, unit: 'event', period: 'once', chargeType: 'one_time' },
  checksDone: ['id_sighted', 'terms_explained'],
  checksLeft: ['face_match', 'number_limit'],
  capturedAt: at,
  capturedBy: 'rahmah',
  updatedAt: at,
  events: [],
}

test('a new number is not active before headquarters says so, and the slip says why', () => {
  const { ticket: _ticket, dueAt: _dueAt, ...talk } = facts
  const asked: SlipFacts = { ...talk, id: 'o1', code: order.code, orders: [order] }
  expect(workSlip(asked, format.id, at)).toMatchObject({
    code: 'O-KDI1-2611-0043',
    codeLabel: 'Kode pesanan Anda',
    qr: 'O-KDI1-2611-0043',
    parts: [
      { lines: [expect.anything(), 'Dicatat: Nomor baru (kartu perdana): Kartu perdana, Rp160.000 sekali'] },
      {
        lines: [
          'Nomor baru (kartu perdana): Kartu perdana: belum aktif, menunggu verifikasi.',
          'Yang masih diperiksa: pencocokan wajah dengan Dukcapil, batas tiga nomor per identitas.',
        ],
      },
    ],
  })
  for (const status of orderStatuses) {
    const { parts } = workSlip({ ...asked, orders: [{ ...order, status }] }, format.id, at)
    const said = parts[1]?.lines.join(' ') ?? ''
    expect([status, /belum aktif/.test(said)]).toEqual([status, awaitsHeadquarters({ status })])
  }
})

test('no identity and no whole number gets on paper, whatever was typed', () => {
  const said = readOut({
    ...facts,
    ticket: { ...ticket, subject: 'NIK 7471014508900001 ditolak' },
  }).join('\n')
  expect(said).not.toMatch(/\d{16}/)
  expect(said).not.toContain('81712341234')
  expect(said).toContain(catalogues.id.slip.paper.ticketMadePlain)
})

test('a scanner reads the square as it is drawn', () => {
  const drawn = renderToStaticMarkup(<QrSquare text={ticket.code} />)
  const size = Number(/viewBox="0 0 (\d+) /.exec(drawn)?.[1])
  const scale = 4
  const pixels = new Uint8ClampedArray((size * scale) ** 2 * 4).fill(255)
  for (const [, x, y] of drawn.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let dy = 0; dy < scale; dy++)
      for (let dx = 0; dx < scale; dx++) {
        const place = ((Number(y) * scale + dy) * size * scale + Number(x) * scale + dx) * 4
        pixels.fill(0, place, place + 3)
      }
  expect(jsQR(pixels, size * scale, size * scale)?.data).toBe('T-KDI1-2611-0042')
  expect(size).toBe(encode(ticket.code, { ecc: 'M', border: 4 }).size)
})

test('the slip of a queue number is its number, what for, where and when', () => {
  const content = queueSlip(
    { number: 'A-023', service: 'Layanan pelanggan', centre: 'XL Center Kendari', at },
    'id',
    format.id,
  )
  const paper = renderToStaticMarkup(<Slip content={content} format="a6" />)
  for (const words of ['A-023', 'Layanan pelanggan', 'XL Center Kendari', '25 Nov 2026 14.05 WITA'])
    expect(paper).toContain(words)
  expect(paper).not.toContain('<svg')
})

test('paper of made-up work says so', () => {
  const content = queueSlip(
    { number: 'A-023', service: 'Layanan pelanggan', centre: 'XL Center Kendari', at },
    'id',
    format.id,
  )
  const said = (practised: boolean) =>
    renderToStaticMarkup(<Slip content={content} format="a6" practised={practised} />)
  expect(said(true)).toContain('LATIHAN')
  expect(said(false)).not.toContain('LATIHAN')
})
