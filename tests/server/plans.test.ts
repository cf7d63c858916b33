import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordsIn } from '#sync-server/storage/feed.ts'
import type { Database } from '#sync-server/storage/database.ts'
import { openPostgresql } from '#sync-server/storage/postgresql.ts'
import { headquarters, type TestHeadquarters } from './headquarters.ts'
import { fillOperator } from './large-operator.ts'
import { postgresql, type Cluster } from './postgresql.ts'
import { isRunBy, statementsInStorage } from './statements.ts'
import { genericPlanOf, rowsLookedAt, walkedThrough, watching, type Watched } from './watched-plans.ts'
import { wholeDay } from './whole-day.ts'

/** `LOKET_TEST_DOCUMENTS=60000` takes a few seconds; from there on the planner chooses the same. */
const documents = Number(process.env['LOKET_TEST_DOCUMENTS'] ?? 1_000_000)
const isBig = 5_000

let cluster: Cluster
let database: Database
let hq: TestHeadquarters
/** Tables of many rows, and indexes of few. */
let big: ReadonlySet<string>
let small: ReadonlySet<string>
/** What a desk carries. */
let carried: number
const watched: Watched[] = []

beforeAll(async () => {
  cluster = await postgresql()
  database = openPostgresql(await cluster.createDatabase())
  await fillOperator(database, { documents })
  carried = await recordsIn(database, ['global', 'c:C0001'])
  const relations = await database.query<{ name: string; kind: 'r' | 'i'; rows: number }>(
    `select relname as name, relkind as kind, reltuples as rows from pg_class
     where relkind in ('r', 'i') and relnamespace = 'public'::regnamespace`,
  )
  const isOf = (kind: 'r' | 'i', isWanted: (rows: number) => boolean) =>
    new Set(relations.filter((each) => each.kind === kind && isWanted(each.rows)).map(({ name }) => name))
  big = isOf('r', (rows) => rows > isBig)
  small = isOf('i', (rows) => rows <= isBig)
  hq = await headquarters({ database: watching(database, (each) => watched.push(each)) })
  await wholeDay(hq)
}, 900_000)
afterAll(async () => {
  await hq[Symbol.asyncDispose]()
  await cluster[Symbol.asyncDispose]()
})

const short = (text: string) => text.replaceAll(/\s+/g, ' ').slice(0, 160)
const throughBig = (plan: Watched['plan']) => walkedThrough(plan, small).filter((table) => big.has(table))

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

/** Only where somebody sets headquarters up, or waits for a whole table by intent. */
const elsewhere = /^sync-server\/storage\/(?:migrate|hq-demo|trim)\.ts:/

test('all of that was said of every statement that there is in the storage', () => {
  const texts = [...new Set(watched.map((each) => each.text))]
  const unseen = statementsInStorage().filter((each) => !texts.some((text) => isRunBy(each, text)))
  expect(unseen.map(({ at }) => at).filter((at) => !elsewhere.test(at))).toEqual([])
})
