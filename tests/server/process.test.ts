import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Operation, OperationResult } from '#domain/sync/operation.ts'
import { systemClock } from '#sync-server/clock.ts'
import { chunked } from '#sync-server/storage/chunked.ts'
import { openDatabase, type Place } from '#sync-server/storage/open.ts'
import { stepOf } from '#domain/steps.ts'
import { headquarters, type TestHeadquarters } from './headquarters.ts'
import { ticket } from './payloads.ts'
import { postgresql } from './postgresql.ts'
import { ended, post, ready, run, running } from './server-process.ts'

/** A database with one desk, made before the process has it. */
async function prepared(place: Place) {
  const hq: TestHeadquarters = await headquarters({ database: await openDatabase(place, systemClock) })
  await hq.seedCentre('KDI')
  await hq.seedStaff('ani', 'branch', 'KDI')
  const desk = await hq.desk('KDI', 'ani')
  // The test's clock stands in the past; the process has the real one.
  await hq.database.query('update access_token set expires_at = $1', [Date.now() + 3_600_000])
  await hq[Symbol.asyncDispose]()
  return desk
}

async function sendAll(
  origin: string,
  token: string,
  batches: readonly Operation[][],
): Promise<OperationResult[]> {
  const results: OperationResult[] = []
  for (const batch of batches) results.push(...(await post(origin, token, batch)))
  return results
}

test('a wrong setting ends the start with one sentence and code 78', async () => {
  const wrong = run({ LOKET_PORT: 'eighty' })
  expect(await ended(wrong)).toBe(78)
  expect(wrong.said()).toMatch(/^LOKET_PORT is “eighty”; set it to a whole number.*\.$/)
})

test('[O17] (H1) the embedded database warns, is taken by one process only, stops on SIGTERM and leaves no lock', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'loket-hq-'))
  const first = await running({ LOKET_DATA: folder })
  expect(first.said()).toContain('not durable against power loss')
  const second = run({ LOKET_DATA: folder })
  expect(await ended(second)).toBe(78)
  expect(second.said()).toContain(`already runs on the folder ${folder} (process ${first.child.pid})`)
  first.child.kill('SIGTERM')
  expect(await ended(first)).toBe(0)
  expect(await readdir(folder)).toEqual(['database'])
  await rm(folder, { recursive: true })
})

test('a stop in the middle of a batch lets the batch finish', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'loket-hq-'))
  const place: Place = { data: folder, databaseUrl: undefined }
  const desk = await prepared(place)
  const started = await running({ LOKET_DATA: folder })
  await ready(started.origin, 200)
  const operations = Array.from({ length: 50 }, (_, n) =>
    desk.operation(stepOf('openTicket', ticket(`t${n}`, desk.enrolment.label))),
  )
  const sent = post(started.origin, desk.session.accessToken, operations)
  await pause(100)
  started.child.kill('SIGTERM')
  expect((await sent).map(({ outcome }) => outcome)).toEqual(operations.map(() => 'accepted'))
  expect(await ended(started)).toBe(0)
  await rm(folder, { recursive: true })
})

test.each(['embedded database', 'PostgreSQL'])(
  '[O2] (H8) killed in the middle of a batch on the %s, headquarters has each operation once when it is sent again',
  async (kind) => {
    await using cluster = kind === 'PostgreSQL' ? await postgresql() : undefined
    const folder = await mkdtemp(join(tmpdir(), 'loket-hq-'))
    const databaseUrl = await cluster?.createDatabase()
    const place: Place = { data: folder, databaseUrl }
    const desk = await prepared(place)
    const env = { LOKET_DATA: folder, ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }) }
    const operations = Array.from({ length: 200 }, (_, n) =>
      desk.operation(stepOf('openTicket', ticket(`t${n}`, desk.enrolment.label))),
    )
    const first = await running(env)
    await ready(first.origin, 200)
    const batches = chunked(operations, 50)
    const [begun = [], ...others] = batches
    await post(first.origin, desk.session.accessToken, begun)
    const cut = sendAll(first.origin, desk.session.accessToken, others).catch(() => 'cut')
    await pause(10)
    first.child.kill('SIGKILL')
    expect(await cut).toBe('cut')
    await ended(first)

    const second = await running(env)
    await ready(second.origin, 200)
    const results = await sendAll(second.origin, desk.session.accessToken, batches)
    expect(results.map(({ outcome }) => outcome)).toEqual(operations.map(() => 'accepted'))
    second.child.kill('SIGTERM')
    expect(await ended(second)).toBe(0)

    const after = await openDatabase(place, systemClock)
    const counts = await after.query<{ collection: string; count: number; rev: number }>(
      `select collection, count(*) as count, max(rev) as rev from document
       where collection in ('tickets', 'ticketEvents') group by collection order by collection`,
    )
    expect(counts).toEqual([
      { collection: 'ticketEvents', count: 200, rev: 1 },
      { collection: 'tickets', count: 200, rev: 1 },
    ])
    expect(await after.query('select op_id from operation where result is null')).toEqual([])
    await after.close()
    await rm(folder, { recursive: true })
  },
)

test('[O17] (H1) a lock whose owner is dead is taken over', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'loket-hq-'))
  await writeFile(
    join(folder, 'headquarters.lock'),
    JSON.stringify({ pid: 999_999_999, began: '1', token: 'x' }),
  )
  const started = await running({ LOKET_DATA: folder })
  started.child.kill('SIGTERM')
  expect(await ended(started)).toBe(0)
  await rm(folder, { recursive: true })
})

test('with its database away headquarters stays up, says so, and goes on by itself when it is back', async () => {
  await using cluster = await postgresql()
  const url = await cluster.createDatabase()
  await cluster.stop()
  const started = await running({ DATABASE_URL: url })
  const away = { code: 'database_unreachable' }
  expect(await ready(started.origin, 503)).toEqual(away)
  expect((await fetch(`${started.origin}/health`)).status).toBe(200)
  const headers = { 'x-loket-protocol': '1', authorization: 'Bearer x' }
  const asked = await fetch(`${started.origin}/v1/digest`, { headers })
  expect([asked.status, await asked.json(), asked.headers.get('retry-after')]).toEqual([503, away, '5'])
  await cluster.start()
  await ready(started.origin, 200)
  expect((await fetch(`${started.origin}/v1/digest`, { headers })).status).toBe(401)
  await cluster.stop()
  expect(await ready(started.origin, 503)).toEqual(away)
  await cluster.start()
  await ready(started.origin, 200)
  started.child.kill('SIGTERM')
  expect(await ended(started)).toBe(0)
})

test('two servers that start at once on an empty PostgreSQL make the tables once', async () => {
  await using cluster = await postgresql()
  const url = await cluster.createDatabase()
  const both = await Promise.all([running({ DATABASE_URL: url }), running({ DATABASE_URL: url })])
  for (const { origin } of both) await ready(origin, 200)
  for (const each of both) each.child.kill('SIGTERM')
  expect(await Promise.all(both.map(ended))).toEqual([0, 0])
})
