import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { partsKey, readAnswer, type ReadAnswer } from '#domain/courier/answer.ts'
import { readEnvelope, type Envelope } from '#domain/courier/envelope.ts'
import { toHex } from '#domain/courier/hex.ts'
import type { Bytes } from '#domain/courier/primitives.ts'
import { openFile, sealFile } from '#domain/courier/seal.ts'
import type { CourierWork } from '#domain/courier/work.ts'
import { stepOf } from '#domain/steps.ts'
import type { Checkpoint } from '#domain/sync/feed.ts'
import type { Enrolment } from '#domain/sync/session.ts'
import { nodePacking } from '#sync-server/courier/packing.ts'
import { nodePrimitives } from '#sync-server/courier/primitives.ts'
import { recordOf } from '#sync-server/storage/documents.ts'
import { engines } from './engines.ts'
import type { TestHeadquarters } from './headquarters.ts'
import { deskOf, type Desk } from './wire-desk.ts'
import { customer, ticket } from './payloads.ts'
import { runOn } from './run-on.ts'
import { itemOf, twoCentres } from './two-centres.ts'

const folder = mkdtempSync(join(tmpdir(), 'loket-courier-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const secrets = { sign: nodePrimitives.random(32), box: nodePrimitives.random(32) }
const keys = {
  sign: toHex(nodePrimitives.signerOf(secrets.sign)),
  box: toHex(nodePrimitives.boxOf(secrets.box)),
}

/** A desk of Kendari that told its keys when it was enrolled. */
async function deskWithKeys(hq: TestHeadquarters): Promise<Desk> {
  const code = await hq.deviceCode('KDI')
  const payload = { code, name: 'Loket 2', courier: keys }
  const { body } = await hq.ask<Enrolment>({ method: 'POST', url: '/v1/enrol', payload })
  return deskOf(hq, body, await hq.signIn(body, 'ani'))
}

interface Sent {
  readonly lines: readonly unknown[]
  readonly places?: Readonly<Record<string, Checkpoint>>
  readonly whole?: boolean
  readonly more?: Partial<CourierWork>
  readonly fileId?: string
}

async function workOf(hq: TestHeadquarters, desk: Desk, sent: Sent): Promise<Bytes> {
  const { deviceId, label, courier } = desk.enrolment
  if (courier === undefined) throw new Error('headquarters told no keys')
  const report = { waiting: sent.lines.length, ready: true, clientVersion: '1', clock: hq.clock.now() }
  const work = { protocol: 1, places: sent.places ?? {}, whole: sent.whole ?? false, report, ...sent.more }
  const packed = await nodePacking.pack([work, ...sent.lines].map((line) => JSON.stringify(line)))
  const { fileId = 'f1' } = sent
  const head = { kind: 'work' as const, fileId, deviceId, label, headquarters: courier.sign }
  return sealFile(
    nodePrimitives,
    { from: secrets, to: courier },
    { ...head, createdAt: hq.clock.now() },
    packed,
  )
}

const run = (hq: TestHeadquarters, ...args: readonly string[]) => runOn(hq, args)

const paths = { work: join(folder, 'work'), answer: join(folder, 'answer') }
async function hand(hq: TestHeadquarters, work: Bytes) {
  writeFileSync(paths.work, work)
  return run(hq, 'courier', 'import', paths.work, '--out', paths.answer)
}

async function opened(desk: Desk): Promise<ReadAnswer> {
  const file: Bytes = new Uint8Array(readFileSync(paths.answer))
  const envelope = (await readEnvelope(file, nodePrimitives.sha256)) as Envelope
  const from = desk.enrolment.courier ?? keys
  const packed = await openFile(nodePrimitives, { from, to: secrets }, envelope)
  const read = packed && (await readAnswer(nodePacking.unpack(packed, 100_000_000)))
  if (read === undefined) throw new Error('the answer is not what a desk reads')
  return read
}

const changesIn = ({ pages }: ReadAnswer, partition: string) =>
  (pages.get(partition) ?? []).flatMap(({ text }) => JSON.parse(text).page.changes as { id: string }[])

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
