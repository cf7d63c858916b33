import { expect, test } from 'vitest'
import { stepOf } from '#domain/steps.ts'
import type { Operation, OperationResult } from '#domain/sync/operation.ts'
import type { Database } from '#sync-server/storage/database.ts'
import { recordOf } from '#sync-server/storage/documents.ts'
import { commitWrites } from '#sync-server/storage/commit-writes.ts'
import { openPostgresql } from '#sync-server/storage/postgresql.ts'
import { headquarters, type TestHeadquarters } from './headquarters.ts'
import type { Desk } from './wire-desk.ts'
import { contact, customer } from './payloads.ts'
import { postgresql } from './postgresql.ts'

/** A customer of each centre, both carried by both. */
async function shared(hq: TestHeadquarters): Promise<void> {
  for (const [id, home, other] of [
    ['kendari', 'KDI', 'c:MKS'],
    ['makassar', 'MKS', 'c:KDI'],
  ] as const) {
    await hq.write([{ collection: 'customers', record: customer(id, home) }], `c:${home}`)
    const entering = [{ collection: 'customers' as const, id, partitions: [other] }]
    await hq.database.transaction((tx) =>
      commitWrites(tx, [{ placed: [], entering }], {
        now: hq.clock.now(),
        newCommitId: () => hq.clock.newId(),
      }),
    )
  }
}

/** One desk's work on both customers, its own first or last, links and their undoing among it. */
function workOf(desk: Desk, n: number): Operation {
  const [first, last] = n % 2 === 0 ? ['kendari', 'makassar'] : ['makassar', 'kendari']
  const name = `${desk.enrolment.label}-${n}`
  if (n % 5 === 3) return desk.operation(stepOf('linkCustomer', { absorbedId: first, survivorId: last }))
  if (n % 5 === 4) return desk.operation(stepOf('unlinkCustomer', { absorbedId: last, survivorId: first }))
  return desk.operation(
    ...[first, last].flatMap((customerId) => [
      stepOf('recordContact', contact(`${name}-${customerId}`, { customerId })),
      stepOf('amendCustomer', { customerId, changes: { pinnedNote: name } }, {}),
    ]),
  )
}

async function deadlocks(database: Database): Promise<number> {
  await database.query('select pg_stat_force_next_flush()')
  const [row] = await database.query<{ deadlocks: number }>(
    'select deadlocks::int from pg_stat_database where datname = current_database()',
  )
  return row?.deadlocks ?? 0
}

test('[O16] (H1) two centres that touch each other’s customers in both orders never stop each other, and each contact stands once', async () => {
  await using cluster = await postgresql()
  await using hq = await headquarters({ url: await cluster.createDatabase() })
  const desks: Desk[] = []
  for (const [centre, name] of [
    ['KDI', 'sari'],
    ['MKS', 'rina'],
  ] as const) {
    await hq.seedCentre(centre)
    await hq.seedStaff(name, 'supervisor', centre)
    for (let each = 0; each < 3; each++) desks.push(await hq.desk(centre, name))
  }
  await shared(hq)
  const each = 40
  const results = await Promise.all(
    desks.map(async (desk) => {
      const all: OperationResult[] = []
      for (let n = 0; n < each; n++) all.push(...(await desk.send(workOf(desk, n))))
      return all
    }),
  )
  const outcomes = new Set(results.flat().map(({ outcome }) => outcome))
  expect([...outcomes].filter((outcome) => outcome === 'retry_later')).toEqual([])
  expect(await deadlocks(hq.database)).toBe(0)
  const contacts = await hq.database.query<{ rev: number }>(
    `select rev from document where collection = 'contacts'`,
  )
  expect(contacts).toHaveLength(desks.length * 24 * 2)
  expect(contacts.every(({ rev }) => rev === 1)).toBe(true)
  for (const partition of ['c:KDI', 'c:MKS'])
    expect((await desks[partition === 'c:KDI' ? 0 : 3]?.all(partition))?.changes.length).toBeGreaterThan(200)
})

/** Two transactions that are both in the middle before either goes on, the first time they run. */
function meeting() {
  const arrived = { count: 0 }
  const both = Promise.withResolvers<undefined>()
  return () => {
    arrived.count += 1
    if (arrived.count === 2) both.resolve(undefined)
    return both.promise
  }
}

test('[O16] (H1) a real deadlock (40P01) ends with both transactions done', async () => {
  await using cluster = await postgresql()
  const database = openPostgresql(await cluster.createDatabase(), { serving: true })
  await database.query('create table account (id text primary key, n int not null)')
  await database.query(`insert into account values ('a', 0), ('b', 0)`)
  const met = meeting()
  const tries: string[] = []
  const raise = (first: string, second: string) =>
    database.transaction(async (tx) => {
      tries.push(first)
      await tx.query('update account set n = n + 1 where id = $1', [first])
      await met()
      await tx.query('update account set n = n + 1 where id = $1', [second])
    })
  await Promise.all([raise('a', 'b'), raise('b', 'a')])
  expect(tries).toHaveLength(3)
  expect(await deadlocks(database)).toBe(1)
  expect(await database.query('select n from account order by id')).toEqual([{ n: 2 }, { n: 2 }])
  await database.close()
})

test('[O16] (H1) a real serialization failure (40001) ends with both transactions done', async () => {
  await using cluster = await postgresql()
  const database = openPostgresql(await cluster.createDatabase(), { serving: true })
  await database.query('create table account (id text primary key, n int not null)')
  await database.query(`insert into account values ('a', 0)`)
  const met = meeting()
  const tries: number[] = []
  const raise = () =>
    database.transaction(async (tx) => {
      await tx.query('set transaction isolation level serializable')
      const [row] = await tx.query<{ n: number }>(`select n from account where id = 'a'`)
      tries.push(row?.n ?? -1)
      await met()
      await tx.query(`update account set n = $1 where id = 'a'`, [(row?.n ?? 0) + 1])
    })
  await Promise.all([raise(), raise()])
  expect(tries).toEqual([0, 0, 1])
  expect(await database.query('select n from account')).toEqual([{ n: 2 }])
  await database.close()
})

test('[O16] (H1) a fault that is no meeting of transactions is not tried again', async () => {
  await using hq = await headquarters()
  const tries = { count: 0 }
  const work = hq.database.transaction(async (tx) => {
    tries.count += 1
    await tx.query('select 1 / 0')
  })
  await expect(work).rejects.toMatchObject({ code: '22012' })
  expect(tries.count).toBe(1)
  expect(await recordOf(hq.database, 'customers', 'nobody')).toBeUndefined()
})
