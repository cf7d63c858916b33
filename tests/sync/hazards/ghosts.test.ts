import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { commitWrites } from '#sync-server/storage/commit-writes.ts'
import type { TestHeadquarters } from '#tests/server/headquarters.ts'
import { customer } from '#tests/server/payloads.ts'
import { testDesk, type TestDesk } from '#tests/sync/desk.ts'
import { agreesWith } from '#tests/sync/hazards/agreement.ts'
import { prove, vanish } from '#tests/sync/hazards/vanish.ts'
import { ani, kendari, registerMany, settled } from '#tests/sync/kendari.ts'

const isHere = async (desk: TestDesk, id: string) => (await desk.ask('customer', id)) !== null

/** Kendari with six customers. */
async function six(): Promise<TestHeadquarters> {
  const hq = await kendari()
  for (let n = 0; n < 6; n++)
    await hq.write([{ collection: 'customers', record: customer(`c${n}`, 'KDI') }], 'c:KDI')
  return hq
}

test('[F4] (H5) what left while the desk was away is gone at its next round, each piece, and nothing else is', async () => {
  await using hq = await six()
  await using desk = await testDesk(hq, ani)
  await settled(desk)
  desk.line.cut()
  const leaving = ['c1', 'c3', 'c5'].map((id) => ({
    collection: 'customers' as const,
    id,
    partitions: ['c:KDI'],
  }))
  await hq.database.transaction((tx) =>
    commitWrites(tx, [{ placed: [], leaving }], { now: hq.clock.now(), newCommitId: () => hq.clock.newId() }),
  )
  desk.clock.pass(400 * 86_400_000)
  hq.clock.advance(400 * 86_400_000)
  desk.line.restore()
  await desk.must('signIn', { username: 'ani', password: 'rahasia-sekali' })
  await settled(desk)
  expect(await Promise.all(['c0', 'c1', 'c2', 'c3', 'c4', 'c5'].map((id) => isHere(desk, id)))).toEqual([
    true,
    false,
    true,
    false,
    true,
    false,
  ])
  await agreesWith(hq, desk)
})

test('[P5] (H5) what headquarters does not have, though nothing ever said that it went, is no ghost after the next proof', async () => {
  await using hq = await six()
  await using desk = await testDesk(hq, ani)
  await settled(desk)
  await vanish(hq, ['c0', 'c4'])
  await prove(desk)
  expect(await desk.ask('sync')).toMatchObject({ ready: true })
  expect([await isHere(desk, 'c0'), await isHere(desk, 'c4'), await isHere(desk, 'c2')]).toEqual([
    false,
    false,
    true,
  ])
  expect((await desk.ask('search', 'Siti', 20)).hits).toHaveLength(4)
  await agreesWith(hq, desk)
})

test('[P5][U4] (H5) unsent work on a record that headquarters has lost is no reason to keep the ghost, nor to lose the work', async () => {
  await using hq = await six()
  await using desk = await testDesk(hq, ani)
  await settled(desk)
  desk.line.cut()
  await desk.must('amendCustomer', { customerId: 'c2', changes: { pinnedNote: 'Penting' }, base: {} })
  await vanish(hq, ['c2'])
  desk.line.restore()
  await prove(desk)
  expect(await desk.ask('sync')).toMatchObject({ waiting: 0, ready: true, openItems: 1 })
  const [item] = await desk.ask('items', 'open', 5)
  expect(JSON.stringify(item?.operation)).toContain('Penting')
  expect(await isHere(desk, 'c2')).toBe(false)
  await agreesWith(hq, desk)
})

test('[B1][P5] (H5) a priming anew that brings less than before leaves no ghost, and what was made here since stays', async () => {
  await using hq = await six()
  await using desk = await testDesk(hq, ani)
  await settled(desk)
  await vanish(hq, ['c1', 'c2'])
  // Another history: every place that the desk knows has another name.
  await hq.database.query(`update partition_commit set commit_id = 'another'`)
  await registerMany(desk, 2)
  await settled(desk, 20)
  expect(await desk.ask('sync')).toMatchObject({ waiting: 0, ready: true })
  expect([await isHere(desk, 'c1'), await isHere(desk, 'c0')]).toEqual([false, true])
  expect(await desk.ask('search', 'Orang', 5)).toMatchObject({ searched: 6 })
  await agreesWith(hq, desk)
})
