import 'fake-indexeddb/auto'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory'
import { doorOf } from '#renderer/data/door.ts'
import { httpLink } from '#renderer/data/http-link.ts'
import { openLocalStore } from '#renderer/data/local-store.ts'
import { openDesk } from '#renderer/data/open-desk.ts'
import { headquarters, password } from '#tests/server/headquarters.ts'
import { customer, ticket } from '#tests/server/payloads.ts'
import { FakeClock, surroundings } from '#tests/sync/clock.ts'
import { testMachine } from '#tests/sync/test-machine.ts'
import { conversation } from '#tests/sync/work.ts'

/** A centre at a headquarters that listens, and a desk there whose questions are kept; its timers wait for the clock. */
async function listening() {
  const hq = await headquarters()
  await hq.seedCentre('KDI')
  await hq.seedStaff('ani', 'branch', 'KDI')
  await hq.write([{ collection: 'customers', record: customer('c1', 'KDI') }], 'c:KDI')
  await hq.app.listen({ port: 0, host: '127.0.0.1' })
  const origin = `http://127.0.0.1:${(hq.app.server.address() as AddressInfo).port}`
  const asked: string[] = []
  const opened = await openDesk({
    name: 'poked',
    storage: getRxStorageMemory() as never,
    openLocal: () => openLocalStore('poked-local'),
    link: httpLink((path, init) => {
      const { partition } = (
        path === '/v1/feed' && typeof init.body === 'string' ? JSON.parse(init.body) : {}
      ) as { partition?: string }
      asked.push(partition ?? path)
      return fetch(origin + path, init)
    }),
    machine: testMachine(),
    around: surroundings(new FakeClock(hq.clock.now()), 1),
    clientVersion: 'test',
  })
  const { desk } = opened
  const door = doorOf(desk)
  await door.run('enrol', { code: await hq.deviceCode('KDI'), name: 'Loket 1' })
  await door.run('signIn', { username: 'ani', password })
  await desk.conductor.syncNow()
  const other = await hq.desk('KDI', 'ani')
  /** What is asked from now on until it has been quiet for longer than pokes are gathered. */
  const heard = async () => {
    for (let before = -1; before < asked.length;) {
      before = asked.length
      await pause(500)
    }
    return asked.splice(0)
  }
  const dispose = async () => {
    await opened.close()
    // `fetch` keeps its connections, and whoever closes waits for them.
    hq.app.server.closeAllConnections()
    await hq[Symbol.asyncDispose]()
  }
  return { desk, door, other, heard, [Symbol.asyncDispose]: dispose }
}

test('[P8] a poke lets a desk ask for the partition that has news and for no other, and not again for what it took meanwhile', async () => {
  await using there = await listening()
  const { desk, door, other, heard } = there
  expect(await heard()).toContain('/v1/pokes')
  await other.take('openTicket', ticket('t1', other.enrolment.label))
  expect(await heard()).toEqual(['c:KDI'])
  expect(await desk.core.replica.tickets.findOne('t1').exec()).not.toBeNull()

  await door.run('closeContact', { contact: conversation('c1') })
  expect(await heard()).toEqual(['/v1/operations', 'c:KDI', '/v1/report'])
  await desk.conductor.syncNow()
  expect(await heard()).toEqual(['global', 'c:KDI', expect.stringMatching(/^d:/), '/v1/report'])
})
