import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { TestHeadquarters } from '#tests/server/headquarters.ts'
import { courierTo, withoutLine } from '#tests/sync/courier.ts'
import { testDesk } from '#tests/sync/desk.ts'
import { ani, countAt, kendari, registerMany, settled } from '#tests/sync/kendari.ts'

const sari = { centreId: 'KDI', username: 'sari', seed: 2 } as const

/** What a restore of an older backup does to headquarters: the centre's newest customers and their operations never happened. */
async function restoredWithout(hq: TestHeadquarters, customerIds: readonly string[]): Promise<void> {
  const [first] = await hq.database.query<{ seq: number }>(
    `select min(seq)::int as seq from feed where partition = 'c:KDI' and doc_id = any($1::text[])`,
    [customerIds],
  )
  const from = first?.seq ?? 0
  const gone = `(select doc_id from feed where partition = 'c:KDI' and seq >= ${from})`
  await hq.database.query(`delete from directory where customer_id in ${gone}`)
  await hq.database.query(
    `delete from operation where exists (select 1 from jsonb_array_elements(body -> 'steps') as step
       where step -> 'payload' ->> 'customerId' in ${gone})`,
  )
  await hq.database.query(`delete from document where id in ${gone}`)
  await hq.database.query(`delete from feed where partition = 'c:KDI' and seq >= ${from}`)
  await hq.database.query(`delete from partition_commit where partition = 'c:KDI' and seq >= ${from}`)
  await hq.database.query(`update partition set seq = ${from - 1} where id = 'c:KDI'`)
}

test('[J8][B1][B2] headquarters was restored from a backup, and the desk learns it by courier alone', async () => {
  await using hq = await kendari()
  using courier = courierTo(hq)
  await using desk = await withoutLine(hq, ani)
  await using colleague = await testDesk(hq, sari)
  await registerMany(desk, 2)
  await courier.trip(desk)
  const lost = await registerMany(desk, 2, 2)
  await courier.trip(desk)
  const before = await desk.must('exportWork', {})
  const answerBefore = await courier.answer(before.bytes)
  await restoredWithout(hq, lost)
  await settled(colleague)
  await registerMany(colleague, 3, 10)
  await settled(colleague)
  expect(await countAt(hq, 'customers')).toBe(5)

  await registerMany(desk, 1, 4)
  const work = await courier.work(desk)
  const answer = await courier.answer(work)
  expect(await desk.must('importAnswer', { bytes: answer })).toMatchObject({ answered: 1 })
  expect(await desk.ask('sync')).toMatchObject({ ready: true })
  expect((await desk.ask('sync')).waiting).toBeGreaterThan(0)
  for (const id of lost) expect(await desk.ask('customer', id)).toMatchObject({ state: 'saved_here' })
  // What headquarters said before the restore is not its word any more.
  expect(await desk.run('importAnswer', { bytes: answerBefore })).toEqual({
    ok: false,
    problem: 'courier_old',
  })
  expect(await desk.must('importAnswer', { bytes: answer })).toMatchObject({ answered: 0, changes: 0 })
  await courier.trip(desk)
  expect(await desk.ask('sync')).toMatchObject({ waiting: 0, ready: true })
  expect(await desk.ask('search', 'Orang', 50)).toMatchObject({ searched: 8 })
  expect(await countAt(hq, 'customers')).toBe(8)
})

test('[J8] an answer from before the restore, of which the desk knows by the line, settles nothing', async () => {
  await using hq = await kendari()
  using courier = courierTo(hq)
  const stumbles = { on: false }
  await using desk = await withoutLine(hq, { ...ani, faults: { poison: () => stumbles.on } })
  await using colleague = await testDesk(hq, sari)
  await registerMany(desk, 1)
  await courier.trip(desk)
  const lost = await registerMany(desk, 1, 1)
  const answer = await courier.answer(await courier.work(desk))
  // The desk comes as far as that answer by the line, and headquarters then forgets it.
  stumbles.on = true
  desk.line.restore()
  await desk.sync()
  await restoredWithout(hq, lost)
  await registerMany(colleague, 4, 10)
  await settled(colleague)
  await desk.sync()
  await desk.sync()
  desk.line.cut()
  expect(await desk.run('importAnswer', { bytes: answer })).toEqual({ ok: false, problem: 'courier_old' })
  expect(await desk.ask('customer', lost[0] ?? '')).toMatchObject({ state: 'saved_here' })
  await courier.trip(desk)
  expect(await desk.ask('sync')).toMatchObject({ waiting: 0, ready: true })
  expect(await countAt(hq, 'customers')).toBe(6)
})

test('[J5][J8] what was not meant for this desk is refused with the reason, and nothing is taken', async () => {
  await using hq = await kendari()
  await using elsewhere = await kendari()
  using courier = courierTo(hq)
  using stranger = courierTo(elsewhere)
  await using desk = await withoutLine(hq, ani)
  await using neighbour = await withoutLine(hq, sari)
  await using foreigner = await withoutLine(elsewhere, { ...ani, seed: 3 })
  await registerMany(desk, 2)
  const work = await courier.work(desk)
  const answer = await courier.answer(work)
  const cut = answer.slice(0, -1)
  const turned = answer.map((byte, place) => (place === 400 ? byte ^ 1 : byte))
  const refusals = [
    [await courier.answer(await courier.work(neighbour)), 'courier_other_desk'],
    [await stranger.answer(await stranger.work(foreigner)), 'courier_other_headquarters'],
    [work, 'courier_wrong_way'],
    [cut, 'courier_damaged'],
    [turned, 'courier_damaged'],
    [new Uint8Array(0), 'courier_unreadable'],
    [Uint8Array.from(Buffer.from('{"results":[]}')), 'courier_unreadable'],
  ] as const
  const before = await desk.ask('sync')
  for (const [bytes, problem] of refusals)
    expect(await desk.run('importAnswer', { bytes })).toEqual({ ok: false, problem })
  expect(await desk.ask('sync')).toEqual(before)
  expect(before).toMatchObject({ waiting: 2 })
  expect((await desk.ask('courier')).lastImport).toBeUndefined()
  expect(await desk.must('importAnswer', { bytes: answer })).toMatchObject({ answered: 2 })

  for (const [file, words] of [
    [answer, 'goes the other way'],
    [await stranger.work(foreigner), 'another headquarters'],
    [work.slice(0, 300), 'damaged or cut'],
    [new Uint8Array(0), 'no courier file'],
  ] as const)
    expect(await courier.hand(file)).toMatchObject({ exit: 1, err: expect.stringContaining(words) })
})

test('[J11] a desk that does not agree asks for everything with its next file', async () => {
  await using hq = await kendari()
  using courier = courierTo(hq)
  await using desk = await withoutLine(hq, ani)
  const [first = ''] = await registerMany(desk, 4)
  await courier.trip(desk)
  const { customers } = desk.inside().core.replica
  await customers.bulkRemove([first])
  const work = await courier.work(desk)
  const taken = await desk.must('importAnswer', { bytes: await courier.answer(work) })
  expect(taken).toMatchObject({ agreement: 'differs' })
  expect(await desk.ask('sync')).toMatchObject({ ready: false })
  await desk.restart()
  await courier.trip(desk)
  expect(await desk.ask('courier')).toMatchObject({ lastImport: { agreement: 'agreed' } })
  expect(await desk.ask('customer', first)).toMatchObject({ state: 'at_headquarters' })
})

test('[J3] what headquarters stumbles over is not answered by the file, and comes with the next one', async () => {
  await using hq = await kendari()
  using courier = courierTo(hq)
  await using desk = await withoutLine(hq, ani)
  await registerMany(desk, 2)
  // A table that is not there while somebody mends it: every operation of a customer fails at it.
  await hq.database.query('alter table directory rename to directory_away')
  const work = await courier.work(desk)
  const ran = await courier.hand(work)
  expect(ran).toMatchObject({ exit: 3, err: expect.stringContaining('import the same file again') })
  await hq.database.query('alter table directory_away rename to directory')
  expect(await desk.ask('sync')).toMatchObject({ waiting: 2, parked: 0 })
  expect(await desk.must('importAnswer', { bytes: await courier.answer(work) })).toMatchObject({
    answered: 2,
    agreement: 'agreed',
  })
  expect(await countAt(hq, 'customers')).toBe(2)
})

test('[J1][J7] without a person at the desk, and on a nearly full disk, nothing is taken', async () => {
  await using hq = await kendari()
  using courier = courierTo(hq)
  await using desk = await withoutLine(hq, ani)
  await registerMany(desk, 1)
  const answer = await courier.answer(await courier.work(desk))
  await desk.must('lock', {})
  expect(await desk.run('exportWork', {})).toEqual({ ok: false, problem: 'session_expired' })
  expect(await desk.run('importAnswer', { bytes: answer })).toEqual({
    ok: false,
    problem: 'session_expired',
  })
  await desk.must('signIn', { username: 'ani', password: 'rahasia-sekali' })
  Object.assign(desk.machine, { diskRoom: async () => 'stop' })
  expect(await desk.run('importAnswer', { bytes: answer })).toEqual({ ok: false, problem: 'disk_low' })
  expect(await desk.ask('sync')).toMatchObject({ waiting: 1 })
  // A hint stops nothing. [P7]
  Object.assign(desk.machine, { diskRoom: async () => 'warn' })
  await desk.must('importAnswer', { bytes: answer })
  expect(await desk.ask('sync')).toMatchObject({ waiting: 0 })
})

test('[J10] a desk that was enrolled before there were keys tells them with its report, once', async () => {
  await using hq = await kendari()
  using courier = courierTo(hq)
  await using desk = await testDesk(hq, ani)
  await settled(desk)
  // As it stood on both sides before.
  const { core } = desk.inside()
  const { courier: _, ...old } = core.enrolment.value ?? { courier: undefined }
  desk.machine.texts.set('enrolment', JSON.stringify(old))
  desk.machine.texts.delete('courier')
  await hq.database.query('update device set courier_sign = null, courier_box = null')
  desk.line.cut()
  await desk.restart()
  expect(await desk.ask('courier')).toMatchObject({ hasKeys: false })
  expect(await desk.run('exportWork', {})).toEqual({ ok: false, problem: 'courier_no_keys' })
  desk.line.restore()
  await desk.sync()
  await desk.until('courier', [], ({ hasKeys }) => hasKeys)
  desk.line.cut()
  await registerMany(desk, 1)
  await courier.trip(desk)
  expect(await desk.ask('sync')).toMatchObject({ waiting: 0 })

  // A desk that comes with other keys later is somebody else.
  desk.machine.texts.set('enrolment', JSON.stringify(old))
  desk.machine.texts.delete('courier')
  await desk.restart()
  desk.line.restore()
  await settled(desk)
  await desk.sync()
  expect(await desk.ask('courier')).toMatchObject({ hasKeys: false })
})
