import { expect, test } from 'vitest'
import type { Answer } from '#domain/sync/link.ts'
import { gateOf } from '#sync-server/gate.ts'
import type { Database } from '#sync-server/storage/database.ts'
import { headquarters } from './headquarters.ts'
import { testDatabase } from './test-database.ts'

/** A database that answers when it is told to. */
async function holding() {
  const database = await testDatabase(undefined)
  const state = { free: Promise.resolve(), release: () => {}, asked: 0, most: 0 }
  const held: Database = {
    ...database,
    async query(text, values) {
      state.asked += 1
      state.most = Math.max(state.most, state.asked)
      await state.free
      return database.query<never>(text, values).finally(() => (state.asked -= 1))
    },
  }
  const hold = () => {
    state.free = new Promise((resolve) => (state.release = resolve))
  }
  return { held, hold, state }
}

test('[O18] so many requests are worked on at once, so many wait, and whoever comes then is asked to come later before the body is read', async () => {
  const { held, hold, state } = await holding()
  const gate = gateOf({ atOnce: 2, most: 5, mostBytes: 1_000_000, longest: 600_000 })
  await using hq = await headquarters({ database: held, gate })
  await hq.seedCentre('KDI')
  await hq.seedStaff('ani', 'branch', 'KDI')
  const desk = await hq.desk('KDI', 'ani')
  state.most = 0
  hold()
  const many = Array.from({ length: 5 }, () => desk.get('/v1/digest'))
  await expect.poll(() => state.asked).toBe(2)
  const tooLarge = { operations: 'x'.repeat(2_000_000) }
  await expect
    .poll(() => desk.post('/v1/operations', tooLarge))
    .toMatchObject({
      status: 503,
      body: { code: 'overloaded' },
      headers: { 'retry-after': expect.any(String) },
    })
  state.release()
  for (const { status } of await Promise.all(many)) expect(status).toBe(200)
  expect(state.most).toBe(2)
  expect((await desk.post('/v1/operations', tooLarge)).status).toBe(413)
})

test('[O18] bodies that fill the memory wait outside, one alone never does, and who is refused comes back when those before are through', async () => {
  const time = { now: 0 }
  const gate = gateOf({ atOnce: 1, most: 100, mostBytes: 1_000, longest: 60_000 }, () => time.now)
  expect(gate.enter(5_000)).toBeUndefined()
  expect(gate.enter(1)).toMatchObject({ code: 'overloaded' })
  gate.leave(5_000)
  expect([gate.enter(600), gate.enter(400)]).toEqual([undefined, undefined])
  const asked = () => gate.enter(1)?.retryAfter ?? 0
  expect(asked()).toBeLessThanOrEqual(2)
  const fine: Answer<string> = { ok: true, value: 'done' }
  const waiting = Array.from({ length: 300 }, () =>
    gate.pass(async () => {
      time.now += 50
      return fine
    }),
  )
  const last = Promise.withResolvers<Answer<string>>()
  waiting.push(...Array.from({ length: 300 }, () => gate.pass(() => last.promise)))
  await Promise.all(waiting.slice(0, 300))
  // 299 wait, and each took about 50 ms: as long as is ever asked for, give or take a half.
  const hint = asked()
  expect(hint).toBeGreaterThanOrEqual(5)
  expect(hint).toBeLessThanOrEqual(15)
  last.resolve(fine)
  await Promise.all(waiting)
})

test('[O18] who waits enters in the order of coming, and nobody waits for ever', async () => {
  const hurried = gateOf({ atOnce: 1, most: 9, mostBytes: 1, longest: 1 })
  const fine: Answer<string> = { ok: true, value: 'done' }
  const working = Promise.withResolvers<Answer<string>>()
  const first = hurried.pass(() => working.promise)
  expect(await hurried.pass(() => Promise.resolve(fine))).toMatchObject({
    ok: false,
    problem: { code: 'overloaded' },
  })
  working.resolve(fine)
  expect(await first).toEqual(fine)

  const patient = gateOf({ atOnce: 1, most: 9, mostBytes: 1, longest: 60_000 })
  const order: number[] = []
  const one = Promise.withResolvers<Answer<string>>()
  const all = [patient.pass(() => one.promise)]
  for (const n of [1, 2, 3])
    all.push(
      patient.pass(() => {
        order.push(n)
        return n === 2 ? Promise.reject(new Error('a fault')) : Promise.resolve(fine)
      }),
    )
  one.resolve(fine)
  expect((await Promise.allSettled(all)).map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
  ])
  expect(order).toEqual([1, 2, 3])
})
