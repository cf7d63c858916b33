import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stepOf } from '#domain/steps.ts'
import { anyStep, operationsOf, runs } from '#tests/unit/domain/properties/arbitrary.ts'
import { asOf } from './as-of.ts'
import { headquarters, type TestHeadquarters } from './headquarters.ts'
import { move } from './moving.ts'
import type { Desk } from './wire-desk.ts'
import { customer, ticket } from './payloads.ts'

interface Side {
  readonly hq: TestHeadquarters
  readonly desk: Desk
}

async function aSide(): Promise<Side> {
  const hq = await headquarters()
  for (const centre of ['KDI', 'MKS']) await hq.seedCentre(centre)
  await hq.seedStaff('sari', 'supervisor', 'KDI')
  return { hq, desk: await hq.desk('KDI', 'sari') }
}

/** Two customers of the centre with a ticket, and one with a ticket who went to another. */
async function settled({ hq, desk }: Side, run: number): Promise<void> {
  const { label } = desk.enrolment
  for (const id of ['c1', 'c2', 'c3'])
    await hq.write([{ collection: 'customers', record: customer(`${run}-${id}`, 'KDI') }], 'c:KDI')
  for (const [of, id] of [
    ['c1', 't1'],
    ['c3', 't2'],
  ] as const) {
    const opened = ticket(`${run}-${id}`, label, { customerId: `${run}-${of}`, code: `X-${label}-${id}` })
    await desk.send({ ...desk.operation(stepOf('openTicket', opened)), opId: `${run}-open-${id}` })
  }
  await move(desk, `${run}-c3`, 'MKS')
}

/** All that operations leave, but for the random names of places and of the desk. */
async function leftIn({ hq, desk }: Side): Promise<unknown> {
  const tables = {
    document: 'select collection, id, home, rev, body from document order by collection, id',
    feed: 'select partition, collection, doc_id, seq, rev, op, hash from feed order by partition, collection, doc_id',
    partition: 'select id, seq from partition order by id',
    directory:
      'select kind, value, collection, doc_id, customer_id from directory order by kind, value, doc_id',
    changes:
      'select customer_id, field, actor_id, centre_id, at from field_change order by customer_id, field',
    device: 'select last_seq from device',
  }
  const rows = Object.entries(tables).map(
    async ([table, sql]) => [table, await hq.database.query(sql)] as const,
  )
  const left = JSON.stringify(Object.fromEntries(await Promise.all(rows)))
  return JSON.parse(left.replaceAll(desk.enrolment.deviceId, 'desk'))
}

test('[O1][O2] a batch leaves row for row what its operations leave one by one, and the same answers', async () => {
  const [together, apart] = [await aSide(), await aSide()]
  await using held = new AsyncDisposableStack()
  for (const { hq } of [together, apart]) held.use(hq)
  const turns = { count: 0, accepted: 0, other: 0 }
  await fc.assert(
    fc.asyncProperty(operationsOf(anyStep, { steps: 2, most: 14 }), async (wanted) => {
      const run = (turns.count += 1)
      for (const side of [together, apart]) await settled(side, run)
      const batch = await together.desk.send(...asOf(together.desk, wanted, run))
      const single = []
      for (const operation of asOf(apart.desk, wanted, run))
        single.push(...(await apart.desk.send(operation)))
      expect(batch).toEqual(single)
      for (const { outcome } of batch) turns[outcome === 'accepted' ? 'accepted' : 'other'] += 1
      expect(await leftIn(together)).toEqual(await leftIn(apart))
    }),
    runs(40),
  )
  expect(turns.accepted).toBeGreaterThan(20)
  expect(turns.other).toBeGreaterThan(20)
}, 120_000)
