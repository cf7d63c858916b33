import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { Reference } from '#domain/reference/reference.ts'
import { testDesk, type TestDesk } from '#tests/sync/desk.ts'
import { countAt, kendari, person, registerMany, settled } from '#tests/sync/kendari.ts'
import { ani, sari, twoCentres } from '#tests/sync/two-centres.ts'

const lost: readonly [what: string, change: Partial<Reference>, problem: string][] = [
  ['the role was taken away', { role: 'agent' }, 'not_permitted'],
  ['the person left', { active: false }, 'actor_foreign'],
  ['the person went to another centre', { centreId: 'MKS' }, 'actor_foreign'],
]

for (const [what, change, problem] of lost)
  test(`[E6][O4] (H13) ${what} while the desk was offline: the work waits whole for the centre’s supervisor, and is tried once`, async () => {
    await using hq = await twoCentres()
    await using desk = await testDesk(hq, ani)
    await using supervisor = await testDesk(hq, sari)
    const { customerId } = await desk.must('registerCustomer', person('Siti'))
    await settled(desk)
    desk.line.cut()
    await desk.must('amendCustomer', { customerId, changes: { name: 'Siti Rahma' }, base: { name: 'Siti' } })
    await hq.seedStaff('ani', 'branch', 'KDI', change)
    desk.line.restore()
    // Whoever is at the desk when the line returns; Ani herself may not sign in any more.
    await desk.must('signIn', { username: 'sari', password: 'rahasia-sekali' })
    await settled(desk)

    expect(await desk.ask('sync')).toMatchObject({ waiting: 0, parked: 0, ready: true, openItems: 1 })
    expect(await desk.ask('customer', customerId)).toMatchObject({ customer: { name: 'Siti' } })
    const sent = () => desk.line.asked.filter((path) => path === '/v1/operations').length
    const before = sent()
    for (let round = 0; round < 3; round++) await desk.sync()
    expect(sent()).toBe(before)
    expect(desk.machine.entries).toEqual([])
    await expectItem(supervisor, problem)
  })

async function expectItem(supervisor: TestDesk, problem: string): Promise<void> {
  await settled(supervisor)
  const [item, ...others] = await supervisor.ask('items', 'open', 10)
  expect(others).toEqual([])
  expect(item).toMatchObject({
    kind: 'refused',
    problem,
    actorId: 'ani',
    operation: { steps: [{ kind: 'amendCustomer', payload: { changes: { name: 'Siti Rahma' } } }] },
  })
  await supervisor.must('decideItem', { itemId: item?.id ?? '', decision: 'noted' })
  await settled(supervisor)
  expect(await supervisor.ask('items', 'open', 10)).toEqual([])
}

test('[S6] a refused or ended session in any form leaves the work: in the middle of a batch, with a token that nobody knows, of somebody who left', async () => {
  await using hq = await kendari()
  const batches = { seen: 0 }
  await using desk = await testDesk(hq, {
    ...ani,
    faults: {
      after: (path) => {
        if (path !== '/v1/operations') return
        batches.seen += 1
        // After the first batch every token of this desk is forgotten.
        if (batches.seen === 1) hq.clock.advance(40 * 86_400_000)
      },
    },
  })
  desk.line.cut()
  await registerMany(desk, 60)
  desk.line.restore()
  await desk.sync()
  // After a cut the first batch is a small one.
  const { waiting, problem } = await desk.ask('sync')
  expect(problem).toBe('session_expired')
  expect(waiting).toBeGreaterThan(0)
  expect(waiting).toBeLessThan(60)
  expect(desk.machine.entries).toHaveLength(waiting)
  await desk.must('signIn', { username: 'ani', password: 'rahasia-sekali' })
  await settled(desk)
  expect(await countAt(hq, 'customers')).toBe(60)

  await hq.database.query('delete from refresh_token')
  await hq.database.query('delete from access_token')
  await registerMany(desk, 1, 100)
  await desk.sync()
  expect(await desk.ask('sync')).toMatchObject({ waiting: 1, problem: 'session_expired' })

  await hq.seedStaff('ani', 'agent', 'KDI', { active: false })
  await desk.sync()
  expect(await desk.ask('sync')).toMatchObject({ waiting: 1, problem: 'session_expired' })
  expect(await desk.run('signIn', { username: 'ani', password: 'rahasia-sekali' })).toMatchObject({
    problem: 'sign_in_failed',
  })
  expect(await desk.ask('desk')).toMatchObject({ device: { label: 'KDI1' } })
  expect(desk.machine.entries).toHaveLength(1)
})
