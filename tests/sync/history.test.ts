import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { Write } from '#domain/sync/records.ts'
import type { TestHeadquarters } from '#tests/server/headquarters.ts'
import { customer } from '#tests/server/payloads.ts'
import { testDesk } from '#tests/sync/desk.ts'
import { ani, countAt, kendari, registerMany, settled } from '#tests/sync/kendari.ts'
import { ticket } from '#tests/sync/work.ts'

test('[B1][B2] (H11) headquarters restored from an older backup gets the accepted work again, once', async () => {
  await using old = await kendari()
  await using desk = await testDesk(old, ani)
  const [before = ''] = await registerMany(desk, 2)
  await settled(desk)
  // The backup lacks what came after: its documents, their places and the operations themselves.
  const [after = ''] = await registerMany(desk, 2, 2)
  await settled(desk)
  await forget(old, after)
  await settled(desk)
  await settled(desk)
  expect(await desk.ask('customer', before)).toMatchObject({ state: 'at_headquarters' })
  expect(await desk.ask('customer', after)).toMatchObject({ state: 'at_headquarters' })
  expect(await countAt(old, 'customers')).toBe(4)
  const twice = await old.database.query<{ n: number }>('select count(*)::int as n from operation')
  expect(twice).toEqual([{ n: 4 }])
})

test('[B3] work that hangs on another desk’s waits until that has come again too, and no person is bothered', async () => {
  await using hq = await kendari()
  await using one = await testDesk(hq, ani)
  await using two = await testDesk(hq, { centreId: 'KDI', username: 'budi', seed: 2 })
  await registerMany(one, 2)
  const [customerId = ''] = await registerMany(one, 1, 2)
  await settled(one)
  await settled(two)
  const { ticketId } = await two.must('openTicket', { ...ticket, customerId })
  await settled(two)
  await settled(one)
  await forget(hq, customerId)

  for (let round = 0; round < 8; round++) {
    await two.sync()
    two.clock.pass(30_000)
  }
  // A ticket of a customer whom nobody knows is not on the screen; the sync centre says what it waits for.
  expect(await two.ask('ticket', ticketId)).toBeNull()
  expect(await two.ask('sync')).toMatchObject({ waiting: 1, parked: 0, openItems: 0 })
  expect((await two.ask('outbox', 5))[0]).toMatchObject({ state: 'waiting', problem: 'unknown_record' })
  await settled(one)
  await settled(two)
  await settled(one)
  expect(await countAt(hq, 'tickets')).toBe(1)
  for (const desk of [one, two])
    expect(await desk.ask('ticket', ticketId)).toMatchObject({ state: 'at_headquarters' })
  expect(await two.ask('sync')).toMatchObject({ waiting: 0, parked: 0, openItems: 0, ready: true })
})

test('[B2] work that comes again and is refused this time leaves no ghost behind', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  await using other = await testDesk(hq, { centreId: 'KDI', username: 'sari', seed: 2 })
  await registerMany(desk, 2)
  await settled(desk)
  const [ghost = ''] = await registerMany(desk, 1, 2)
  const { ticketId } = await desk.must('openTicket', { ...ticket, customerId: ghost })
  await settled(desk)
  await forget(hq, ghost)
  await hq.seedStaff('ani', 'agent', 'KDI', { active: false })
  await desk.must('signIn', { username: 'sari', password: 'rahasia-sekali' })
  await settled(desk)
  await settled(desk)
  expect(await desk.ask('customer', ghost)).toBeNull()
  expect(await desk.ask('ticket', ticketId)).toBeNull()
  expect(await desk.ask('sync')).toMatchObject({ waiting: 0, ready: true, openItems: 2 })
  await settled(other)
  expect((await other.ask('items', 'open', 5)).map(({ problem }) => problem)).toEqual([
    'actor_foreign',
    'actor_foreign',
  ])
})

test('[F7][T9] a transaction too large for the pages of a bad line is taken by priming again, and nothing is sent twice', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  await registerMany(desk, 2)
  await settled(desk)
  // A line that broke off three times: pages of ten, so more than four hundred records are too many for one.
  for (let times = 0; times < 3; times++) desk.inside().core.paces.page.failed()
  const imported = Array.from({ length: 401 }, (_, index): Write => ({
    collection: 'customers',
    record: customer(`impor-${index}`, 'KDI'),
  }))
  await hq.write(imported, 'c:KDI')
  desk.line.asked.length = 0
  await settled(desk)
  expect(await desk.ask('customer', 'impor-400')).toMatchObject({ state: 'at_headquarters' })
  expect(desk.line.asked.filter((path) => path === '/v1/snapshot/part').length).toBeGreaterThan(0)
  expect(desk.line.asked.filter((path) => path === '/v1/operations')).toEqual([])
})

/** What a restore of an older backup does to headquarters: the newest two operations never happened there. */
async function forget(hq: TestHeadquarters, newest: string): Promise<void> {
  const query = <R extends object>(text: string) => hq.database.query<R>(text)
  const seqs = await query<{ seq: number }>(
    `select seq::int from feed where partition = 'c:KDI' and doc_id = '${newest}'`,
  )
  const from = seqs[0]?.seq ?? 0
  await query(
    `delete from document where id in (select doc_id from feed where partition = 'c:KDI' and seq >= ${from})`,
  )
  await query(
    `delete from directory where customer_id in (select doc_id from feed where partition = 'c:KDI' and seq >= ${from})`,
  )
  await query(`delete from feed where partition = 'c:KDI' and seq >= ${from}`)
  await query(`delete from partition_commit where partition = 'c:KDI' and seq >= ${from}`)
  await query(`delete from operation where device_seq > 2 or body::text like '%${newest}%'`)
  await query(`update partition set seq = ${from - 1} where id = 'c:KDI'`)
}
