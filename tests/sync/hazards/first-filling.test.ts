import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { doorOf } from '#renderer/data/door.ts'
import type { PrimingView, SyncView } from '#renderer/data/contract.ts'
import { headquarters } from '#tests/server/headquarters.ts'
import { customer, subscription } from '#tests/server/payloads.ts'
import { testDesk } from '#tests/sync/desk.ts'
import { agreesWith } from '#tests/sync/hazards/agreement.ts'
import { within } from '#tests/sync/hazards/faulty.ts'
import { ani, countAt, kendari, person, registerMany, settled } from '#tests/sync/kendari.ts'

test('[R1][P5] (H19) a first filling that is cut after every request is never taken for a full one, whatever was cut', async () => {
  const allowed = { left: 0 }
  await using hq = await kendari()
  for (let n = 0; n < 5; n++) {
    const line = subscription(`s${n}`, `c${n}`, `+62817000000${n}`)
    await hq.write([{ collection: 'customers', record: customer(`c${n}`, 'KDI') }], 'c:KDI')
    await hq.write([{ collection: 'subscriptions', record: line }], 'c:KDI')
  }
  await using desk = await testDesk(hq, {
    ...ani,
    faults: {
      before: (path) => {
        if (!/^\/v1\/(snapshot|feed|digest)/.test(path)) return
        if (allowed.left === 0) throw new Error('the line is cut')
        allowed.left -= 1
      },
    },
  })
  const proofs = { tried: 0 }
  const said: SyncView[] = []
  const parts: PrimingView[] = []
  const door = doorOf(desk.inside())
  door.watch('sync', [], (view) => said.push(view))
  door.watch('priming', [], (view) => parts.push(view))
  for (let cuts = 0; cuts < 60 && !(await desk.ask('sync')).ready; cuts++) {
    // A request at a time while it fills; then a round reaches one step further each time.
    proofs.tried += (await desk.ask('priming')).stage === 'done' ? 1 : 0
    allowed.left = 1 + proofs.tried
    desk.clock.pass(60_000)
    await desk.sync()
    const priming = await desk.ask('priming')
    const missing = priming.parts.filter(({ done, total }) => done < total)
    if (priming.stage === 'done') expect(missing).toEqual([])
    if (missing.length > 0) expect((await desk.ask('sync')).ready).toBe(false)
    if (priming.stage !== 'done') expect(priming).toMatchObject({ stage: 'waiting', problem: 'unreachable' })
    if (priming.usable) expect(await desk.ask('search', 'Siti', 20)).toMatchObject({ searched: 5 })
  }
  expect(await desk.ask('sync')).toMatchObject({ ready: true })
  expect(proofs.tried).toBe(3)
  await agreesWith(hq, desk)
  expect(parts.filter(({ stage }) => stage === 'waiting').length).toBeGreaterThan(5)
  // Ready came once, at the end, and was not said before.
  expect(said.findIndex(({ ready }) => ready)).toBeGreaterThan(5)
})

test('[P5][R1] (H19) a filling that lost records on its way is not called ready before they are here', async () => {
  await using hq = await kendari()
  for (let n = 0; n < 5; n++)
    await hq.write([{ collection: 'customers', record: customer(`c${n}`, 'KDI') }], 'c:KDI')
  await using desk = await testDesk(hq, { ...ani, faults: {} })
  const { replica } = desk.inside().core
  const ready: boolean[] = []
  doorOf(desk.inside()).watch('sync', [], (view) => ready.push(view.ready))
  await replica.customers.bulkRemove(['c1', 'c2'])
  desk.inside().course.next({ ...desk.inside().course.value, ready: false })
  ready.splice(0)
  await desk.sync()
  expect(ready).not.toContain(true)
  await settled(desk)
  expect(await desk.ask('sync')).toMatchObject({ ready: true })
  expect(await replica.customers.count().exec()).toBe(5)
})

test('[R4] (H20) a desk that would carry more than agreed is not primed: it says so in words, its work is taken, the log names it, and it fills by itself when the agreement is raised', async () => {
  const lines: string[] = []
  await using hq = await headquarters({ log: { write: (line) => lines.push(line) } })
  await hq.seedCentre('KDI', 'WITA')
  await hq.seedStaff('ani', 'agent', 'KDI')
  for (let n = 0; n < 8; n++)
    await hq.write([{ collection: 'customers', record: customer(`c${n}`, 'KDI') }], 'c:KDI')
  Object.assign(hq.settings, { mostRecords: 9 })
  await using desk = await testDesk(hq, ani)
  expect(await desk.ask('sync')).toMatchObject({ ready: false, problem: 'too_much_to_carry' })
  expect(await desk.ask('priming')).toMatchObject({
    stage: 'waiting',
    usable: false,
    problem: 'too_much_to_carry',
  })
  expect(await desk.ask('search', 'Siti', 5)).toMatchObject({ searched: 0 })
  const told = lines.filter((line) => line.includes('too much'))
  expect(JSON.parse(told[0] ?? '{}')).toMatchObject({ level: 40, device: 'KDI1', records: '10 of 9' })

  // It is asked again once in a minute, not each time that somebody works.
  await within(desk, 600, () => false)
  expect(lines.filter((line) => line.includes('too much')).length).toBeLessThan(13)
  await desk.must('registerCustomer', person('Siti'))
  expect(await within(desk, 60, async () => (await desk.ask('sync')).waiting === 0)).toBeDefined()
  expect(await countAt(hq, 'customers')).toBe(9)

  Object.assign(hq.settings, { mostRecords: 1_000 })
  expect(await within(desk, 90, async () => (await desk.ask('sync')).ready)).toBeDefined()
  await agreesWith(hq, desk)
})

test('[R4] (H20) a desk that was filled before goes on when its centre outgrows the agreement', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  await settled(desk)
  Object.assign(hq.settings, { mostRecords: 1 })
  await registerMany(desk, 3)
  await settled(desk)
  await desk.restart()
  await settled(desk)
  expect(await desk.ask('sync')).toMatchObject({ ready: true, waiting: 0 })
})
