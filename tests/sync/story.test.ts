import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { testDesk, type TestDesk } from '#tests/sync/desk.ts'
import { kendari } from '#tests/sync/kendari.ts'
import { ticket } from '#tests/sync/work.ts'

const siti = {
  kind: 'person',
  provenance: 'provisional',
  segment: 'consumer',
  name: 'Siti Rahma',
  language: 'id',
  phone: '+628171234567',
} as const

function conversation(desk: TestDesk, customerId: string) {
  const startedAt = desk.clock.now()
  return {
    customerId,
    channel: 'walk_in',
    direction: 'in',
    startedAt,
    endedAt: startedAt + 90_000,
    handleSeconds: 90,
    verification: 'id_sighted',
    reasonCode: 'KUOTA',
    disposition: 'ticket_created',
    ticketIds: [] as string[],
  } as const
}

test('[O2][C6] work without a line comes to headquarters exactly once, and other desks of the centre see it', async () => {
  await using hq = await kendari()
  await using one = await testDesk(hq, { centreId: 'KDI', username: 'ani' })
  await using two = await testDesk(hq, { centreId: 'KDI', username: 'budi', seed: 2 })

  one.line.cut()
  const { customerId } = await one.must('registerCustomer', siti)
  const { ticketId, ticketCode } = await one.must('closeContact', {
    contact: conversation(one, customerId),
    ticket: { ...ticket, customerId },
  })
  await one.must('changeContactDetails', {
    customerId,
    changes: { phone: '+628179999999' },
    base: { phone: siti.phone },
  })
  await one.must('moveTicket', { ticketId: ticketId ?? '', to: 'in_progress' })
  expect(await one.ask('customer', customerId)).toMatchObject({ state: 'saved_here', openTickets: 1 })
  await one.sync()
  expect(await one.ask('sync')).toMatchObject({ link: 'down', waiting: 4 })

  one.line.restore()
  await one.sync()
  expect(await one.until('sync', [], (sync) => sync.waiting === 0)).toMatchObject({
    link: 'up',
    ready: true,
    openItems: 0,
  })
  expect(await one.ask('customer', customerId)).toMatchObject({ state: 'at_headquarters' })

  const rows = await hq.database.query<{ n: number }>('select count(*)::int as n from operation')
  expect(rows[0]?.n).toBe(4)
  await two.sync()
  expect(await two.ask('customer', customerId)).toMatchObject({
    customer: { phone: '+628179999999' },
    openTickets: 1,
  })
  expect(await two.ask('search', ticketCode ?? '', 5)).toMatchObject({
    hits: [{ kind: 'ticket', status: 'in_progress' }],
  })
})

test('[C3] (H18) a restart without a line keeps everything', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, { centreId: 'KDI', username: 'ani' })
  desk.line.cut()
  const { customerId } = await desk.must('registerCustomer', siti)
  await desk.restart()
  expect(await desk.ask('customer', customerId)).toMatchObject({
    state: 'saved_here',
    customer: { name: 'Siti Rahma' },
  })
})

test('[C3][B1] (H18) when Chromium lost the database, the journal brings the unsent work back and priming the rest', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, { centreId: 'KDI', username: 'ani' })
  const known = await desk.must('registerCustomer', { ...siti, name: 'Lama', phone: '+628171111111' })
  await desk.sync()
  desk.line.cut()
  const { customerId } = await desk.must('registerCustomer', siti)
  await desk.must('changeContactDetails', {
    customerId: known.customerId,
    changes: { city: 'Kendari' },
    base: {},
  })
  await desk.restart('database')
  expect(await desk.ask('customer', customerId)).toMatchObject({ state: 'saved_here' })
  expect(await desk.ask('customer', known.customerId)).toBeNull()

  desk.line.restore()
  await desk.sync()
  expect(await desk.until('sync', [], (sync) => sync.ready)).toMatchObject({ waiting: 0 })
  expect(await desk.ask('customer', known.customerId)).toMatchObject({
    state: 'at_headquarters',
    customer: { city: 'Kendari' },
  })
  // The counter went on: nothing that the desk mints can meet what it minted before. [C4]
  const { code } = await desk.must('openTicket', { ...ticket, customerId })
  expect(code).toBe('T-KDI1-2611-0004')
})

test('[M2] the same phone changed at two desks: headquarters’ value stays, an item shows both, one key takes mine', async () => {
  await using hq = await kendari()
  await using one = await testDesk(hq, { centreId: 'KDI', username: 'ani' })
  const { customerId } = await one.must('registerCustomer', siti)
  await one.sync()
  await using two = await testDesk(hq, { centreId: 'KDI', username: 'sari', seed: 2 })
  one.line.cut()
  await one.must('changeContactDetails', {
    customerId,
    changes: { phone: '+628172222222' },
    base: { phone: siti.phone },
  })
  await two.must('changeContactDetails', {
    customerId,
    changes: { phone: '+628173333333' },
    base: { phone: siti.phone },
  })
  await two.sync()
  one.line.restore()
  await one.sync()

  expect(
    await one.until('customer', [customerId], (view) => view?.customer.phone === '+628173333333'),
  ).toMatchObject({ state: 'attention' })
  const [item] = await one.ask('items', 'open', 10)
  expect(item).toMatchObject({
    kind: 'conflict',
    fields: [{ field: 'phone', mine: '+628172222222', theirs: '+628173333333' }],
  })
  await one.must('decideItem', { itemId: item?.id ?? '', decision: 'take_mine' })
  await one.sync()
  await two.sync()
  expect(await two.ask('customer', customerId)).toMatchObject({
    customer: { phone: '+628172222222' },
    state: 'at_headquarters',
  })
  expect(await two.ask('items', 'open', 10)).toEqual([])
})

test('[U2] (H8) an answer that got lost changes nothing twice', async () => {
  const lose = { next: false }
  await using hq = await kendari()
  await using desk = await testDesk(hq, {
    centreId: 'KDI',
    username: 'ani',
    faults: {
      after: (path) => {
        if (!lose.next || !path.startsWith('/v1/operations')) return
        lose.next = false
        throw new Error('cut after commit')
      },
    },
  })
  lose.next = true
  const { customerId } = await desk.must('registerCustomer', siti)
  await desk.sync()
  await desk.sync()
  expect(await desk.until('sync', [], (sync) => sync.waiting === 0)).toMatchObject({ openItems: 0 })
  const documents = await hq.database.query<{ rev: number }>(
    `select rev from document where id = '${customerId}'`,
  )
  expect(documents).toEqual([{ rev: 1 }])
})

test('[C5] what the role may not do is refused on the screen and never sent', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, { centreId: 'KDI', username: 'ani' })
  const { customerId } = await desk.must('registerCustomer', siti)
  const answer = await desk.run('amendCustomer', {
    customerId,
    changes: { name: 'Lain' },
    base: { name: siti.name },
  })
  expect(answer).toEqual({ ok: false, problem: 'not_permitted' })
  expect(await desk.ask('outbox', 10)).toHaveLength(1)
})

test('[S7] without a line the desk opens for whoever signed in before, and slows down for others', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, { centreId: 'KDI', username: 'ani' })
  await desk.must('lock', {})
  desk.line.cut()
  expect(await desk.run('signIn', { username: 'budi', password: 'x' })).toEqual({
    ok: false,
    problem: 'unreachable',
  })
  for (let tries = 0; tries < 5; tries++)
    expect(await desk.run('signIn', { username: 'ani', password: 'salah' })).toEqual({
      ok: false,
      problem: 'sign_in_failed',
    })
  expect(await desk.run('signIn', { username: 'ani', password: 'salah' })).toMatchObject({
    problem: 'sign_in_slow_down',
    retryAfter: 5,
  })
  desk.clock.pass(5000)
  expect(await desk.run('signIn', { username: 'ani', password: 'rahasia-sekali' })).toEqual({
    ok: true,
    value: null,
  })
})

test('[S8] a draft is seen by its author alone', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, { centreId: 'KDI', username: 'ani' })
  await desk.must('saveDraft', { key: 'contact', value: 'setengah jadi' })
  await desk.must('signIn', { username: 'budi', password: 'rahasia-sekali' })
  expect(await desk.ask('draft', 'contact')).toBeNull()
  await desk.must('signIn', { username: 'ani', password: 'rahasia-sekali' })
  expect(await desk.until('draft', ['contact'], (value) => value !== null)).toBe('setengah jadi')
})
