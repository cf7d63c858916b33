import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { OfferingDraft } from '#domain/catalogue/catalogue.ts'
import type { NewAppointment, NewOrder } from '#renderer/data/contract-orders.ts'
import { recordOf } from '#sync-server/storage/documents.ts'
import type { TestHeadquarters } from '#tests/server/headquarters.ts'
import { testDesk } from '#tests/sync/desk.ts'
import { ani, kendari, person, settled } from '#tests/sync/kendari.ts'
import { typedAt } from '#tests/sync/typed-at.ts'
import { conversation, ticket } from '#tests/sync/work.ts'

const starter: OfferingDraft = {
  code: 'PERDANA',
  name: { id: 'Kartu perdana', en: 'Starter SIM' },
  description: { id: '', en: '' },
  line: 'mobile',
  paymentType: 'prepaid',
  chargeType: 'one_time',
  chargeBasis: 'flat',
  amount: 160_000,
  unit: 'event',
  period: 'once',
} as const

const described = (amount: number): OfferingDraft => ({
  ...starter,
  description: { id: 'Nomor baru', en: 'A new number' },
  amount,
})

/** A release that is sold by at once. */
async function publish(hq: TestHeadquarters, version: string, amount: number): Promise<void> {
  const admin = await hq.desk('HQ', 'wahyu')
  await admin.take('publishRelease', {
    version,
    effectiveFrom: version === '2026.11.1' ? '2026-11-01T00:00' : '2026-11-02T00:00',
    notes: '',
    offerings: [described(amount)],
  })
}

async function kendariSelling(): Promise<TestHeadquarters> {
  const hq = await kendari()
  await hq.seedCentre('HQ', 'WIB')
  await hq.seedStaff('wahyu', 'admin', 'HQ')
  await publish(hq, '2026.11.1', 160_000)
  return hq
}

const release = 'release:2026.11.1'
const wish = (customerId: string): NewOrder => ({
  customerId,
  wish: 'new_number',
  checksDone: ['id_sighted', 'terms_explained'],
  offering: { releaseId: release, code: 'PERDANA' },
})
const visit = (customerId: string): NewAppointment => ({
  customerId,
  wish: 'repair_visit',
  checksDone: ['repair_tried'],
  slot: { day: '2026-11-27', part: 'morning' },
})

test('[O1] wishes without a line are one operation with their contact, at the price of their release; nothing is active', async () => {
  await using hq = await kendariSelling()
  await using desk = await testDesk(hq, ani)
  await settled(desk)
  desk.line.cut()
  const { customerId } = await desk.must('registerCustomer', person('Siti Rahma'))
  const { contactId } = await desk.must('closeContact', {
    contact: conversation(customerId),
    ticket: { ...ticket, customerId },
    wishes: [wish(customerId), visit(customerId)],
  })
  expect(await desk.ask('sync')).toMatchObject({ waiting: 2 })
  const here = await desk.ask('ordersOf', customerId)
  expect(here.map(({ order }) => order.code).toSorted()).toEqual(['O-KDI1-2611-0002', 'O-KDI1-2611-0002.2'])
  expect(here.every(({ order, state }) => order.contactId === contactId && state === 'saved_here')).toBe(true)
  expect(await desk.ask('slip', 'contact', contactId)).toMatchObject({
    ticket: { code: 'T-KDI1-2611-0002' },
    orders: [{}, {}],
  })
  expect((await desk.ask('timelineOf', customerId, 20)).filter(({ kind }) => kind === 'order')).toHaveLength(
    2,
  )
  expect(await desk.ask('search', 'o-kdi1-2611-0002.2', 5)).toMatchObject({ hits: [{ customerId }] })

  // The catalogue moves on meanwhile; the price that was said stays.
  await publish(hq, '2026.11.2', 175_000)
  desk.line.restore()
  await settled(desk)
  expect(await desk.until('catalogue', [], ({ release: now }) => now?.version === '2026.11.2')).toBeTruthy()
  const orders = await desk.until('ordersOf', [customerId], (rows) =>
    rows.every(({ state }) => state === 'at_headquarters'),
  )
  expect(orders.map(({ order }) => order).find(({ kind }) => kind === 'order')).toMatchObject({
    status: 'pending_verification',
    releaseId: release,
    price: { amount: 160_000 },
  })

  await using other = await testDesk(hq, { centreId: 'KDI', username: 'budi', seed: 2 })
  expect(await other.ask('ordersOf', customerId)).toHaveLength(2)
})

test('headquarters says yes, no, or another time from its command line, and the desk hears of it', async () => {
  await using hq = await kendariSelling()
  await using desk = await testDesk(hq, ani)
  const { customerId } = await desk.must('registerCustomer', person('Siti Rahma'))
  const number = await desk.must('captureOrder', wish(customerId))
  const appointment = await desk.must('captureAppointment', visit(customerId))
  await settled(desk)
  const list = await typedAt(hq, 'orders', 'list', '--centre', 'KDI', '--open')
  expect(list).toContain(number.code)
  expect(list).toContain('face_match number_limit')
  expect(await typedAt(hq, 'orders', 'confirm', number.code.toLowerCase(), '--to', 'accepted')).toContain(
    'is accepted',
  )
  expect(
    await typedAt(hq, 'orders', 'confirm', appointment.code, '--day', '2026-11-28', '--part', 'afternoon'),
  ).toContain('is accepted')
  await settled(desk)
  const rows = await desk.until('ordersOf', [customerId], (all) =>
    all.every(({ order }) => order.status === 'accepted'),
  )
  expect(rows.map(({ order }) => [order.kind, order.checksLeft, order.slot])).toEqual(
    expect.arrayContaining([
      ['order', [], undefined],
      ['appointment', [], { day: '2026-11-28', part: 'afternoon' }],
    ]),
  )
  expect(await typedAt(hq, 'orders', 'reject', number.code, '--reason', 'Wajah tidak cocok')).toContain(
    'is rejected',
  )
  expect(await typedAt(hq, 'orders', 'confirm', number.code)).toContain('cannot become that any more')
  expect(await typedAt(hq, 'orders', 'confirm', 'O-XXX-1')).toContain('There is no order')
  await settled(desk)
  expect(
    await desk.until('timelineOf', [customerId, 20], (entries) =>
      entries.some((entry) => entry.kind === 'order' && entry.event.note === 'Wajah tidak cocok'),
    ),
  ).toBeTruthy()
})

test('a cancellation that comes too late leaves the order, keeps the words and asks a person', async () => {
  await using hq = await kendariSelling()
  await using desk = await testDesk(hq, ani)
  const { customerId } = await desk.must('registerCustomer', person('Siti Rahma'))
  const { orderId, code } = await desk.must('captureOrder', wish(customerId))
  await settled(desk)
  desk.line.cut()
  await typedAt(hq, 'orders', 'confirm', code)
  await typedAt(hq, 'orders', 'confirm', code, '--to', 'fulfilled')
  await desk.must('cancelOrder', { orderId, note: 'Tidak jadi' })
  expect(await desk.ask('ordersOf', customerId)).toMatchObject([{ order: { status: 'cancelled' } }])
  desk.line.restore()
  await settled(desk)
  expect(
    await desk.until('ordersOf', [customerId], ([row]) => row?.order.status === 'fulfilled'),
  ).toMatchObject([{ state: 'attention' }])
  const [row] = await desk.until('inbox', ['open', 10], (rows) => rows.length === 1)
  expect(row?.item).toMatchObject({
    kind: 'transition',
    docCollection: 'orders',
    customerId,
    fields: [{ field: 'orderStatus', mine: 'cancelled', theirs: 'fulfilled' }],
  })
  await desk.must('decideItem', { itemId: row?.item.id ?? '', decision: 'noted' })
  await settled(desk)
  expect(await desk.ask('inbox', 'open', 10)).toEqual([])
})

test('[G1] an order goes with its customer to another centre', async () => {
  await using hq = await kendariSelling()
  await hq.seedCentre('DPS', 'WITA')
  await hq.seedStaff('made', 'agent', 'DPS')
  await using sari = await testDesk(hq, { centreId: 'KDI', username: 'sari' })
  const { customerId } = await sari.must('registerCustomer', person('Siti Rahma'))
  const { orderId } = await sari.must('captureAppointment', visit(customerId))
  await sari.must('moveCustomer', { customerId, toCentreId: 'DPS' })
  await settled(sari)
  await using made = await testDesk(hq, { centreId: 'DPS', username: 'made', seed: 3 })
  expect(await made.ask('ordersOf', customerId)).toMatchObject([{ order: { id: orderId } }])
  expect(await sari.until('ordersOf', [customerId], (rows) => rows.length === 0)).toEqual([])
  expect(await recordOf(hq.database, 'orders', orderId)).toMatchObject({ id: orderId })
})
