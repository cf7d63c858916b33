import { afterAll, beforeAll, expect, test } from 'vitest'
import { stepOf, type PayloadOf, type StepName } from '#domain/steps.ts'
import { collectionNames, type CollectionName } from '#domain/entities.ts'
import type { Digest, SnapshotHead } from '#domain/sync/feed.ts'
import type { OperationResult } from '#domain/sync/operation.ts'
import { hashOf } from '#sync-server/auth/secrets.ts'
import { lookOf } from '#sync-server/routes/pokes.ts'
import { setDeviceStatus } from '#sync-server/storage/devices.ts'
import { recordsIn } from '#sync-server/storage/feed.ts'
import type { Database } from '#sync-server/storage/database.ts'
import { openPostgresql } from '#sync-server/storage/postgresql.ts'
import { headquarters, password, type TestHeadquarters } from './headquarters.ts'
import { fillOperator } from './large-operator.ts'
import { contact, provisional, ticket } from './payloads.ts'
import { postgresql, type Cluster } from './postgresql.ts'
import { genericPlanOf, rowsLookedAt, walkedThrough, watching, type Watched } from './watched-plans.ts'
import { beginning, type Desk } from './wire-desk.ts'

/** From here on the planner chooses as at a million, which `LOKET_TEST_DOCUMENTS=1000000` asks for. */
const documents = Number(process.env['LOKET_TEST_DOCUMENTS'] ?? 60_000)
const isBig = 5_000

let cluster: Cluster
let database: Database
let hq: TestHeadquarters
let big: ReadonlySet<string>
/** What a desk carries. */
let carried: number
const watched: Watched[] = []

beforeAll(async () => {
  cluster = await postgresql()
  database = openPostgresql(await cluster.createDatabase())
  await fillOperator(database, { documents })
  carried = await recordsIn(database, ['global', 'c:C0001'])
  const tables = await database.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and reltuples > $1 and relnamespace = 'public'::regnamespace`,
    [isBig],
  )
  big = new Set(tables.map(({ name }) => name))
  hq = await headquarters({ database: watching(database, (each) => watched.push(each)) })
  await aDay()
}, 900_000)
afterAll(async () => {
  await hq[Symbol.asyncDispose]()
  await cluster[Symbol.asyncDispose]()
})

/** What desks of two centres ask of headquarters, by every route and with every kind of step. */
async function aDay(): Promise<void> {
  await hq.seedStaff('ani', 'branch', 'C0001')
  await hq.seedStaff('sari', 'supervisor', 'C0001')
  await hq.seedStaff('rina', 'supervisor', 'C0002')
  await hq.seedStaff('adi', 'admin', 'C0001')
  const [desk, sari, rina, adi] = [
    await hq.desk('C0001', 'ani'),
    await hq.desk('C0001', 'sari'),
    await hq.desk('C0002', 'rina'),
    await hq.desk('C0001', 'adi'),
  ]
  await fill(desk)
  await work(desk, sari)
  await catchUp(desk)
  await meet(sari, rina)
  await listen(desk)
  await administer(desk, adi)
}

async function fill(desk: Desk): Promise<void> {
  for (const partition of ['global', desk.partition]) {
    const head = await desk.post<SnapshotHead>('/v1/snapshot', { partition })
    for (const collection of collectionNames)
      await desk.post('/v1/snapshot/part', {
        partition,
        collection,
        afterId: '',
        limit: 1000,
        upTo: head.body.checkpoint.seq,
      })
  }
  await desk.get<Digest>('/v1/digest')
}

async function work(desk: Desk, sari: Desk): Promise<void> {
  const { label } = desk.enrolment
  const [customerId = '', otherId = ''] = await idsOf('customers', 'c:C0001')
  const must = async <K extends StepName>(by: Desk, kind: K, payload: PayloadOf<K>) => {
    const result = await by.take(kind, payload)
    expect(result).toMatchObject({ outcome: expect.stringMatching(/accepted|needs_attention/) })
    return result
  }
  const close = desk.operation(
    stepOf('openTicket', ticket('t1', label, { customerId, ownerId: 'ani' })),
    stepOf('recordContact', contact('k1', { customerId, ticketIds: ['t1'] })),
  )
  await desk.send(close)
  await desk.send(close)
  await must(desk, 'noteOnTicket', { ticketId: 't1', text: 'Sudah dicoba' })
  await must(desk, 'moveTicket', { ticketId: 't1', to: 'open', note: 'Dibuka' })
  await must(desk, 'assignTicket', { ticketId: 't1', ownerId: 'sari' })
  const changes = { phone: '+628171000002' }
  await must(sari, 'changeContactDetails', { customerId, changes })
  const stale = await must(desk, 'changeContactDetails', { customerId, changes: { phone: '+628171000003' } })
  const itemId = stale.itemIds?.[0] ?? ''
  await must(desk, 'handOverItem', { itemId, toId: 'sari' })
  await must(sari, 'decideItem', { itemId, decision: 'take_mine', customerId, values: changes })
  await must(desk, 'registerCustomer', provisional('p1', label, { phone: await numberOf(otherId) }))
  await must(sari, 'linkCustomer', { absorbedId: 'p1', survivorId: otherId })
  await must(sari, 'unlinkCustomer', { absorbedId: 'p1', survivorId: otherId })
  await sari.post<OperationResult>('/v1/set-aside', {
    operation: sari.operation(stepOf('noteOnTicket', { ticketId: 't1', text: 'x' })),
  })
}

/** Pages from the beginning, from the head, and with the name of an answer. */
async function catchUp(desk: Desk): Promise<void> {
  await desk.all('global', 50)
  const { checkpoint } = await desk.all(desk.partition, 500)
  const [again] = await desk.send(desk.operation(stepOf('noteOnTicket', { ticketId: 't1', text: 'y' })))
  await desk.post('/v1/feed', { partition: desk.partition, ...checkpoint, limit: 500, answered: again?.opId })
  await desk.page(`d:${desk.enrolment.deviceId}`, beginning)
}

/** A customer moves to the other centre, with everything. */
async function meet(sari: Desk, rina: Desk): Promise<void> {
  const [, , moving = ''] = await idsOf('customers', 'c:C0001')
  expect((await sari.take('moveCustomer', { customerId: moving, toCentreId: 'C0002' })).outcome).toBe(
    'accepted',
  )
  await sari.take('recordContact', contact('k2', { customerId: moving }))
  await rina.all(rina.partition, 1000)
}

/** What a process asks for all who listen to it. */
async function listen(desk: Desk): Promise<void> {
  const look = lookOf(hq.database, hq.clock)
  const partitions = ['global', desk.partition, `d:${desk.enrolment.deviceId}`]
  expect(Object.keys(await look.heads(partitions))).toEqual(partitions)
  const session = hashOf(desk.session.accessToken)
  expect(await look.lasting([session, 'nobody'])).toEqual([session])
}

async function administer(desk: Desk, adi: Desk): Promise<void> {
  const { deviceId, deviceSecret } = desk.enrolment
  const { refreshToken } = desk.session
  await hq.ask({ method: 'POST', url: '/v1/refresh', payload: { deviceId, deviceSecret, refreshToken } })
  await hq.ask({
    method: 'POST',
    url: '/v1/sign-in',
    payload: { deviceId, deviceSecret, username: 'ani', password },
  })
  await hq.ask({ method: 'POST', url: '/v1/standing', payload: { deviceId, deviceSecret } })
  const report = { waiting: 0, ready: true, clientVersion: '1', clock: hq.clock.now() }
  expect((await desk.post('/v1/report', report)).status).toBe(200)
  await adi.get('/v1/rollout')
  await adi.get('/v1/orders')
  await setDeviceStatus(database, deviceId, 'lost')
  const operations = [desk.operation(stepOf('noteOnTicket', { ticketId: 't1', text: 'z' }))]
  await hq.ask({ method: 'POST', url: '/v1/last-words', payload: { deviceId, deviceSecret, operations } })
}

async function idsOf(collection: CollectionName, partition: string): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    'select id from document where home = $1 and collection = $2 order by id limit 5',
    [partition, collection],
  )
  return rows.map(({ id }) => id)
}

async function numberOf(customerId: string): Promise<string> {
  const [row] = await database.query<{ value: string }>(
    `select value from directory where customer_id = $1 and kind = 'number' limit 1`,
    [customerId],
  )
  return row?.value ?? ''
}

const short = (text: string) => text.replaceAll(/\s+/g, ' ').slice(0, 160)
const throughBig = (plan: Watched['plan']) => walkedThrough(plan).filter((table) => big.has(table))

test('no statement of the server walks through a big table', () => {
  expect([...big].toSorted()).toEqual(
    expect.arrayContaining(['directory', 'document', 'feed', 'operation', 'partition_commit']),
  )
  const walking = watched.flatMap(({ text, plan }) =>
    throughBig(plan).map((table) => `${table}: ${short(text)}`),
  )
  expect([...new Set(walking)]).toEqual([])
})

test('nor does it when the plan is made once for all values, as prepared statements end up with', async () => {
  const walking: string[] = []
  for (const text of new Set(watched.map((each) => each.text)))
    for (const table of throughBig(await genericPlanOf(database, text)))
      walking.push(`${table}: ${short(text)}`)
  expect(walking).toEqual([])
})

test('no statement looks at more rows than a desk carries', () => {
  const greedy = watched
    .map(({ text, plan }) => ({ text: short(text), rows: rowsLookedAt(plan) }))
    .filter(({ rows }) => rows > carried * 1.5)
  expect(greedy).toEqual([])
})
