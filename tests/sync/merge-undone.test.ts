import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { customer } from '#tests/server/payloads.ts'
import { testDesk } from '#tests/sync/desk.ts'
import { ani, kendari, person, settled } from '#tests/sync/kendari.ts'
import { conversation, ticket } from '#tests/sync/work.ts'

const sari = { centreId: 'KDI', username: 'sari', seed: 2 } as const

test('[M4][I11] a link with five more contacts and tickets, undone: every record at its owner, on both desks and at headquarters', async () => {
  await using hq = await kendari()
  await using one = await testDesk(hq, ani)
  await using two = await testDesk(hq, sari)
  for (const id of ['c1', 'c2'])
    await hq.write(
      [{ collection: 'customers', record: customer(id, 'KDI', { phone: '+628171000001' }) }],
      'c:KDI',
    )
  const { customerId } = await one.must('registerCustomer', person('Siti Rahma', '+628171000001'))
  await settled(one)
  await settled(two)
  const [row] = await two.until('inbox', ['open', 10], (rows) => rows.length === 1)
  expect(row?.item).toMatchObject({ kind: 'match', candidateIds: ['c1', 'c2'] })
  await two.must('linkCustomer', { absorbedId: customerId, survivorId: 'c1', itemId: row?.item.id ?? '' })
  await settled(two)
  await settled(one)
  expect(await one.ask('inbox', 'decided', 5)).toMatchObject([
    { item: { decision: 'linked', survivorId: 'c1', decidedBy: 'sari' } },
  ])

  const owners = [customerId, 'c1', customerId, 'c1', customerId]
  for (const [place, owner] of owners.entries())
    await (place % 2 === 0 ? one : two).must('closeContact', {
      contact: conversation(owner),
      ticket: { ...ticket, customerId: owner },
    })
  for (const desk of [one, two, one]) await settled(desk)
  expect(await one.ask('customer', 'c1')).toMatchObject({ openTickets: 5, contacts30Days: 5 })

  await two.must('unlinkCustomer', { absorbedId: customerId, survivorId: 'c1' })
  for (const desk of [two, one]) {
    await settled(desk)
    expect(await desk.ask('customer', customerId)).toMatchObject({
      openTickets: 3,
      contacts30Days: 3,
      customer: { provenance: 'provisional' },
    })
    expect(await desk.ask('customer', 'c1')).toMatchObject({ openTickets: 2, contacts30Days: 2 })
    expect(await desk.ask('sync')).toMatchObject({ ready: true, waiting: 0, openItems: 0 })
  }
  const atHeadquarters = await hq.database.query<{ owner: string; n: number }>(
    `select body ->> 'customerId' as owner, count(*)::int as n from document
     where collection in ('tickets', 'contacts') group by 1`,
  )
  expect(Object.fromEntries(atHeadquarters.map(({ owner, n }) => [owner, n]))).toEqual({
    [customerId]: 6,
    c1: 4,
  })
})
