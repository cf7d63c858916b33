import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { failWrites } from '#tests/sync/failing-writes.ts'
import { testDesk } from '#tests/sync/desk.ts'
import { ani, countAt, kendari, person, registerMany, settled } from '#tests/sync/kendari.ts'

test('[C1][C4] captures at the same moment are taken one after another, each with a counter of its own', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  desk.line.cut()
  await Promise.all(
    Array.from({ length: 8 }, (_, index) => desk.must('registerCustomer', person(`Orang ${index}`))),
  )
  const rows = await desk.ask('outbox', 20)
  expect(rows.map((row) => row.deviceSeq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
})

test('[C2] what the journal refuses is not called saved and leaves nothing', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  desk.line.cut()
  const { journal } = desk.machine
  if (journal === undefined) throw new Error('this machine has a journal')
  const append: typeof journal.append = (entry) => kept.append(entry)
  const kept = { ...journal }
  Object.assign(journal, { append: () => Promise.reject(new Error('no space left')) })
  expect(await desk.run('registerCustomer', person('Siti'))).toEqual({ ok: false, problem: 'not_saved' })
  expect(await desk.ask('outbox', 5)).toEqual([])
  Object.assign(journal, { append })
  await desk.must('registerCustomer', person('Siti'))
  expect(await desk.ask('outbox', 5)).toMatchObject([{ state: 'waiting' }])
})

test('[D1][D3] (H9) a colleague’s change of another field arrives under unsent work, and nothing goes back on the screen', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  const { customerId } = await desk.must('registerCustomer', person('Siti'))
  await settled(desk)
  await using other = await testDesk(hq, { centreId: 'KDI', username: 'sari', seed: 2 })
  await other.must('changeContactDetails', { customerId, changes: { email: 'siti@example.com' }, base: {} })
  await settled(other)

  const seen: (string | undefined)[] = []
  await desk.must('changeContactDetails', {
    customerId,
    changes: { phone: '+628179999999' },
    base: { phone: '+628171234567' },
  })
  await desk.until(
    'customer',
    [customerId],
    (view) => (seen.push(view?.customer.phone), view?.customer.email !== undefined),
  )
  await settled(desk)
  expect(await desk.ask('customer', customerId)).toMatchObject({
    customer: { phone: '+628179999999', email: 'siti@example.com' },
    state: 'at_headquarters',
  })
  expect(new Set(seen)).toEqual(new Set(['+628179999999']))
  expect(await desk.inside().core.replica.shadows.find().exec()).toEqual([])
})

test('[U1][U3] a batch that is too large is halved until it goes, in the order of the counter', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, { ...ani, faults: { most: 3 } })
  desk.line.cut()
  await registerMany(desk, 10)
  desk.line.restore()
  await settled(desk)
  const taken = await hq.database.query<{ device_seq: number }>(
    'select device_seq::int from operation order by accepted_at, device_seq',
  )
  expect(taken.map((row) => row.device_seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
})

test('[U4][U5] (H14) an operation over which headquarters always stumbles is parked with what hangs on it; the rest goes on, and it goes when mended', async () => {
  const poisoned = { on: true }
  const poison = (operation: { steps: { payload: Readonly<Record<string, unknown>> }[] }) =>
    poisoned.on && operation.steps.some((step) => step.payload['name'] === 'Racun')
  await using hq = await kendari()
  await using desk = await testDesk(hq, { ...ani, faults: { poison } })
  desk.line.cut()
  const { customerId } = await desk.must('registerCustomer', person('Racun'))
  await desk.must('changeContactDetails', { customerId, changes: { city: 'Kendari' }, base: {} })
  await registerMany(desk, 3)
  desk.line.restore()
  for (let tries = 0; tries < 6; tries++) {
    await desk.sync()
    desk.clock.pass(30_000)
  }
  await desk.sync()
  expect(await countAt(hq, 'customers')).toBe(3)
  expect(await desk.ask('sync')).toMatchObject({ parked: 1, waiting: 1 })
  expect(await desk.ask('customer', customerId)).toMatchObject({
    customer: { city: 'Kendari' },
    state: expect.stringMatching(/attention|saved_here/),
  })

  poisoned.on = false
  const [parked] = (await desk.ask('outbox', 5)).filter((row) => row.state === 'parked')
  await desk.must('retryParked', { opId: parked?.opId ?? '' })
  await settled(desk)
  expect(await countAt(hq, 'customers')).toBe(4)
  expect(await desk.ask('customer', customerId)).toMatchObject({ state: 'at_headquarters' })
})

test('[U6] (H16) a round that failed begins again by itself', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  desk.line.cut()
  await desk.must('registerCustomer', person('Siti'))
  await desk.sync()
  desk.line.restore()
  desk.clock.pass(60_000)
  expect(await desk.until('sync', [], (sync) => sync.waiting === 0 && sync.link === 'up')).toMatchObject({
    parked: 0,
  })
})

test('[U6] (H16) whoever asks for a round while one runs gets one of their own, though that one fails', async () => {
  await using hq = await kendari()
  const asked: Promise<void>[] = []
  const faults = { armed: false }
  await using desk = await testDesk(hq, {
    ...ani,
    faults: {
      before: () => {
        if (!faults.armed) return
        faults.armed = false
        asked.push(desk.sync())
        throw new Error('the line is cut')
      },
    },
  })
  faults.armed = true
  await desk.sync()
  expect(asked).toHaveLength(1)
  await Promise.all(asked)
  expect(await desk.ask('sync')).toMatchObject({ link: 'up', ready: true })
})

test('[P1][P2][P3] (H4) a store that fails in the middle of a page loses nothing: the round begins again where it was', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  await using other = await testDesk(hq, { centreId: 'KDI', username: 'sari', seed: 2 })
  await registerMany(other, 10)
  await settled(other)
  const failures = { left: 2 }
  failWrites(desk, ['customers'], 'quota exceeded', () => failures.left-- > 0)
  await settled(desk)
  expect(failures.left).toBeLessThan(0)
  expect(await desk.ask('search', 'Orang', 50)).toMatchObject({ searched: 10 })
})

test('[P5] a record that is missing here is noticed by the digest and pulled anew', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  const [first = ''] = await registerMany(desk, 5)
  await settled(desk)
  await desk.inside().core.replica.customers.bulkRemove([first])
  desk.clock.pass(3_600_000)
  await settled(desk)
  expect(await desk.ask('customer', first)).toMatchObject({ state: 'at_headquarters' })
  expect(await desk.ask('sync')).toMatchObject({ ready: true })
})

test('[R1] (H19) priming that is cut again and again goes on where it stopped', async () => {
  const cuts = { after: Infinity, seen: 0 }
  await using hq = await kendari()
  await using other = await testDesk(hq, { centreId: 'KDI', username: 'sari', seed: 2 })
  await registerMany(other, 5)
  await settled(other)
  cuts.after = 2
  await using desk = await testDesk(hq, {
    ...ani,
    faults: {
      before: (path) => {
        if (!path.startsWith('/v1/snapshot')) return
        cuts.seen += 1
        if (cuts.seen % cuts.after === 0) throw new Error('the line is cut')
      },
    },
  })
  await settled(desk, 60)
  expect(await desk.ask('priming')).toMatchObject({ stage: 'done', usable: true })
  expect(await desk.ask('search', 'Orang', 50)).toMatchObject({ searched: 5 })
})

test('[S6] (H12) a session that headquarters ended leaves the work where it is, and it goes after the next sign-in', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  await desk.must('registerCustomer', person('Siti'))
  await settled(desk)
  hq.clock.advance(40 * 86_400_000)
  await desk.must('registerCustomer', person('Budi', '+628172222222'))
  await desk.sync()
  expect(await desk.ask('sync')).toMatchObject({ waiting: 1, problem: 'session_expired' })
  await desk.must('signIn', { username: 'ani', password: 'rahasia-sekali' })
  await settled(desk)
  expect(await countAt(hq, 'customers')).toBe(2)
})

test('[P4][V2] fields and collections of a newer headquarters are kept or left alone', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  const { customerId } = await desk.must('registerCustomer', person('Siti'))
  await settled(desk)
  const { take } = await import('#renderer/data/take.ts')
  const record = {
    ...(await desk.inside().core.replica.customers.findOne(customerId).exec())?.toMutableJSON(),
    shoeSize: 42,
  }
  await take(desk.inside().core, [
    { collection: 'customers', id: customerId, put: record as never },
    { collection: 'loyalty' as never, id: 'l1', put: { id: 'l1', rev: 1 } },
  ])
  await desk.must('changeContactDetails', { customerId, changes: { city: 'Kendari' }, base: {} })
  expect(await desk.ask('customer', customerId)).toMatchObject({
    customer: { city: 'Kendari', shoeSize: 42 },
  })
})
