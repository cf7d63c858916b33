import { expect, test } from 'vitest'
import { stepOf } from '#domain/steps.ts'
import { recordOf } from '#sync-server/storage/documents.ts'
import { headquarters, type TestHeadquarters } from './headquarters.ts'
import { deskOf } from './wire-desk.ts'
import { ticket } from './payloads.ts'
import { copyOf, postgresql } from './postgresql.ts'

test('[F6] (H11) after an older backup was restored every desk is told, also when the counter has passed its place, and its work heals headquarters', async () => {
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
  const ask = async () => {
    const query = new URLSearchParams({
      partition: 'c:KDI',
      epoch: checkpoint.epoch,
      seq: String(checkpoint.seq),
      commit: checkpoint.commit,
      limit: '10',
    })
    return back.get(`/v1/feed?${query}`)
  }
  const changed = { status: 409, body: { code: 'history_changed' } }
  expect(await ask()).toMatchObject(changed)
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
  for (const { opId } of operations)
    expect(
      await restored.database.query('select op_id from operation where op_id = $1', [opId]),
    ).toHaveLength(1)
  expect((await recordOf(restored.database, 'tickets', 't10'))?.rev).toBe(1)
})
