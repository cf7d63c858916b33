import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { TestHeadquarters } from '#tests/server/headquarters.ts'
import { testDesk, type TestDesk } from '#tests/sync/desk.ts'
import { ani, countAt, kendari, person, registerMany, settled } from '#tests/sync/kendari.ts'

const hour = 3_600_000
const day = 24 * hour

/** The work of one morning in five steps; the clock may be set between any two. */
async function morning(desk: TestDesk, between: (step: number) => void): Promise<void> {
  const { customerId } = await desk.must('registerCustomer', person('Siti'))
  between(1)
  const { ticketId } = await desk.must('openTicket', {
    customerId,
    type: 'complaint',
    department: 'care',
    priority: 'p1',
    subject: 'Sinyal hilang',
    channel: 'walk_in',
  })
  between(2)
  await desk.must('moveTicket', { ticketId, to: 'in_progress', note: 'Teknisi dikirim' })
  between(3)
  await desk.must('changeContactDetails', {
    customerId,
    changes: { phone: '+628172222222' },
    base: { phone: '+628171234567' },
  })
  between(4)
  await desk.must('moveTicket', { ticketId, to: 'resolved', resolutionCode: 'BERES' })
}

/** Everything at headquarters without ids, codes and times: what the work came to. */
async function meaning(hq: TestHeadquarters): Promise<unknown> {
  const rows = await hq.database.query<{ collection: string; body: Record<string, unknown> }>(
    `select collection, body from document where collection in ('customers', 'tickets', 'ticketEvents')
     order by collection, (body ->> 'to') nulls first, (body ->> 'text') nulls first`,
  )
  const told = ['name', 'phone', 'status', 'resolutionCode', 'kind', 'from', 'to', 'text', 'rev']
  return rows.map(({ collection, body }) => [collection, ...told.map((field) => body[field] ?? null)])
}

const clocks: readonly (readonly [string, number, (step: number) => number])[] = [
  ['right', 0, () => 0],
  ['a day behind', -day, () => 0],
  ['a day ahead', day, () => 0],
  ['in 1970', -Date.UTC(2026, 10, 23, 2), () => 0],
  ['set back by a day in the middle', 0, (step) => (step === 2 ? -day : 0)],
  ['set forth and back again and again', 0, (step) => (step % 2 === 0 ? -3 * day : 2 * day)],
]
const right: { meaning?: unknown } = {}

test.each(clocks)(
  '[W1][W2] (H2) with a clock that is %s all work arrives in the order of its capture and comes to the same, and the skew is only told',
  async (name, ahead, jump) => {
    await using hq = await kendari()
    await using desk = await testDesk(hq, ani)
    desk.clock.jump(ahead)
    desk.line.cut()
    await morning(desk, (step) => desk.clock.jump(jump(step)))
    await desk.restart()
    desk.line.restore()
    await settled(desk)
    expect(await desk.ask('sync')).toMatchObject({ waiting: 0, parked: 0, ready: true, openItems: 0 })
    const taken = await hq.database.query<{ seq: number; told: number; own: number; kind: string }>(
      `select device_seq::int as seq, captured_at as told, accepted_at as own, body -> 'steps' -> 0 ->> 'kind' as kind
       from operation order by accepted_at, device_seq`,
    )
    expect(taken.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
    expect(taken.map(({ kind }) => kind)).toEqual([
      'registerCustomer',
      'openTicket',
      'moveTicket',
      'changeContactDetails',
      'moveTicket',
    ])
    // Both times are kept: what the PC said, and when headquarters took it.
    expect(taken[0]?.told).toBe(Math.max(0, Date.UTC(2026, 10, 23, 2) + ahead))
    expect(new Set(taken.map(({ own }) => own))).toEqual(new Set([hq.clock.now()]))
    if (name === 'right') right.meaning = await meaning(hq)
    expect(await meaning(hq)).toEqual(right.meaning)

    const skew = Math.round((desk.clock.now() - hq.clock.now()) / 1000)
    expect(await desk.until('sync', [], ({ clockAhead }) => clockAhead !== undefined)).toMatchObject({
      clockAhead: skew,
    })
    await desk.must('registerCustomer', person('Budi', '+628173333333'))
    await settled(desk)
    expect(await countAt(hq, 'customers')).toBe(2)
  },
)

test('[W3] (H2) a PC that is a year ahead throws nobody out, and one in 1970 keeps no session longer than headquarters does', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  for (const ms of [365 * day, -57 * 365 * day]) {
    desk.clock.jump(ms)
    await registerMany(desk, 1, Math.abs(ms) % 97)
    await settled(desk)
    expect(await desk.ask('sync')).toMatchObject({ waiting: 0, link: 'up' })
    expect((await desk.ask('sync')).problem).toBeUndefined()
  }
  hq.clock.advance(hq.settings.accessMs + 1)
  const before = desk.line.asked.filter((path) => path.endsWith('/refresh')).length
  await desk.sync()
  expect(desk.line.asked.filter((path) => path.endsWith('/refresh'))).toHaveLength(before + 1)
  hq.clock.advance(hq.settings.refreshMs + 1)
  await desk.sync()
  expect(await desk.ask('sync')).toMatchObject({ problem: 'session_expired' })
})

test('[W3][B2] (H2) a PC that jumped a year ahead has not forgotten what a restored headquarters will ask for', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  await registerMany(desk, 3)
  await settled(desk)
  desk.clock.jump(365 * day)
  await desk.restart()
  expect(await desk.ask('outbox', 10)).toHaveLength(3)
  // By headquarters' clock thirty days have gone by when it answered something thirty days later.
  hq.clock.advance(31 * day)
  await desk.must('signIn', { username: 'ani', password: 'rahasia-sekali' })
  await registerMany(desk, 1, 50)
  await settled(desk)
  await desk.restart()
  expect(await desk.ask('outbox', 10)).toHaveLength(1)
})

test('[W4] (H2) after the clock was set back by a day the proof is asked for again, and the next round does not wait a day', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  await settled(desk)
  const proofs = () => desk.line.asked.filter((path) => path.endsWith('/digest')).length
  const before = proofs()
  await desk.sync()
  expect(proofs()).toBe(before)
  desk.clock.jump(-day)
  await registerMany(desk, 1)
  await settled(desk)
  expect(proofs()).toBeGreaterThan(before)
  const asked = desk.line.asked.length
  desk.clock.pass(30_000)
  await desk.until('sync', [], () => desk.line.asked.length > asked)
})

test('[W5] (H2) what is late follows headquarters’ clock once it was heard', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  const { customerId } = await desk.must('registerCustomer', person('Siti'))
  const ticket = {
    customerId,
    type: 'complaint',
    department: 'care',
    subject: 'x',
    channel: 'walk_in',
  } as const
  await desk.must('openTicket', { ...ticket, priority: 'p2' })
  await settled(desk)
  expect(await desk.ask('ticketList', 'late', 10)).toEqual([])
  // A PC in the year after does not make yesterday's ticket a year late, nor the month's work old.
  desk.clock.jump(365 * day)
  await desk.sync()
  await desk.until('sync', [], ({ clockAhead = 0 }) => clockAhead > 300 * 86_400)
  expect(await desk.ask('ticketList', 'late', 10)).toEqual([])
  expect(await desk.ask('customer', customerId)).toMatchObject({ complaints90Days: 1, tenureMonths: 0 })
  hq.clock.advance(25 * hour)
  desk.clock.pass(25 * hour)
  expect(await desk.ask('ticketList', 'late', 10)).toHaveLength(1)
})
