import { createServer, connect } from 'node:net'
import { filter, firstValueFrom } from 'rxjs'
import { freePort } from '#build/local-headquarters.ts'
import { collectionNames, type CollectionName } from '#domain/entities.ts'
import type { FeedPage, SnapshotPart } from '#domain/sync/feed.ts'
import type { Desk } from '#renderer/data/desk.ts'
import { commitWrites } from '#sync-server/storage/commit-writes.ts'
import type { Placed } from '#sync-server/storage/database.ts'
import { systemClock } from '#sync-server/clock.ts'
import type { Figure } from '#tests/bench/figure.ts'
import { dayWithoutALine } from '#tests/line/without-a-line.ts'
import { headquarters, password, type TestHeadquarters } from '#tests/server/headquarters.ts'
import { postgresql } from '#tests/server/postgresql.ts'
import type { Desk as SignedIn } from '#tests/server/wire-desk.ts'
import { makeWorld } from '#tests/world/make-world.ts'

const code = 'KDI'
/** So many customers are made, and their parts measured; bytes a record do not depend on how many there are. */
const customers = 600
/** A usual centre, as the issue has it. */
const usual = { customers: 75_000, subscriptions: 75_000, tickets: 30_000, contacts: 80_000 } as const
const day = { contacts: 225, tickets: 60 } as const
/** What crosses the line between a desk and a real headquarters, in its own packing, beside the same answers as plain JSON. */
export async function wire(): Promise<Figure[]> {
  await using cluster = await postgresql()
  await using hq = await headquarters({
    url: await cluster.createDatabase(),
    clock: { ...systemClock, advance: () => undefined },
  })
  await hq.seedCentre(code, 'WITA')
  await hq.seedStaff('ani', 'agent', code)
  await seed(hq)
  const desk = await hq.desk(code, 'ani')
  const records = await Promise.all(
    (Object.keys(usual) as (keyof typeof usual)[]).map(async (collection) => ({
      count: usual[collection],
      ...(await partOf(hq, desk, collection)),
    })),
  )
  const primed = (way: keyof Bytes) =>
    records.reduce((sum, part) => sum + part.count * part[way], 0) / 1_000_000
  const changed = await pageOf(hq, desk, 100)
  const evening = await anEvening(hq)
  const notes = [
    `wire: priming is ${customers} made-up customers’ parts of up to 1,000 records, scaled to ${Object.values(usual).join(', ')} customers, lines, tickets and contacts; events of tickets are not in it, as they are not in the issue’s count`,
    'wire: a part in columns is asked for as a desk does that has had the collections before it; it is as long over TLS as over plain HTTP',
    'wire: the day is all that crosses the socket, headers and all, of a desk that worked without a line and then brings it over plain HTTP, until all of it has come back in the feed',
  ]
  const common = { bench: 'wire', peerName: 'the same as JSON', notes }
  return [
    {
      ...common,
      what: 'priming a usual centre',
      ours: primed('columns'),
      peer: primed('plain'),
      unit: 'MB',
      most: 10,
    },
    {
      ...common,
      what: 'a changed record, in a page of 100',
      ours: changed.columns,
      peer: changed.plain,
      unit: 'bytes',
    },
    {
      ...common,
      what: `a day of ${day.contacts} contacts and ${day.tickets} tickets, up`,
      ours: evening.up / 1000,
      peer: evening.words / 1000,
      unit: 'kB',
    },
    {
      ...common,
      what: `a day of ${day.contacts} contacts and ${day.tickets} tickets, both ways`,
      ours: (evening.up + evening.down) / 1000,
      peer: evening.words / 1000,
      peerName: 'its operations as JSON',
      unit: 'kB',
      most: 100,
    },
  ]
}

async function seed(hq: TestHeadquarters): Promise<void> {
  const world = makeWorld({
    seed: 'wire',
    now: Date.now(),
    centres: 1,
    customersPerCentre: customers,
    monthsOfHistory: 12,
    nikKey: Buffer.alloc(32),
    sign: () => '',
  })
  const options = { now: Date.now(), newCommitId: () => systemClock.newId() }
  const store = (batch: readonly Placed[]) =>
    hq.database.transaction((tx) => commitWrites(tx, [{ placed: batch }], options))
  const batch: Placed[] = []
  for (const placed of world.recordsOf(code)) {
    batch.push(placed)
    if (batch.length === 200) await store(batch.splice(0))
  }
  await store(batch)
}

type Bytes = Record<'plain' | 'columns', number>

/** Bytes for each record of an answer: as a desk asks for it, in columns, and as plain JSON record by record. */
async function sized<T>(
  hq: TestHeadquarters,
  { session }: SignedIn,
  { url, payload, held }: { readonly url: string; readonly payload: object; readonly held?: string },
  countOf: (answer: T) => number,
): Promise<Bytes> {
  const ask = (form: object) =>
    hq.app.inject({
      method: 'POST',
      url,
      payload: { ...payload, ...form },
      headers: { 'x-loket-protocol': '2', authorization: `Bearer ${session.accessToken}` },
    })
  const plain = await ask({})
  const count = countOf(plain.json<T>())
  if (count === 0) throw new Error(`nothing came of ${url}`)
  const columns = await ask({ form: 'columns', held })
  return { plain: plain.rawPayload.length / count, columns: columns.rawPayload.length / count }
}

const partition = `c:${code}`

const partOf = (hq: TestHeadquarters, desk: SignedIn, collection: CollectionName) =>
  sized<SnapshotPart>(
    hq,
    desk,
    {
      url: '/v1/snapshot/part',
      payload: { partition, collection, afterId: '', limit: 1000 },
      held: collectionNames.slice(0, collectionNames.indexOf(collection)).join(),
    },
    ({ records }) => records.length,
  )

const pageOf = (hq: TestHeadquarters, desk: SignedIn, limit: number) =>
  sized<FeedPage>(
    hq,
    desk,
    { url: '/v1/feed', payload: { partition, epoch: '', seq: 0, commit: '', limit } },
    ({ changes }) => changes.length,
  )

/** Bytes of a day's work, and how long its operations are as JSON. */
async function anEvening(hq: TestHeadquarters): Promise<{ up: number; down: number; words: number }> {
  const port = await freePort(8990)
  await hq.app.listen({ host: '127.0.0.1', port })
  const line = await countingLine(port)
  const seen = { up: 0, down: 0, words: 0 }
  await dayWithoutALine({
    url: line.url,
    code: await hq.deviceCode(code),
    username: 'ani',
    password,
    ...day,
    async evening(desk, lineIsBack) {
      const before = { ...line.bytes }
      seen.words = JSON.stringify(desk.core.outbox.unsettled().map(({ operation }) => operation)).length
      lineIsBack()
      await broughtHome(desk)
      seen.up = line.bytes.up - before.up
      seen.down = line.bytes.down - before.down
    },
  })
  line.close()
  return seen
}

async function broughtHome({ core, conductor, course }: Desk): Promise<void> {
  await conductor.syncNow()
  await firstValueFrom(core.outbox.changed.pipe(filter((unsettled) => unsettled.length === 0)))
  await firstValueFrom(course.pipe(filter(({ activity }) => activity === 'idle')))
}

/** A way to this port on which each byte is counted. */
async function countingLine(to: number) {
  const bytes = { up: 0, down: 0 }
  const server = createServer((near) => {
    const far = connect(to, '127.0.0.1')
    near.on('data', ({ length }) => (bytes.up += length)).on('error', () => far.destroy())
    far.on('data', ({ length }) => (bytes.down += length)).on('error', () => near.destroy())
    near.pipe(far)
    far.pipe(near)
  })
  const port = await freePort(9090)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${port}`, bytes, close: () => void server.close() }
}
