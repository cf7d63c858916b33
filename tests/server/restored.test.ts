import { expect, test } from 'vitest'
import { stepOf } from '#domain/steps.ts'
import { recordOf } from '#sync-server/storage/documents.ts'
import { headquarters, type TestHeadquarters } from './headquarters.ts'
import { deskOf } from './wire-desk.ts'
import { customer, ticket } from './payloads.ts'
import { copyOf, postgresql } from './postgresql.ts'
import { inMemory } from './test-database.ts'

test('[F6][B4] (H11) after an older backup was restored every desk is told, also when the counter has passed its place, and its work heals headquarters', async () => {
  await using cluster = await postgresql()
  const url = await cluster.createDatabase()
  const before: TestHeadquarters = await headquarters({ url })
  await before.seedCentre('KDI')
  await before.seedStaff('ani', 'branch', 'KDI')
  const desk = await before.desk('KDI', 'ani')
  const { label } = desk.enrolment
  await desk.take('openTicket', ticket('t0', label))
  const early = (await desk.all()).checkpoint
  await before[Symbol.asyncDispose]()
  const backup = await copyOf(url, 'backup')

  const lost = await headquarters({ url })
  const there = deskOf(lost, desk.enrolment, desk.session)
  const operations = Array.from({ length: 10 }, (_, n) => ({
    ...there.operation(stepOf('openTicket', ticket(`t${n + 1}`, label))),
    deviceSeq: n + 2,
  }))
  const results = await there.send(...operations)
  expect(results.map(({ outcome }) => outcome)).toEqual(operations.map(() => 'accepted'))
  const { checkpoint } = await there.all()
  await lost[Symbol.asyncDispose]()

  await using restored = await headquarters({ url: backup })
  const back = deskOf(restored, desk.enrolment, desk.session)
  const ask = (after = checkpoint, answered?: string) =>
    back.post('/v1/feed', {
      partition: 'c:KDI',
      ...after,
      limit: 10,
      ...(answered === undefined ? {} : { answered }),
    })
  const changed = { status: 409, body: { code: 'history_changed' } }
  expect(await ask()).toMatchObject(changed)
  // A desk that stood before the backup had pulled nothing since, but an answer it had: the place alone tells nothing.
  expect(await ask(early)).toMatchObject({ status: 200 })
  expect(await ask(early, operations[9]?.opId)).toMatchObject(changed)
  const other = deskOf(restored, await restored.enrol('KDI'), desk.session)
  for (let n = 0; n < 20; n++)
    await back.send({
      ...other.operation(stepOf('openTicket', ticket(`u${n}`, label))),
      deviceId: desk.enrolment.deviceId,
    })
  expect(await ask()).toMatchObject(changed)
  expect((await back.page('c:KDI', early)).changes).toHaveLength(40)

  expect((await back.send(...operations)).map(({ outcome }) => outcome)).toEqual(
    operations.map(() => 'accepted'),
  )
  expect(await ask(early, operations[9]?.opId)).toMatchObject({ status: 200 })
  for (const { opId } of operations)
    expect(
      await restored.database.query('select op_id from operation where op_id = $1', [opId]),
    ).toHaveLength(1)
  expect((await recordOf(restored.database, 'tickets', 't10'))?.rev).toBe(1)
})

test('[B5][W1] (H11) what comes again takes its old place, in whatever order the desks bring it, and work of today stays', async () => {
  await using hq = await headquarters({ url: inMemory })
  await hq.seedCentre('KDI')
  await hq.seedStaff('ani', 'branch', 'KDI')
  const desk = await hq.desk('KDI', 'ani')
  const notes = async (order: readonly ('first' | 'second' | 'today')[]) => {
    const customerId = hq.clock.newId()
    await hq.write(
      [{ collection: 'customers', record: customer(customerId, 'KDI', { pinnedNote: 'lama' }) }],
      'c:KDI',
    )
    const note = (pinnedNote: string, seen: string, more = {}) =>
      desk.operation(
        stepOf('amendCustomer', { customerId, changes: { pinnedNote, ...more } }, { pinnedNote: seen }),
      )
    const at = hq.clock.now()
    const works = {
      first: { operation: note('pertama', 'lama', { language: 'en' }), at: at - 2000 },
      second: { operation: note('kedua', 'pertama'), at: at - 1000 },
      today: { operation: note('hari ini', 'kedua'), at: undefined },
    }
    const outcomes: unknown[] = []
    for (const name of order) {
      const work = works[name]
      const again = work.at === undefined ? [] : [{ opId: work.operation.opId, at: work.at }]
      const { body } = await desk.post<{ results: { outcome: string }[] }>('/v1/operations', {
        protocol: 2,
        operations: [work.operation],
        again,
      })
      outcomes.push(body.results[0]?.outcome)
    }
    expect(outcomes.every((outcome) => outcome === 'accepted' || outcome === 'merged')).toBe(true)
    return recordOf(hq.database, 'customers', customerId)
  }
  // The other field of the first was changed by nobody since.
  expect(await notes(['today', 'second', 'first'])).toMatchObject({ pinnedNote: 'hari ini', language: 'en' })
  expect(await notes(['today', 'first', 'second'])).toMatchObject({ pinnedNote: 'hari ini', language: 'en' })
  expect(await notes(['second', 'first'])).toMatchObject({ pinnedNote: 'kedua', language: 'en' })
  expect(await notes(['first', 'second', 'today'])).toMatchObject({ pinnedNote: 'hari ini' })
})
