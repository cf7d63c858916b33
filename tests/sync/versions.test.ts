import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { catalogues } from '#renderer/words/words.ts'
import { headquarters, password, type TestHeadquarters } from '#tests/server/headquarters.ts'
import { customer } from '#tests/server/payloads.ts'
import { testDesk, type TestDesk } from '#tests/sync/desk.ts'
import { ani, countAt, kendari, person, settled } from '#tests/sync/kendari.ts'

/** The same headquarters behind another program: the database stays, the server is a later one. */
function replaceable(hq: TestHeadquarters) {
  const now = { app: hq.app }
  return {
    hq: {
      ...hq,
      get app() {
        return now.app
      },
    } satisfies TestHeadquarters,
    raise: async (oldestProtocol: number) => {
      const { database, clock } = hq
      now.app = (await headquarters({ database, clock, settings: { oldestProtocol } })).app
    },
  }
}

test('[V5] (H10) a console that is too old keeps its work, opens, says what to do in both languages, and sends after its update', async () => {
  await using first = await kendari()
  const { hq, raise } = replaceable(first)
  await using desk = await testDesk(hq, ani)
  await raise(3)
  const { customerId } = await desk.must('registerCustomer', person('Siti'))
  await desk.sync()
  expect(await desk.ask('sync')).toMatchObject({ waiting: 1, problem: 'client_too_old', link: 'up' })
  // The day goes on, also after a restart and another sign-in: headquarters' word is not needed for it.
  await desk.restart()
  await desk.must('lock', {})
  expect(await desk.run('signIn', { username: 'ani', password: 'salah' })).toMatchObject({ ok: false })
  await desk.must('signIn', { username: 'ani', password })
  await desk.must('changeContactDetails', { customerId, changes: { city: 'Kendari' }, base: {} })
  await desk.sync()
  expect(await desk.ask('sync')).toMatchObject({ waiting: 2, problem: 'client_too_old' })
  expect(await desk.ask('customer', customerId)).toMatchObject({ customer: { city: 'Kendari' } })
  for (const { frame } of Object.values(catalogues)) expect(frame.sync.tooOldHint).toMatch(/Loket/)
  expect(catalogues.id.frame.sync.tooOldHint).not.toBe(catalogues.en.frame.sync.tooOldHint)

  desk.line.speak(3)
  await settled(desk)
  const synced = await desk.ask('sync')
  expect(synced).toMatchObject({ waiting: 0, ready: true })
  expect(synced).not.toHaveProperty('problem')
  expect(await countAt(hq, 'customers')).toBe(1)
})

async function itemAt(hq: TestHeadquarters, desk: TestDesk): Promise<string> {
  await hq.write([{ collection: 'customers', record: customer('c1', 'KDI', { city: 'Kolaka' }) }], 'c:KDI')
  await settled(desk)
  await desk.must('changeContactDetails', { customerId: 'c1', changes: { city: 'Kendari' }, base: {} })
  await settled(desk)
  const [row] = await desk.until('inbox', ['open', 5], (rows) => rows.length === 1)
  return row?.item.id ?? ''
}

test('[V6] (H10) what an older headquarters cannot know stays here and is said; everything else goes, and the rest after the update', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  const itemId = await itemAt(hq, desk)
  desk.line.older(true)
  // A start that has heard of no headquarters yet asks before it sends.
  await desk.restart()
  await desk.must('handOverItem', { itemId })
  await desk.must('registerCustomer', person('Siti'))
  await desk.must('decideItem', { itemId, decision: 'keep_present' })
  for (let round = 0; round < 3; round++) {
    await desk.sync()
    desk.clock.pass(30_000)
  }
  expect(await countAt(hq, 'customers')).toBe(2)
  expect(await desk.ask('sync')).toMatchObject({
    waiting: 2,
    parked: 0,
    link: 'up',
    problem: 'headquarters_too_old',
  })
  expect((await desk.ask('outbox', 5)).slice(0, 2)).toMatchObject([
    { kinds: ['handOverItem'], state: 'waiting', tries: 0 },
    { kinds: ['decideItem'], state: 'waiting', tries: 0 },
  ])

  desk.line.older(false)
  await settled(desk)
  expect(await desk.ask('sync')).toMatchObject({ waiting: 0, ready: true, openItems: 0 })
  const [row] = await desk.ask('inbox', 'decided', 5)
  expect(row?.item).toMatchObject({ decision: 'keep_present', handOvers: [{ by: 'ani' }] })
})

test('[V6] work that was handed in waits for a headquarters that has a place for it', async () => {
  const poison = (operation: { steps: { payload: Readonly<Record<string, unknown>> }[] }) =>
    operation.steps.some(({ payload }) => payload['name'] === 'Racun')
  await using hq = await kendari()
  await using desk = await testDesk(hq, { ...ani, faults: { poison } })
  desk.line.older(true)
  await desk.must('registerCustomer', person('Racun'))
  for (let tries = 0; tries < 6; tries++) {
    await desk.sync()
    desk.clock.pass(30_000)
  }
  const [parked] = await desk.until('outbox', [5], ([row]) => row?.state === 'parked')
  await desk.must('handInParked', { opId: parked?.opId ?? '' })
  await desk.must('registerCustomer', person('Siti', '+628172222222'))
  await desk.sync()
  desk.clock.pass(30_000)
  await desk.sync()
  expect(await countAt(hq, 'customers')).toBe(1)
  expect(await desk.ask('outbox', 5)).toMatchObject([{ state: 'handed_in' }, { state: 'accepted' }])
  expect(await desk.ask('sync')).toMatchObject({ waiting: 1, problem: 'headquarters_too_old' })
  desk.line.older(false)
  await settled(desk)
  expect(await desk.ask('sync')).toMatchObject({ waiting: 0, openItems: 1 })
})
