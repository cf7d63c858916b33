import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { expect, test } from 'vitest'
import type { TestHeadquarters } from '#tests/server/headquarters.ts'
import { FakeClock, surroundings } from '#tests/sync/clock.ts'
import { testDesk, type TestDesk } from '#tests/sync/desk.ts'
import { ani, countAt, kendari, person, registerMany, settled } from '#tests/sync/kendari.ts'
import { expectClean, quarantined, revoke, leavingView, untilOver } from '#tests/sync/revoking.ts'

for (const status of ['revoked', 'lost'] as const)
  test(`[E1][E2][E3] a ${status} desk closes at its next contact, hands over what it had not sent, and is wiped`, async () => {
    await using hq = await kendari()
    await using desk = await testDesk(hq, ani)
    await registerMany(desk, 3)
    await settled(desk)
    await desk.must('saveDraft', { key: 'contact', value: 'setengah jadi' })
    desk.line.cut()
    await desk.must('registerCustomer', person('Belum terkirim'))
    await revoke(hq, desk, status)
    desk.line.restore()
    await desk.sync()

    expect(await desk.until('desk', [], ({ toHandOver }) => toHandOver !== undefined)).toEqual({
      stage: 'leaving',
      people: [],
      revokedAt: desk.clock.now(),
      toHandOver: 1,
    })
    expect(await desk.run('signIn', { username: 'ani', password: 'rahasia-sekali' })).toMatchObject({
      problem: 'device_revoked',
    })
    expect(await desk.run('registerCustomer', person('Terlambat'))).toMatchObject({ ok: false })
    await untilOver(desk)
    await expectClean(desk)
    expect(await quarantined(hq)).toEqual(['Belum terkirim'])
    expect(await countAt(hq, 'customers')).toBe(3)

    // The same PC can become a desk again, and is another one then.
    await desk.must('enrol', { code: await hq.deviceCode('KDI'), name: 'Loket 1' })
    await desk.must('signIn', { username: 'ani', password: 'rahasia-sekali' })
    await settled(desk)
    expect(await desk.ask('desk')).toMatchObject({ stage: 'open', device: { label: 'KDI2' } })
    expect((await desk.ask('desk')).revokedAt).toBeUndefined()
    expect(await desk.ask('search', 'Orang', 10)).toMatchObject({ searched: 3 })
    expect(await desk.until('items', ['open', 9], (items) => items.length === 1)).toMatchObject([
      { problem: 'device_revoked', kind: 'refused' },
    ])
  })

test('[E1] whatever is asked, the answer is heard: sign-in, refresh, a page, the report', async () => {
  const asked: Readonly<Record<string, (desk: TestDesk, hq: TestHeadquarters) => Promise<unknown>>> = {
    'sign-in': (desk) => desk.run('signIn', { username: 'budi', password: 'rahasia-sekali' }),
    refresh: async (desk, hq) => {
      hq.clock.advance(3_600_000)
      return desk.sync()
    },
    rollout: (desk) => desk.run('askRollout', {}),
    feed: (desk) => desk.sync(),
  }
  await using hq = await kendari()
  for (const [path, ask] of Object.entries(asked)) {
    await using desk = await testDesk(hq, ani)
    // Nothing else is under way that could hear of it first.
    await settled(desk)
    await revoke(hq, desk)
    const before = desk.line.asked.length
    await ask(desk, hq)
    expect(desk.line.asked.slice(before).some((each) => each.startsWith(`/v1/${path}`))).toBe(true)
    expect(await leavingView(desk)).toMatchObject({ stage: 'leaving' })
  }
})

test('[E1] the end of the stream of pokes makes the desk ask, long before its next round', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  const stream = Promise.withResolvers<void>()
  Object.assign(desk.line.link, { pokes: () => ({ ended: stream.promise, close: () => undefined }) })
  await desk.restart()
  await settled(desk)
  await revoke(hq, desk)
  stream.resolve()
  expect(await desk.until('desk', [], ({ stage }) => stage === 'leaving')).toBeDefined()
})

test('[E5] a desk where nobody is signed in learns of it by itself, and also one that was opened without a line', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  desk.line.cut()
  await desk.must('registerCustomer', person('Belum terkirim'))
  await desk.reopen()
  await revoke(hq, desk)
  desk.line.restore()
  expect(await desk.ask('desk')).toMatchObject({ stage: 'locked' })
  desk.clock.pass(60_000)
  expect(await desk.until('desk', [], ({ stage }) => stage === 'leaving')).toBeDefined()
  await untilOver(desk)
  await expectClean(desk)
  expect(await quarantined(hq)).toEqual(['Belum terkirim'])
})

test('[E1] (H18) a disk that is full at that moment keeps no desk open', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  await settled(desk)
  await revoke(hq, desk)
  const keep = { ...desk.machine.keep }
  Object.assign(desk.machine.keep, { stored: () => Promise.reject(new Error('quota exceeded')) })
  await desk.sync()
  expect(await desk.until('desk', [], ({ stage }) => stage === 'leaving')).toBeDefined()
  Object.assign(desk.machine.keep, keep)
})

test('[E4] a stop at any point goes on at the next start, with the line there or not, and each work arrives once', async () => {
  await using hq = await kendari()
  const arrived: string[] = []
  for (const [place, stop] of (['told', 'packed', 'erased', 'handed', 'wiped'] as const).entries()) {
    const lost = { answers: 0 }
    await using desk = await testDesk(hq, {
      ...ani,
      seed: place + 1,
      faults: {
        after: (path) => {
          if (path === '/v1/last-words' && lost.answers-- > 0) throw new Error('cut after commit')
        },
      },
    })
    await settled(desk)
    desk.line.cut()
    await registerMany(desk, 2, 10 * place + 10)
    await revoke(hq, desk)
    const keep = { ...desk.machine.keep }
    const machine = { ...desk.machine }
    const never = new Promise<never>(() => undefined)
    if (stop === 'told')
      Object.assign(desk.machine.keep, {
        set: (key: string, text: string) => {
          if (text.includes('"packed"')) throw new Error('killed before it was packed')
          keep.set(key, text)
        },
      })
    desk.line.restore()
    await desk.sync()
    await leavingView(desk)
    Object.assign(desk.machine.keep, keep)
    if (stop === 'told') desk.line.cut()
    else if (stop !== 'packed') {
      // The stores are gone and the line with them: the words wait on this PC.
      desk.line.cut()
      await desk.reopen()
      expect(await desk.ask('desk')).toMatchObject({ stage: 'leaving', toHandOver: 2 })
      expect(await desk.inside().core.replica.customers.find().exec()).toEqual([])
      desk.line.restore()
      if (stop === 'handed') lost.answers = 2
      if (stop === 'wiped') Object.assign(desk.machine, { wipe: () => machine.wipe().then(() => never) })
      await desk.reopen()
      await new Promise((resolve) => setTimeout(resolve, 50))
      Object.assign(desk.machine, { wipe: () => machine.wipe() })
    }
    desk.line.restore()
    await untilOver(desk)
    await expectClean(desk)
    arrived.push(`Orang ${10 * place + 10}`, `Orang ${10 * place + 11}`)
    expect([stop, await quarantined(hq)]).toEqual([stop, arrived])
  }
})

test('[E3] on the disk the databases themselves are deleted, not only their rows', async () => {
  const { eraseStores } = await import('#renderer/data/erase-stores.ts')
  const { openReplica } = await import('#renderer/data/replica.ts')
  const { openLocalStore } = await import('#renderer/data/local-store.ts')
  const { replicaStorage } = await import('#renderer/data/storage/replica-storage.ts')
  const storage = replicaStorage()
  const mine = async () => (await Dexie.getDatabaseNames()).filter((each) => each.includes('wiped'))
  for (let time = 0; time < 2; time++) {
    const replica = await openReplica('wiped', storage, surroundings(new FakeClock(), 1))
    const local = await openLocalStore('wiped-local')
    await local.set('draft', 'setengah jadi')
    await replica.shadows.insert({ id: 'customers/c1', of: 'customers', docId: 'c1' })
    expect((await mine()).length).toBeGreaterThan(10)
    local.close()
    await replica.close()
    await eraseStores('wiped', storage)
    expect(await mine()).toEqual([])
  }
})
