import { describe, expect, test } from 'vitest'
import { stepOf } from '#domain/steps.ts'
import { recordOf } from '#sync-server/storage/documents.ts'
import type { Database, Sql } from '#sync-server/storage/database.ts'
import { prepareDatabase } from '#sync-server/storage/open.ts'
import { engines } from './engines.ts'
import { headquarters, testClock } from './headquarters.ts'
import { ticket } from './payloads.ts'
import { testDatabase } from './test-database.ts'

/** A database that fails where it is told to: at a statement whose values hold a word, before or after it ran. */
function failing(database: Database, fails: { at?: string; fault?: Error; afterCommit?: boolean }): Database {
  const wrap = (sql: Sql): Sql => ({
    query: async (text, values) => {
      if (
        fails.at !== undefined &&
        JSON.stringify(values ?? []).includes(fails.at) &&
        fails.fault !== undefined
      )
        throw fails.fault
      return sql.query(text, values)
    },
  })
  return {
    ...database,
    ...wrap(database),
    transaction: async (work) => {
      const result = await database.transaction((tx) => work(wrap(tx)))
      if (fails.afterCommit === true && fails.fault !== undefined) throw fails.fault
      return result
    },
  }
}

describe.each(engines)('on %s', (engine) => {
  const open = async () => {
    const inner = await testDatabase(await engine.url())
    await prepareDatabase(inner, testClock())
    const fails: Parameters<typeof failing>[1] = {}
    const hq = await headquarters({ database: failing(inner, fails) })
    await hq.seedCentre('KDI')
    await hq.seedStaff('ani', 'branch', 'KDI')
    return { hq, fails, desk: await hq.desk('KDI', 'ani') }
  }

  test('[O15] (H14) an operation that headquarters stumbles over is asked for later with those that hang on it; the others go on', async () => {
    const { hq, fails, desk } = await open()
    await using _ = hq
    const { label } = desk.enrolment
    const operations = [
      desk.operation(stepOf('openTicket', ticket('good1', label))),
      desk.operation(stepOf('openTicket', ticket('bad', label, { subject: 'POISON' }))),
      desk.operation(stepOf('noteOnTicket', { ticketId: 'bad', text: 'Menyusul' })),
      desk.operation(stepOf('openTicket', ticket('good2', label))),
    ]
    Object.assign(fails, { at: 'POISON', fault: new TypeError('a bug') })
    const results = await desk.send(...operations)
    expect(results.map(({ outcome }) => outcome)).toEqual([
      'accepted',
      'retry_later',
      'retry_later',
      'accepted',
    ])
    expect(results[1]).toMatchObject({ problem: 'internal', seqs: {} })
    expect(await recordOf(hq.database, 'tickets', 'bad')).toBeUndefined()
    delete fails.at
    const again = await desk.send(...operations)
    expect(again.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'accepted', 'accepted'])
    expect([again[0], again[3]]).toEqual([results[0], results[3]])
  })

  test('[O2] (H8) an answer that is lost after the commit is given again, and the work stands once', async () => {
    const { hq, fails, desk } = await open()
    await using _ = hq
    const operation = desk.operation(stepOf('openTicket', ticket('t1', desk.enrolment.label)))
    const lineCut = Object.assign(new Error('cut'), { code: 'ECONNRESET' })
    Object.assign(fails, { fault: lineCut, afterCommit: true })
    const cut = await desk.post('/v1/operations', { protocol: 1, operations: [operation] })
    expect(cut).toMatchObject({
      status: 503,
      body: { code: 'database_unreachable' },
      headers: { 'retry-after': '5' },
    })
    delete fails.afterCommit
    const [result] = await desk.send(operation)
    expect(result?.outcome).toBe('accepted')
    expect((await recordOf(hq.database, 'tickets', 't1'))?.rev).toBe(1)
  })
})
