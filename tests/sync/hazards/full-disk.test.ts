import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { customer } from '#tests/server/payloads.ts'
import { testDesk } from '#tests/sync/desk.ts'
import { agreesWith } from '#tests/sync/hazards/agreement.ts'
import { within } from '#tests/sync/hazards/faulty.ts'
import { ani, countAt, kendari, registerMany, settled } from '#tests/sync/kendari.ts'

test('[P7] (H18) a disk that runs full stops what is new in the middle of a filling, and work is taken and sent all the same; with room again everything comes by itself', async () => {
  await using hq = await kendari()
  for (let n = 0; n < 30; n++)
    await hq.write([{ collection: 'customers', record: customer(`c${n}`, 'KDI') }], 'c:KDI')
  const disk = { looks: 0, full: 3 }
  await using desk = await testDesk(hq, {
    ...ani,
    room: async () => {
      disk.looks += 1
      return disk.looks < disk.full ? 'enough' : 'stop'
    },
  })
  expect(await desk.ask('priming')).toMatchObject({ stage: 'waiting', problem: 'disk_low' })
  expect(await desk.ask('sync')).toMatchObject({ problem: 'disk_low', ready: false })
  const asked = () => desk.line.asked.filter((path) => /snapshot|feed/.test(path)).length
  const before = asked()
  expect(before).toBeGreaterThan(3)
  await registerMany(desk, 2, 100)
  await desk.sync()
  expect(await countAt(hq, 'customers')).toBe(32)
  expect(await desk.ask('sync')).toMatchObject({ waiting: 0 })
  expect(asked()).toBe(before)

  disk.full = Infinity
  expect(await within(desk, 60, async () => (await desk.ask('sync')).ready)).toBeDefined()
  disk.full = 0
  await hq.write([{ collection: 'customers', record: customer('later', 'KDI') }], 'c:KDI')
  await desk.sync()
  expect(await desk.ask('customer', 'later')).toBeNull()
  disk.full = Infinity
  await settled(desk)
  await agreesWith(hq, desk)
})
