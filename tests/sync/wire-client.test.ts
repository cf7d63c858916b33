import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory'
import { collectionNames } from '#domain/entities.ts'
import type { Operation, OperationResult } from '#domain/sync/operation.ts'
import { doorOf } from '#renderer/data/door.ts'
import { httpLink } from '#renderer/data/http-link.ts'
import { openLocalStore } from '#renderer/data/local-store.ts'
import { openDesk } from '#renderer/data/open-desk.ts'
import { password } from '#tests/server/headquarters.ts'
import { recordedHeadquarters, responseOf } from '#tests/server/wire/recorded-headquarters.ts'
import { filledIn, type Wire } from '#tests/server/wire/wire.ts'
import { FakeClock, surroundings } from '#tests/sync/clock.ts'
import { testMachine } from '#tests/sync/test-machine.ts'

const wire = JSON.parse(
  readFileSync(join(import.meta.dirname, '../server/fixtures/wire-1.json'), 'utf8'),
) as Wire
const exchanges = filledIn(wire.exchanges, new Map(Object.entries(wire.values)))
const batches = exchanges.filter(
  ({ request, answer }) => request.path === '/v1/operations' && answer.status === 200,
)
const operations = new Map(
  batches
    .flatMap(({ request }) => (request.body as { operations: Operation[] }).operations)
    .map((operation) => [operation.opId, operation]),
)
const results = new Map(
  batches
    .flatMap(({ answer }) => (answer.body as { results: OperationResult[] }).results)
    .map((result) => [result.opId, result]),
)

/** What the recorded snapshot holds of a collection, by id. */
function recordedRecords(collection: string): Map<string, object> {
  const parts = exchanges.filter(({ request }) => request.path.includes(`&collection=${collection}&`))
  const records = parts.flatMap(({ answer }) => (answer.body as { records?: { id: string }[] }).records ?? [])
  return new Map(records.map((record) => [record.id, record]))
}

test('[V4] today’s console on the recorded answers of protocol 1 ends in the recorded state', async () => {
  const machine = testMachine()
  const clock = new FakeClock(exchanges.at(-1)?.at)
  const open = () =>
    openDesk({
      name: 'recorded',
      storage: getRxStorageMemory() as never,
      openLocal: () => openLocalStore('recorded-local'),
      link: {
        ...httpLink(recordedHeadquarters(wire)),
        pokes: () => ({ ended: new Promise(() => undefined), close: () => undefined }),
      },
      machine,
      around: surroundings(clock, 1),
      clientVersion: '2.0.0',
    })
  const first = await open()
  expect(await doorOf(first.desk).run('enrol', { code: 'KDI', name: 'Loket 1' })).toMatchObject({ ok: true })
  await first.close()
  // The work that the recorded desk did, unsent.
  const own = [...operations.values()].filter(({ deviceId }) => deviceId !== 'elsewhere')
  expect(own).toHaveLength(operations.size - 1)
  for (const operation of own)
    await machine.journal?.append({
      opId: operation.opId,
      seq: operation.deviceSeq,
      operation: JSON.stringify(operation),
    })

  const opened = await open()
  const { desk } = opened
  expect(await doorOf(desk).run('signIn', { username: 'ani', password })).toMatchObject({ ok: true })
  for (let round = 0; round < 4; round++) {
    await desk.conductor.syncNow()
    clock.pass(30_000)
  }
  expect(desk.course.value).toMatchObject({ link: 'up', ready: true, problem: undefined })
  expect(desk.clockAhead.value).toBeTypeOf('number')

  const entries = await desk.core.replica.outbox.find().exec()
  expect(entries).toHaveLength(own.length)
  for (const { opId, state, unsettled, result } of entries) {
    const recorded = results.get(opId)
    const wanted = recorded?.outcome === 'needs_attention' ? 'attention' : 'accepted'
    expect({ opId, state, unsettled, result }).toEqual({
      opId,
      state: wanted,
      unsettled: 'no',
      result: recorded,
    })
  }
  expect((await machine.journal?.read())?.entries).toEqual([])
  for (const collection of collectionNames) {
    const recorded = recordedRecords(collection)
    const here = await desk.core.replica[collection].find().exec()
    expect([collection, here.length]).toEqual([collection, recorded.size])
    for (const document of here)
      expect(document.toJSON()).toMatchObject(recorded.get(document.primary) ?? { missing: collection })
  }
  await opened.close()
})

test('[V4] every refusal of protocol 1 is understood', async () => {
  const refusals = exchanges.filter(({ answer }) => answer.status >= 400)
  expect(refusals.length).toBeGreaterThan(15)
  for (const { about, answer } of refusals) {
    const link = httpLink(() => Promise.resolve(responseOf(answer)))
    const { code, detail } = answer.body as { code: string; detail?: string }
    expect([about, await link.digest('token')]).toEqual([
      about,
      {
        ok: false,
        problem: {
          code,
          ...(detail === undefined ? {} : { detail }),
          ...(answer.retryAfter === undefined ? {} : { retryAfter: Number(answer.retryAfter) }),
        },
      },
    ])
  }
})
