import { afterAll, beforeAll, expect, test } from 'vitest'
import { collectionNames, type CollectionName } from '#domain/entities.ts'
import type { SnapshotPart } from '#domain/sync/feed.ts'
import type { Link } from '#domain/sync/link.ts'
import { httpLink } from '#renderer/data/http-link.ts'
import type { Placed } from '#sync-server/storage/database.ts'
import { commitWrites } from '#sync-server/storage/commit-writes.ts'
import { makeWorld } from '#tests/world/make-world.ts'
import { headquarters, type TestHeadquarters } from './headquarters.ts'
import { customer, subscription } from './payloads.ts'
import type { Desk } from './wire-desk.ts'

type Records = SnapshotPart['records']

const partition = 'c:KDI'
let hq: TestHeadquarters
let desk: Desk

beforeAll(async () => {
  hq = await headquarters()
  await hq.seedCentre('KDI', 'WITA')
  await hq.seedStaff('ani', 'agent', 'KDI')
  desk = await hq.desk('KDI', 'ani')
  const world = makeWorld({
    seed: 'short',
    now: hq.clock.now(),
    centres: 1,
    customersPerCentre: 120,
    monthsOfHistory: 6,
    nikKey: Buffer.alloc(32),
    sign: () => '',
  })
  const placed: readonly Placed[] = [...world.recordsOf('KDI')]
  await hq.database.transaction((tx) =>
    commitWrites(tx, [{ placed }], { now: hq.clock.now(), newCommitId: () => hq.clock.newId() }),
  )
})
afterAll(() => hq[Symbol.asyncDispose]())

/** What a console asked of headquarters for its parts, and how long the answers were. */
interface Asked {
  readonly collection: string
  readonly held: string | undefined
  readonly bytes: number
}

/** `older`: what a headquarters of an earlier day does not know. */
function listenedTo(older: readonly string[] = []): { link: Link; asked: Asked[] } {
  const asked: Asked[] = []
  const link = httpLink(async (path, init) => {
    const said = JSON.parse(init.body as string) as Record<string, unknown>
    const payload = Object.fromEntries(Object.entries(said).filter(([name]) => !older.includes(name)))
    const headers = init.headers as Record<string, string>
    const response = await hq.app.inject({ method: 'POST', url: path, payload, headers })
    const { collection, held } = said as { collection: string; held?: string }
    asked.push({ collection, held, bytes: response.rawPayload.length })
    return new Response(new Uint8Array(response.rawPayload), {
      status: response.statusCode,
      headers: { 'content-type': String(response.headers['content-type']), 'x-loket-protocol': '2' },
    })
  })
  return { link, asked }
}

async function whole(link: Link, collection: CollectionName, first = ''): Promise<Records> {
  const records: Records = []
  for (let afterId = first, more = true; more; afterId = records.at(-1)?.id ?? '') {
    const ask = { partition, collection, afterId, limit: 70 }
    const part = await link.snapshotPart(desk.session.accessToken, ask)
    if (!part.ok) throw new Error(part.problem.code)
    records.push(...part.value.records)
    more = part.value.more
  }
  return records
}

const stored = async (collection: string) => {
  const rows = await hq.database.query<{ body: Records[number] }>(
    `select d.body from feed f join document d on d.collection = f.collection and d.id = f.doc_id
     where f.partition = $1 and f.collection = $2 and f.op = 'put' order by f.doc_id`,
    [partition, collection],
  )
  return rows.map(({ body }) => body)
}

const bytesOf = (asked: readonly Asked[], name: string) =>
  asked.filter(({ collection }) => collection === name).reduce((sum, { bytes }) => sum + bytes, 0)

test('[T12][R2] a desk that is filled is told in short what it has, and has what headquarters has', async () => {
  const { link, asked } = listenedTo()
  for (const collection of collectionNames)
    expect(await whole(link, collection), collection).toEqual(await stored(collection))
  expect(asked.findLast(({ collection }) => collection === 'contacts')?.held).toBe(
    'customers,subscriptions,tickets',
  )
  const alone = listenedTo()
  await whole(alone.link, 'contacts')
  expect(bytesOf(asked, 'contacts')).toBeLessThan(bytesOf(alone.asked, 'contacts') * 0.8)
})

test('[T11][T12] (H10) a headquarters that knows no short ids, or no columns, fills it all the same', async () => {
  for (const older of [['held'], ['held', 'form']]) {
    const { link } = listenedTo(older)
    for (const collection of ['customers', 'subscriptions', 'tickets', 'contacts'] as const)
      expect(await whole(link, collection), collection).toEqual(await stored(collection))
  }
})

test('[T12][R1] a desk that goes on in the middle of customers is told lines in full', async () => {
  const { link, asked } = listenedTo()
  const customers = await stored('customers')
  await whole(link, 'customers', customers[70]?.id)
  expect(await whole(link, 'subscriptions')).toEqual(await stored('subscriptions'))
  expect(asked.filter(({ held }) => held?.includes('customers'))).toEqual([])
})

test('[T12] a line of a customer who came after the customers did is asked for once more, in full', async () => {
  const { link, asked } = listenedTo()
  await whole(link, 'customers')
  const customerId = hq.clock.newId()
  await hq.write([{ collection: 'customers', record: customer(customerId, 'KDI') }], partition)
  const line = subscription(hq.clock.newId(), customerId, '+62817999001')
  await hq.write([{ collection: 'subscriptions', record: line }], partition)
  expect(await whole(link, 'subscriptions')).toEqual(await stored('subscriptions'))
  const lines = asked.filter(({ collection }) => collection === 'subscriptions')
  expect(lines.filter(({ held }) => held === undefined)).toHaveLength(1)
  expect(lines.filter(({ held }) => held === 'customers').length).toBeGreaterThan(1)
})

test('[T12] a line that came after its customer’s others did makes no contact name another one', async () => {
  const { link } = listenedTo()
  for (const collection of ['customers', 'subscriptions'] as const) await whole(link, collection)
  const [some] = await stored('contacts')
  const customerId = String((some as { customerId?: unknown } | undefined)?.customerId)
  // Its id is before all others in the order in which a customer's lines are counted.
  const id = '00000000-0000-7000-8000-000000000001'
  await hq.write(
    [{ collection: 'subscriptions', record: subscription(id, customerId, '+62817999002') }],
    partition,
  )
  expect(await whole(link, 'contacts')).toEqual(await stored('contacts'))
})
