import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { PayloadOf } from '#domain/steps.ts'
import type { NewOrder } from '#renderer/data/contract-orders.ts'
import { recordOf } from '#sync-server/storage/documents.ts'
import type { TestHeadquarters } from '#tests/server/headquarters.ts'
import { testDesk } from '#tests/sync/desk.ts'
import { kendari, person, settled } from '#tests/sync/kendari.ts'

const budi = { centreId: 'KDI', username: 'budi' } as const
const wahyu = { centreId: 'HQ', username: 'wahyu', seed: 2 } as const

async function withAdmin(): Promise<TestHeadquarters> {
  const hq = await kendari()
  await hq.seedCentre('HQ', 'WIB')
  await hq.seedStaff('wahyu', 'admin', 'HQ')
  return hq
}

const swap = (customerId: string): NewOrder => ({
  customerId,
  wish: 'sim_swap',
  checksDone: ['id_sighted', 'owner_matches'],
})

test('an admin answers orders of other centres from the console, and the counter hears of it', async () => {
  await using hq = await withAdmin()
  await using counter = await testDesk(hq, budi)
  await using admin = await testDesk(hq, wahyu)
  const { customerId } = await counter.must('registerCustomer', person('Siti Rahma'))
  const first = await counter.must('captureOrder', swap(customerId))
  counter.clock.pass(60_000)
  const second = await counter.must('captureOrder', swap(customerId))
  await counter.must('takePayment', {
    paymentId: 'p1',
    customerId,
    purpose: 'order',
    orderId: first.orderId,
    method: 'cash',
    amount: 25_000,
  })
  await settled(counter)
  await settled(admin)
  const asked = await admin.must('askOrders', {})
  expect(asked).toMatchObject([
    { order: { code: first.code, centreId: 'KDI' }, customerName: 'Siti Rahma', paid: 25_000 },
    { order: { code: second.code }, paid: 0 },
  ])
  const [{ order: one }, { order: two }] = asked as [(typeof asked)[number], (typeof asked)[number]]
  await admin.must('confirmOrder', { order: one, to: 'accepted', note: 'Wajah cocok' })
  await admin.must('rejectOrder', { order: two, note: 'Wajah tidak cocok' })
  expect(await admin.must('askOrders', {})).toMatchObject([
    { order: { code: first.code, status: 'accepted' } },
  ])

  // The order is the counter's: nothing of it stays on the admin's PC.
  await settled(admin)
  expect(await admin.inside().core.replica.orders.find().exec()).toEqual([])
  expect(await admin.inside().core.replica.shadows.find().exec()).toEqual([])
  await settled(counter)
  const rows = await counter.until('ordersOf', [customerId], (all) =>
    all.every(({ order }) => order.status === 'accepted' || order.status === 'rejected'),
  )
  expect(rows.find(({ order }) => order.id === one.id)?.order).toMatchObject({
    checksLeft: [],
    events: [{}, { by: 'wahyu', note: 'Wajah cocok' }],
  })
})

test('an answer that comes too late leaves the order and tells the admin; one without a line is not begun', async () => {
  await using hq = await withAdmin()
  await using counter = await testDesk(hq, budi)
  await using admin = await testDesk(hq, wahyu)
  const { customerId } = await counter.must('registerCustomer', person('Siti Rahma'))
  const { orderId } = await counter.must('captureOrder', swap(customerId))
  await settled(counter)
  await settled(admin)
  const [asked] = await admin.must('askOrders', {})
  if (asked === undefined) throw new Error('no order was asked for')
  admin.line.cut()
  expect(await admin.run('confirmOrder', { order: asked.order, to: 'accepted' })).toEqual({
    ok: false,
    problem: 'unreachable',
  })
  expect(await admin.ask('sync')).toMatchObject({ waiting: 0 })
  admin.line.restore()
  await counter.must('cancelOrder', { orderId, note: 'Tidak jadi' })
  await settled(counter)
  expect(await admin.run('confirmOrder', { order: asked.order, to: 'accepted' })).toEqual({
    ok: false,
    problem: 'status_not_reachable',
  })
  expect(await recordOf(hq.database, 'orders', orderId)).toMatchObject({ status: 'cancelled' })
})

test('[O5] only an admin asks for the orders of all centres and answers them', async () => {
  await using hq = await withAdmin()
  await using desk = await testDesk(hq, { centreId: 'KDI', username: 'sari' })
  const { customerId } = await desk.must('registerCustomer', person('Siti Rahma'))
  await desk.must('captureOrder', swap(customerId))
  await settled(desk)
  const order = (await desk.ask('ordersOf', customerId))[0]?.order
  if (order === undefined) throw new Error('no order')
  expect(await desk.run('askOrders', {})).toEqual({ ok: false, problem: 'not_permitted' })
  expect(await desk.run('confirmOrder', { order, to: 'accepted' })).toEqual({
    ok: false,
    problem: 'not_permitted',
  })
})

const article: PayloadOf<'publishArticle'>['article'] = {
  kind: 'article',
  code: 'GANTI-SIM',
  title: { id: 'Ganti kartu SIM', en: 'SIM swap' },
  body: { id: 'Periksa KTP dahulu.', en: 'See the identity card first.' },
  steps: [{ id: 'Lihat KTP', en: 'See the card' }],
  tags: [],
  pinned: false,
  reasonCodes: [],
  centreIds: [],
  regions: [],
}

test('an admin publishes, changes and retires an article from the console; counters have it with their next contact', async () => {
  await using hq = await withAdmin()
  await using counter = await testDesk(hq, budi)
  await using admin = await testDesk(hq, wahyu)
  await settled(admin)
  await settled(counter)
  await admin.must('publishArticle', { article, edition: 1 })
  expect(await admin.until('everyArticle', [], (all) => all.length === 1)).toMatchObject([
    { edition: 1, publishedBy: 'wahyu' },
  ])
  await settled(counter)
  expect(await counter.until('articles', ['ktp', 5], ({ articles }) => articles.length === 1)).toBeTruthy()
  // Somebody else's edition 2 was faster.
  const other = await hq.desk('HQ', 'wahyu')
  await other.take('publishArticle', { article: { ...article, tags: ['kartu'] }, edition: 2 })
  expect(await admin.run('publishArticle', { article, edition: 2 })).toEqual({
    ok: false,
    problem: 'edition_exists',
  })
  await settled(admin)
  await admin.must('retireArticle', { articleId: 'article:GANTI-SIM', edition: 2 })
  await settled(counter)
  expect(await counter.until('articles', ['', 5], ({ articles }) => articles.length === 0)).toBeTruthy()
  expect(await admin.until('everyArticle', [], ([one]) => one?.active === false)).toMatchObject([
    { edition: 2 },
  ])
  admin.line.cut()
  expect(await admin.run('publishArticle', { article, edition: 3 })).toEqual({
    ok: false,
    problem: 'unreachable',
  })
  expect(await counter.run('publishArticle', { article, edition: 3 })).toEqual({
    ok: false,
    problem: 'not_permitted',
  })
})
