import { describe, expect, test } from 'vitest'
import { stepOf } from '#domain/steps.ts'
import type { Database, Sql } from '#sync-server/storage/database.ts'
import { prepareDatabase } from '#sync-server/storage/open.ts'
import { engines } from './engines.ts'
import { headquarters, testClock } from './headquarters.ts'
import { contact, provisional, ticket } from './payloads.ts'
import { testDatabase } from './test-database.ts'
import { known } from './two-centres.ts'

/** A database that counts what it is asked, a list of statements for each transaction. */
function counting(database: Database, transactions: string[][]): Database {
  const counted = (sql: Sql, statements: string[]): Sql => ({
    query: (text, values) => {
      statements.push(text)
      return sql.query(text, values)
    },
  })
  return {
    ...database,
    transaction: (work) =>
      database.transaction((tx) => {
        const statements: string[] = []
        transactions.push(statements)
        return work(counted(tx, statements))
      }),
  }
}

describe.each(engines)('on %s', (engine) => {
  const open = async () => {
    const inner = await testDatabase(await engine.url())
    await prepareDatabase(inner, testClock())
    const transactions: string[][] = []
    const hq = await headquarters({ database: counting(inner, transactions) })
    await hq.seedCentre('KDI')
    await hq.seedStaff('ani', 'branch', 'KDI')
    await known(hq, 'c1')
    const desk = await hq.desk('KDI', 'ani')
    const { label } = desk.enrolment
    const call = (n: number) =>
      desk.operation(
        stepOf('openTicket', ticket(`t${n}`, label, { customerId: 'c1' })),
        stepOf('recordContact', contact(`k${n}`, { customerId: 'c1', ticketIds: [`t${n}`] })),
      )
    const calls = (from: number, count: number) => Array.from({ length: count }, (_, n) => call(from + n))
    return { hq, desk, label, calls, transactions }
  }

  test('[O1][F2] operations that have nothing to do with each other share a transaction, and a page may end between any two', async () => {
    const { hq, desk, calls, transactions } = await open()
    await using _ = hq
    const { checkpoint } = await desk.all()
    transactions.length = 0
    const results = await desk.send(...calls(0, 5))
    expect(transactions).toHaveLength(1)
    expect(results.map(({ outcome }) => outcome)).toEqual(Array(5).fill('accepted'))
    const places = results.map(({ seqs }) => seqs['c:KDI'] ?? 0)
    expect(places).toEqual([1, 2, 3, 4, 5].map((step) => checkpoint.seq + step))
    const page = await desk.page('c:KDI', checkpoint, 3)
    expect(page.checkpoint.seq).toBe(places[0])
    expect(page.changes.map(({ id }) => id)).toEqual(expect.arrayContaining(['t0', 'k0']))
  })

  test('[O1] a larger batch asks the database no more often', async () => {
    const { hq, desk, calls, transactions } = await open()
    await using _ = hq
    const asked = async (from: number, count: number) => {
      transactions.length = 0
      await desk.send(...calls(from, count))
      return transactions.flat().length
    }
    expect(await asked(100, 40)).toBe(await asked(0, 2))
  })

  test('[O1] what an earlier operation of the batch changes is changed before a later one looks at it', async () => {
    const { hq, desk, label, calls, transactions } = await open()
    await using _ = hq
    transactions.length = 0
    const results = await desk.send(
      ...calls(0, 2),
      desk.operation(stepOf('noteOnTicket', { ticketId: 't1', text: 'Menyusul' })),
      desk.operation(stepOf('registerCustomer', provisional('p1', label))),
      desk.operation(stepOf('openTicket', ticket('t9', label, { customerId: 'p1' }))),
    )
    expect(results.map(({ outcome }) => outcome)).toEqual(Array(5).fill('accepted'))
    expect(transactions).toHaveLength(3)
  })

  test('[O1] what follows on new tickets shares their transaction, and places come in the order of the batch', async () => {
    const { hq, desk, calls, transactions } = await open()
    await using _ = hq
    transactions.length = 0
    const follows = (n: number) =>
      desk.operation(stepOf('noteOnTicket', { ticketId: `t${n}`, text: 'Menyusul' }))
    const batch = calls(0, 10).flatMap((call, n) => [call, follows(n), follows(n)])
    const results = await desk.send(...batch)
    expect(results.map(({ opId, outcome }) => [opId, outcome])).toEqual(
      batch.map(({ opId }) => [opId, 'accepted']),
    )
    expect(transactions).toHaveLength(1)
    const places = results.map(({ seqs }) => seqs['c:KDI'] ?? 0)
    expect(places).toEqual(places.map((_, n) => (places[0] ?? 0) + n))
    const [row] = await hq.database.query<{ rev: number; events: number }>(
      `select d.rev, (select count(*) from document e where e.collection = 'ticketEvents' and e.body ->> 'ticketId' = d.id) as events
       from document d where d.collection = 'tickets' and d.id = 't3'`,
    )
    expect(row).toEqual({ rev: 3, events: 3 })
    expect(await desk.send(...batch)).toEqual(results)
  })

  test('[O2] the same operation twice in a batch takes effect once and gets one answer', async () => {
    const { hq, desk, calls } = await open()
    await using _ = hq
    const [first, second] = calls(0, 2)
    if (first === undefined || second === undefined) throw new Error('no calls')
    const results = await desk.send(first, second, first)
    expect(results[2]).toEqual(results[0])
    expect(await hq.database.query('select 1 from operation')).toHaveLength(2)
  })
})
