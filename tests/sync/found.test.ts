import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { password } from '#tests/server/headquarters.ts'
import { failWrites } from '#tests/sync/failing-writes.ts'
import { testDesk, type TestDesk } from '#tests/sync/desk.ts'
import { ani, countAt, kendari, person, registerMany, settled } from '#tests/sync/kendari.ts'

/** What the simulator found, told in a few lines each. */

const replies = {
  'a page': () => new Response('<html>Masuk</html>', { headers: { 'content-type': 'text/html' } }),
  'an empty object': () => Response.json({}),
  'a list': () => Response.json([]),
  'an object of its own': () =>
    Response.json({ login: 'https://wifi.example.com', results: [{}], changes: 7 }),
}

for (const [what, answer] of Object.entries(replies)) {
  test(`[U10] a captive portal that answers everything with ${what} changes nothing, and nobody has to sign in after it`, async () => {
    const portal = { on: false }
    await using hq = await kendari()
    await using desk = await testDesk(hq, {
      ...ani,
      faults: { stranger: () => (portal.on ? answer() : undefined) },
    })
    await registerMany(desk, 1)
    await settled(desk)
    portal.on = true
    // The access token is over too, so that the portal also answers the refresh.
    hq.clock.advance(3_600_000)
    await registerMany(desk, 1, 1)
    for (let round = 0; round < 4; round++) {
      await desk.sync()
      desk.clock.pass(30_000)
    }
    expect(await desk.ask('sync')).toMatchObject({ link: 'down', waiting: 1, parked: 0 })
    portal.on = false
    await settled(desk)
    expect(await countAt(hq, 'customers')).toBe(2)
    expect(await desk.ask('sync')).toMatchObject({ link: 'up', waiting: 0, ready: true })
  })
}

test('[U5] headquarters that fails at everything for a while parks nothing; when it is mended all goes by itself', async () => {
  const outage = { on: true }
  await using hq = await kendari()
  await using desk = await testDesk(hq, { ...ani, faults: { poison: () => outage.on } })
  desk.line.cut()
  await registerMany(desk, 3)
  desk.line.restore()
  for (let round = 0; round < 10; round++) {
    await desk.sync()
    desk.clock.pass(30_000)
  }
  expect(await desk.ask('sync')).toMatchObject({ parked: 0, waiting: 3 })
  outage.on = false
  await settled(desk)
  expect(await countAt(hq, 'customers')).toBe(3)
})

test('[U9] a start of the console gives parked work its tries again', async () => {
  const poisoned = { on: true }
  await using hq = await kendari()
  await using desk = await testDesk(hq, {
    ...ani,
    faults: { poison: ({ deviceSeq }) => poisoned.on && deviceSeq === 1 },
  })
  desk.line.cut()
  await registerMany(desk, 2)
  desk.line.restore()
  for (let round = 0; round < 7; round++) {
    await desk.sync()
    desk.clock.pass(30_000)
  }
  expect(await desk.ask('sync')).toMatchObject({ parked: 1 })
  poisoned.on = false
  await desk.restart()
  await settled(desk)
  expect(await desk.ask('sync')).toMatchObject({ parked: 0, waiting: 0, ready: true })
})

/** Writes of a store that fail, one after the other. */
function failing(desk: TestDesk, what: 'outbox' | 'journal' | 'local', times: number): { left: number } {
  const { core } = desk.inside()
  const failures = { left: times }
  const failed = () => (failures.left -= 1) >= 0
  const guard =
    <A extends unknown[], R>(real: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> => {
      return failed() ? Promise.reject(new Error('quota exceeded')) : real(...args)
    }
  if (what === 'outbox') failWrites(desk, ['outbox'], 'quota exceeded', failed)
  if (what === 'local') Object.assign(core.local, { set: guard(core.local.set.bind(core.local)) })
  const { journal } = core.machine
  if (what === 'journal' && journal !== undefined)
    Object.assign(journal, { settle: guard(journal.settle.bind(journal)) })
  return failures
}

test('[C2] when the outbox refuses and the journal cannot take its word back, the work is saved and goes', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  failing(desk, 'outbox', 1)
  failing(desk, 'journal', 1)
  expect(await desk.run('registerCustomer', person('Siti'))).toMatchObject({ ok: true })
  await settled(desk)
  expect(await countAt(hq, 'customers')).toBe(1)
  expect(desk.machine.entries).toEqual([])
})

test('[C2] when only the outbox refuses, the work is not saved, and no later start sends it', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  failing(desk, 'outbox', 1)
  expect(await desk.run('registerCustomer', person('Siti'))).toEqual({ ok: false, problem: 'not_saved' })
  await desk.restart()
  await settled(desk)
  expect(await countAt(hq, 'customers')).toBe(0)
})

test('[C3] a journal that did not hear of an answer on a full disk hears of it later', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  const failures = failing(desk, 'journal', 1)
  await registerMany(desk, 1)
  await settled(desk)
  expect(failures.left).toBeLessThan(0)
  expect(desk.machine.entries).toEqual([])
})

test('[U6] a local store that fails at the end of a round does not end the rounds', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  failing(desk, 'local', 3)
  await desk.sync()
  await registerMany(desk, 1)
  await settled(desk)
  expect(await countAt(hq, 'customers')).toBe(1)
})

test('[S4] (H18) a disk that takes no texts any more ends no session: what headquarters gave is used', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  await settled(desk)
  Object.assign(desk.machine.keep, { stored: () => Promise.reject(new Error('quota exceeded')) })
  // The access token is over, so that the next call gets another one.
  hq.clock.advance(3_600_000)
  await registerMany(desk, 1)
  await settled(desk)
  expect(await countAt(hq, 'customers')).toBe(1)
  expect(await desk.run('signIn', { username: 'ani', password })).toMatchObject({ ok: true })
})

test('[C2][D3] (H18) work whose records the store refused is on the screen with the next one, and nothing older comes back', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  await settled(desk)
  const { customerId } = await desk.must('registerCustomer', person('Siti'))
  await settled(desk)
  desk.line.cut()
  const { customers } = desk.inside().core.replica
  const write = customers.storageInstance.bulkWrite.bind(customers.storageInstance)
  const change = (city: string) =>
    desk.must('changeContactDetails', { customerId, changes: { city }, base: {} })
  customers.storageInstance.bulkWrite = () => Promise.reject(new Error('quota exceeded'))
  await change('Bau-Bau')
  customers.storageInstance.bulkWrite = write
  await desk.must('amendCustomer', { customerId, changes: { pinnedNote: 'VIP' }, base: {} })
  expect((await desk.ask('customer', customerId))?.customer).toMatchObject({
    city: 'Bau-Bau',
    pinnedNote: 'VIP',
  })
})
