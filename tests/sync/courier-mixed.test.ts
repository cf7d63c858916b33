import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { Bytes } from '#domain/courier/primitives.ts'
import { courierTo } from '#tests/sync/courier.ts'
import { testDesk, type TestDesk } from '#tests/sync/desk.ts'
import { ani, countAt, kendari, registerMany, settled } from '#tests/sync/kendari.ts'
import { seeded } from '#tests/sync/seeded.ts'

const steps = 40
const budi = { centreId: 'KDI', username: 'budi', seed: 2 } as const

async function revsOn(desk: TestDesk): Promise<ReadonlyMap<string, number>> {
  const customers = await desk.inside().core.replica.customers.find().exec()
  return new Map(customers.map(({ id, rev }) => [id, rev]))
}

for (const ending of ['courier', 'line'] as const)
  for (const seed of [1, 2])
    test(`[J6] files in any order and a line that comes and goes, seed ${seed}, end in agreement by ${ending}`, async () => {
      const random = seeded(seed)
      const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)]
      await using hq = await kendari()
      using courier = courierTo(hq)
      await using desk = await testDesk(hq, ani)
      await using colleague = await testDesk(hq, budi)
      await settled(desk)
      desk.line.cut()
      const ids: string[] = []
      const works: Bytes[] = []
      const answers: Bytes[] = []
      const told: string[] = []
      const change = async (at: TestDesk) => {
        const customerId = pick(ids)
        if (customerId === undefined) return
        const email = `orang${Math.floor(random() * 1000)}@example.com`
        await at.run('changeContactDetails', { customerId, changes: { email }, base: {} })
      }
      const actions: Readonly<Record<string, () => Promise<unknown>>> = {
        register: async () => ids.push(...(await registerMany(desk, 1, ids.length))),
        registerThere: async () => ids.push(...(await registerMany(colleague, 1, ids.length))),
        change: () => change(desk),
        changeThere: () => change(colleague),
        syncThere: () => colleague.sync(),
        syncHere: async () => {
          desk.line.restore()
          await desk.sync()
          desk.line.cut()
        },
        export: async () => works.push(await courier.work(desk)),
        hand: async () => {
          const work = pick(works)
          if (work !== undefined) answers.push(await courier.answer(work))
        },
        bring: async () => {
          const bytes = pick(answers)
          if (bytes !== undefined) await desk.run('importAnswer', { bytes })
        },
        // Ids of a desk in a test begin anew with it, so its clock must have moved on.
        restart: async () => {
          desk.clock.pass(1000)
          await desk.restart()
        },
      }
      for (let step = 0; step < steps; step++) {
        const before = await revsOn(desk)
        const name = pick(Object.keys(actions)) ?? ''
        told.push(name)
        await actions[name]?.()
        const after = await revsOn(desk)
        for (const [id, rev] of before)
          expect(after.get(id), `after ${told.join(' ')}`).toBeGreaterThanOrEqual(rev)
      }
      await settled(colleague)
      if (ending === 'line') desk.line.restore()
      // Twice: what differed the first time is sent whole the second.
      for (let trip = 0; trip < 2; trip++)
        if (ending === 'courier') await courier.trip(desk)
        else await settled(desk)
      expect(await desk.ask('sync'), told.join(' ')).toMatchObject({ waiting: 0, parked: 0, ready: true })
      expect(await countAt(hq, 'customers')).toBe(ids.length)
      const [row] = await hq.database.query<{ n: number; ids: number }>(
        `select count(*)::int as n, count(distinct (device_id, device_seq))::int as ids from operation`,
      )
      expect(row?.n).toBe(row?.ids)
      const outboxes = await Promise.all([desk, colleague].map((each) => each.ask('outbox', 500)))
      expect(row?.n).toBe(outboxes.flat().length)
    })
