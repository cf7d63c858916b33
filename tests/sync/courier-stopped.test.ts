import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { courierTo, withoutLine } from '#tests/sync/courier.ts'
import { failWrites } from '#tests/sync/failing-writes.ts'
import { testDesk } from '#tests/sync/desk.ts'
import { ani, countAt, kendari, registerMany, settled } from '#tests/sync/kendari.ts'

const budi = { centreId: 'KDI', username: 'budi', seed: 2 } as const

test('[J7] the desk is killed between export and import, and loses its database too', async () => {
  await using hq = await kendari()
  using courier = courierTo(hq)
  await using desk = await withoutLine(hq, ani)
  const [id = ''] = await registerMany(desk, 3)
  const answer = await courier.answer(await courier.work(desk))
  await desk.restart()
  expect(await desk.ask('sync')).toMatchObject({ waiting: 3 })
  expect(await desk.must('importAnswer', { bytes: answer })).toMatchObject({
    answered: 3,
    agreement: 'agreed',
  })

  await registerMany(desk, 1, 3)
  const lost = await courier.answer(await courier.work(desk))
  await desk.restart('database')
  expect(await desk.ask('sync')).toMatchObject({ waiting: 1 })
  expect(await desk.run('importAnswer', { bytes: lost })).toMatchObject({ ok: false })
  await courier.trip(desk)
  expect(await desk.ask('sync')).toMatchObject({ waiting: 0, ready: true })
  expect(await desk.ask('customer', id)).toMatchObject({ state: 'at_headquarters' })
  expect(await countAt(hq, 'customers')).toBe(4)
})

for (const k of [1, 2, 4, 6])
  test(`[J7] a store that fails at write ${k} of an import loses nothing: the same file goes on`, async () => {
    await using hq = await kendari()
    using courier = courierTo(hq)
    await using desk = await withoutLine(hq, ani)
    await using colleague = await testDesk(hq, budi)
    await registerMany(colleague, 3, 10)
    await settled(colleague)
    await registerMany(desk, 3)
    const answer = await courier.answer(await courier.work(desk))
    const writes = { count: 0, fail: true }
    const stores = ['reference', 'customers', 'outbox', 'shadows'] as const
    failWrites(desk, stores, 'disk full', () => (writes.count += 1) >= k && writes.fail)
    const first = await desk.run('importAnswer', { bytes: answer })
    if (writes.count >= k) expect(first).toEqual({ ok: false, problem: 'courier_cut' })
    writes.fail = false
    await desk.restart()
    await desk.must('importAnswer', { bytes: answer })
    expect(await desk.ask('sync')).toMatchObject({ waiting: 0, ready: true })
    expect(await desk.ask('search', 'Orang', 50)).toMatchObject({ searched: 6 })
    expect(await countAt(hq, 'customers')).toBe(6)
  })

test('[J9] a desk that was enrolled and never filled is filled from a file', async () => {
  const shipped = { at: false }
  await using hq = await kendari()
  using courier = courierTo(hq)
  await using colleague = await testDesk(hq, budi)
  await registerMany(colleague, 5)
  await settled(colleague)
  await using desk = await testDesk(hq, {
    ...ani,
    faults: {
      before: (path) => {
        if (path.startsWith('/v1/snapshot')) shipped.at = true
        if (shipped.at) throw new Error('the PC is on its way')
      },
    },
  })
  expect(await desk.ask('priming')).toMatchObject({ usable: false })
  const { core } = desk.inside()
  const label = core.enrolment.value?.label ?? ''
  const filling = await courier.filling(label)
  expect(await desk.must('importAnswer', { bytes: filling })).toMatchObject({ agreement: 'agreed' })
  expect(await desk.ask('priming')).toMatchObject({ usable: true, stage: 'done' })
  expect(await desk.ask('sync')).toMatchObject({ ready: true })
  expect(await desk.ask('search', 'Orang', 50)).toMatchObject({ searched: 5 })

  await registerMany(desk, 1, 5)
  await courier.trip(desk)
  expect(await desk.ask('sync')).toMatchObject({ waiting: 0, ready: true })
  expect(await desk.run('importAnswer', { bytes: filling })).toEqual({
    ok: false,
    problem: 'courier_filled',
  })
})
