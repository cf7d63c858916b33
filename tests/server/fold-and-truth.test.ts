import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stepOf, steps, type StepName } from '#domain/steps.ts'
import { fold } from '#domain/sync/fold.ts'
import { RecordMap, refKey, type Write } from '#domain/sync/records.ts'
import { anyStep, operationsOf, runs } from '#tests/unit/domain/properties/arbitrary.ts'
import { captured as capturedFrom } from '#tests/unit/domain/properties/captured.ts'
import { asOf } from './as-of.ts'
import { headquarters, type TestHeadquarters } from './headquarters.ts'
import { customer, ticket } from './payloads.ts'

/** What one desk carries, as headquarters has it. */
async function truthOf(hq: TestHeadquarters): Promise<RecordMap> {
  const rows = await hq.database.query<{ collection: Write['collection']; body: Write['record'] }>(
    `select d.collection, d.body from feed f join document d on d.collection = f.collection and d.id = f.doc_id
     where f.partition in ('global', 'c:KDI') and f.op = 'put'`,
  )
  const records = new RecordMap()
  for (const { collection, body } of rows) records.put({ collection, record: body } as Write)
  return records
}

/** Records without what only headquarters knows. */
const bare = (records: RecordMap) =>
  new Map(
    records.writes().flatMap(({ collection, record }) => {
      const { rev: _rev, signature: _signature, ...rest } = record as Record<string, unknown>
      return collection === 'items' ? [] : [[refKey({ collection, id: record.id }), rest] as const]
    }),
  )

test('[D2][D4][O1] whatever a desk works, what it folds over headquarters’ records before and after is what headquarters itself has made of it', async () => {
  await using hq = await headquarters()
  await hq.seedCentre('KDI')
  await hq.seedStaff('sari', 'supervisor', 'KDI')
  const desk = await hq.desk('KDI', 'sari')
  const { label } = desk.enrolment
  const turns = { count: 0, worked: 0 }
  // What somebody may not do takes effect nowhere; a desk does not even offer it.
  const step = anyStep.filter(({ kind, payload }) =>
    steps[kind as StepName].permits('supervisor', payload as never),
  )
  await fc.assert(
    fc.asyncProperty(operationsOf(step, { steps: 2, most: 5 }), async (wanted) => {
      const run = (turns.count += 1)
      for (const id of [`${run}-c1`, `${run}-c2`])
        await hq.write([{ collection: 'customers', record: customer(id, 'KDI') }], 'c:KDI')
      await desk.send(
        desk.operation(stepOf('openTicket', ticket(`${run}-t1`, label, { code: `X-${label}-1` }))),
      )
      const before = await truthOf(hq)
      // A desk captures only what its own records allow; provisional customers may become somebody else at headquarters.
      const operations = asOf(desk, wanted, run).filter(
        ({ steps }) => !steps.some(({ kind }) => kind === 'registerCustomer'),
      )
      const captured = capturedFrom(before, operations)
      const results = captured.length === 0 ? [] : await desk.send(...captured)
      turns.worked += results.length
      const after = await truthOf(hq)
      const over = (base: RecordMap) => {
        const records = new RecordMap()
        for (const write of [...base.writes(), ...fold(base, captured)]) records.put(write)
        return bare(records)
      }
      expect(
        results.every(({ problem }) => problem !== 'unknown_record' && problem !== 'bad_operation'),
      ).toBe(true)
      expect(over(before)).toEqual(bare(after))
    }),
    runs(120),
  )
  expect(turns.worked).toBeGreaterThan(40)
})
