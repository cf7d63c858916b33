import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { partsKey } from '#domain/courier/answer.ts'
import type { Bytes } from '#domain/courier/primitives.ts'
import { stepOf } from '#domain/steps.ts'
import { recordOf } from '#sync-server/storage/documents.ts'
import { changesIn, deskWithKeys, hand, keys, opened, paths, run, workOf } from './courier-files.ts'
import { engines } from './engines.ts'
import { customer, ticket } from './payloads.ts'
import { itemOf, twoCentres } from './two-centres.ts'

describe.each(engines)('the courier at headquarters on %s', (engine) => {
  const begun = async () => {
    const { hq } = await twoCentres(await engine.url())
    return { hq, desk: await deskWithKeys(hq) }
  }

  it('[J3][J4] takes a file as it takes the line, and answers results word for word with the changes', async () => {
    const { hq, desk } = await begun()
    await using _ = hq
    const { label } = desk.enrolment
    const early = (await desk.all()).checkpoint
    const operations = [
      desk.operation(stepOf('openTicket', ticket('t1', label))),
      desk.operation(stepOf('noteOnTicket', { ticketId: 't1', text: 'Sudah dihubungi' })),
      desk.operation(stepOf('noteOnTicket', { ticketId: 'nowhere', text: 'Hilang' })),
      { ...desk.operation(stepOf('openTicket', ticket('t2', label))), deviceId: 'other' },
    ]
    const ran = await hand(hq, await workOf(hq, desk, { lines: operations, places: { 'c:KDI': early } }))
    expect(ran).toMatchObject({ exit: 0, err: '' })
    expect(ran.out).toContain('4 operations taken (2 accepted, 2 needs attention)')
    const read = await opened(desk)
    expect(read.answer).toMatchObject({ to: 'f1', restored: false, from: { 'c:KDI': early } })
    // The line answers what the file was answered, and the other way round.
    const own = operations.slice(0, 3)
    expect(await desk.send(...own)).toEqual(read.answer.results.slice(0, 3))
    const foreign = read.answer.results.find(({ problem }) => problem === 'device_foreign')
    expect(foreign && (await itemOf(hq, foreign))).toMatchObject({ kind: 'refused' })
    const changes = changesIn(read, 'c:KDI').map(({ id }) => id)
    expect(changes).toContain('t1')
    expect(changes.length).toBe((await desk.page('c:KDI', early)).changes.length)
    const digest = await desk.get('/v1/digest')
    expect(digest.body).toEqual(read.answer.digest)
  })

  it('[J6] takes the same file twice and answers it again, up to the present', async () => {
    const { hq, desk } = await begun()
    await using _ = hq
    const operation = desk.operation(stepOf('openTicket', ticket('t1', desk.enrolment.label)))
    const work = await workOf(hq, desk, { lines: [operation] })
    await hand(hq, work)
    const first = await opened(desk)
    await desk.take('noteOnTicket', { ticketId: 't1', text: 'Sudah dihubungi' })
    await hand(hq, work)
    const second = await opened(desk)
    expect(second.answer.results).toEqual(first.answer.results)
    expect(second.answer.digest.seqs['c:KDI']).toBe((first.answer.digest.seqs['c:KDI'] ?? 0) + 1)
    // Opened once and noted on once.
    expect((await recordOf(hq.database, 'tickets', 't1'))?.rev).toBe(2)
  })

  it('[J4] sends everything to a desk of another history, to one that asks, and where a transaction fits no page', async () => {
    const { hq, desk } = await begun()
    await using _ = hq
    const { checkpoint } = await desk.all()
    const foreign = { ...checkpoint, seq: 1, commit: 'of another history' }
    await hand(hq, await workOf(hq, desk, { lines: [], places: { 'c:KDI': foreign } }))
    expect((await opened(desk)).answer).toMatchObject({ restored: true, heads: { 'c:KDI': {} }, from: {} })
    await hand(hq, await workOf(hq, desk, { lines: [], places: { 'c:KDI': checkpoint }, whole: true }))
    expect((await opened(desk)).answer).toMatchObject({ restored: false, heads: { 'c:KDI': {} } })

    const many = Array.from({ length: 20_001 }, (_, n) => customer(`k${String(n).padStart(5, '0')}`, 'KDI'))
    await hq.write(
      many.map((record) => ({ collection: 'customers', record })),
      'c:KDI',
    )
    await hand(hq, await workOf(hq, desk, { lines: [], places: { 'c:KDI': checkpoint } }))
    const read = await opened(desk)
    expect(read.answer).toMatchObject({
      restored: false,
      heads: { 'c:KDI': { counts: { customers: 20_001 } } },
      digest: { collections: { customers: { count: 20_001 } } },
    })
    const ids = (read.parts.get(partsKey('c:KDI', 'customers')) ?? []).flatMap(({ text }) =>
      (JSON.parse(text).part.records as { id: string }[]).map(({ id }) => id),
    )
    expect(new Set(ids).size).toBe(20_001)
    expect(readFileSync(paths.answer).length / 20_001).toBeLessThan(20)
  })

  it('[J5] takes nothing from a revoked desk, a forger, or a file that it does not understand', async () => {
    const { hq, desk } = await begun()
    await using _ = hq
    const operation = desk.operation(stepOf('openTicket', ticket('t1', desk.enrolment.label)))
    const lines = [operation]
    const said = async (work: Promise<Bytes>) => (await hand(hq, await work)).err
    expect(await said(workOf(hq, desk, { lines, more: { protocol: 0 } }))).toMatch(/newer version/)
    expect(await said(workOf(hq, desk, { lines, more: { protocol: 99 } }))).toMatch(/newer version/)
    const stranger = { ...desk, enrolment: { ...desk.enrolment, deviceId: 'nobody' } }
    expect(await said(workOf(hq, stranger, { lines }))).toMatch(/does not know this device/)
    await hq.database.query('update device set courier_sign = $1', [keys.box])
    expect(await said(workOf(hq, desk, { lines }))).toMatch(/signature/)
    await hq.database.query('update device set courier_sign = null')
    expect(await said(workOf(hq, desk, { lines }))).toMatch(/connect the desk once/)
    await hq.database.query('update device set courier_sign = $1', [keys.sign])
    await run(hq, 'device', 'revoke', desk.enrolment.label)
    expect(await said(workOf(hq, desk, { lines }))).toMatch(/was revoked/)
    expect(await hq.database.query('select op_id from operation')).toEqual([])
    expect(
      (await run(hq, 'courier', 'bundle', '--device', desk.enrolment.label, '--out', paths.answer)).err,
    ).toMatch(/was revoked/)
  })

  it('[J3] leaves out what is no operation, as the line refuses it, and takes the rest', async () => {
    const { hq, desk } = await begun()
    await using _ = hq
    const good = desk.operation(stepOf('openTicket', ticket('t1', desk.enrolment.label)))
    const bad = [{ ...good, opId: 'o\0p' }, { ...good, opId: 'x', deviceSeq: 0 }, 'nothing']
    const ran = await hand(hq, await workOf(hq, desk, { lines: [...bad, good] }))
    expect(ran).toMatchObject({ exit: 3, err: expect.stringContaining('3 are no operations') })
    expect((await opened(desk)).answer.results).toMatchObject([{ opId: good.opId, outcome: 'accepted' }])
  })

  it('[J3] keeps the desk’s own report, unless it has said something newer since', async () => {
    const { hq, desk } = await begun()
    await using _ = hq
    const reportOf = async () =>
      (
        await hq.database.query<{ report: { waiting: number } | null }>(
          'select report from device where id = $1',
          [desk.enrolment.deviceId],
        )
      )[0]?.report?.waiting
    const old = await workOf(hq, desk, { lines: [] })
    hq.clock.advance(60_000)
    const operation = desk.operation(stepOf('openTicket', ticket('t1', desk.enrolment.label)))
    await hand(hq, await workOf(hq, desk, { lines: [operation] }))
    expect(await reportOf()).toBe(1)
    await hand(hq, old)
    expect(await reportOf()).toBe(1)
  })

  it('[J10] takes a desk’s keys once, and tells its own only to whom it has keys of', async () => {
    const { hq } = await twoCentres(await engine.url())
    await using _ = hq
    const desk = await hq.desk('KDI', 'ani')
    expect(desk.enrolment.courier).toBeUndefined()
    const report = { waiting: 0, ready: true, clientVersion: '1', clock: 1 }
    const tell = async (courier: typeof keys | undefined) =>
      (await desk.post<{ courier?: unknown }>('/v1/report', { ...report, courier })).body.courier
    expect(await tell(undefined)).toBeUndefined()
    const ours = await tell(keys)
    expect(ours).toMatchObject({ sign: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(await tell({ sign: keys.box, box: keys.sign })).toBeUndefined()
    expect(await tell(keys)).toEqual(ours)
    const bad = await desk.post('/v1/report', { ...report, courier: { sign: 'x', box: 'y' } })
    expect(bad.status).toBe(400)
  })

  it('[J9] writes the first filling of a desk', async () => {
    const { hq, desk } = await begun()
    await using _ = hq
    const { label } = desk.enrolment
    await desk.take('openTicket', ticket('t1', label))
    const ran = await run(hq, 'courier', 'bundle', '--device', label.toLowerCase(), '--out', paths.answer)
    expect(ran).toMatchObject({ exit: 0 })
    const { answer } = await opened(desk)
    expect(answer.to).toBeUndefined()
    expect(Object.keys(answer.heads)).toEqual(['global', 'c:KDI', `d:${desk.enrolment.deviceId}`])
    expect((await run(hq, 'courier', 'bundle', '--device', 'KDI9', '--out', paths.answer)).err).toMatch(
      /no desk KDI9/,
    )
    expect((await run(hq, 'courier', 'import', paths.answer, '--out', paths.answer)).err).toMatch(
      /the file itself/,
    )
    expect((await run(hq, 'courier', 'import', '/nowhere', '--out', paths.answer)).err).toMatch(
      /cannot be read/,
    )
  })
})
