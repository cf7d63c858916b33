import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { TestHeadquarters } from '#tests/server/headquarters.ts'
import { testDesk } from '#tests/sync/desk.ts'
import { ani, countAt, kendari, registerMany, settled } from '#tests/sync/kendari.ts'

test('[B1][B2] headquarters restored from an older backup gets the accepted work again, once', async () => {
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
  await query(`delete from operation where device_seq > 2`)
  await query(`update partition set seq = ${from - 1} where id = 'c:KDI'`)
}
