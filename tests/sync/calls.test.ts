import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { missedCallReason } from '#domain/contact/missed-call.ts'
import { recordOf } from '#sync-server/storage/documents.ts'
import { testDesk } from '#tests/sync/desk.ts'
import { ani, kendari, person, settled } from '#tests/sync/kendari.ts'
import { conversation } from '#tests/sync/work.ts'

test('a call is known by its whole number in every spelling, and by no part of it', async () => {
  await using hq = await kendari()
  await using one = await testDesk(hq, ani)
  const { customerId } = await one.must('registerCustomer', person('Wa Ode Siti'))
  for (const number of ['0817 1234 567', '+628171234567', '62817-1234567'])
    expect(
      (await one.until('caller', [number], ({ matches }) => matches.length === 1)).matches,
    ).toMatchObject([{ view: { customer: { id: customerId }, openTickets: 0, complaints90Days: 0 } }])
  for (const number of ['1234567', '08171234', '0817 1234 5670', ''])
    expect((await one.ask('caller', number)).matches, number).toEqual([])
})

test('a missed call is written down without a line, comes to headquarters once, and is missed until somebody has spoken with the caller', async () => {
  await using hq = await kendari()
  await using one = await testDesk(hq, ani)
  const { customerId } = await one.must('registerCustomer', person('Wa Ode Siti'))
  await one.until('caller', ['+628171234567'], ({ matches }) => matches.length === 1)
  one.line.cut()
  const startedAt = one.clock.now()
  await one.must('recordMissedCall', { number: '0817 1234 567', startedAt, endedAt: startedAt + 9_000 })
  const [missed] = await one.until('missedCalls', [], (all) => all.length === 1)
  expect(missed).toMatchObject({
    customerName: 'Wa Ode Siti',
    contact: { customerId, disposition: 'abandoned', reasonCode: missedCallReason, handleMs: 0 },
  })

  one.line.restore()
  await settled(one)
  expect(await recordOf(hq.database, 'contacts', missed?.contact.id ?? '')).toMatchObject({
    customerId,
    disposition: 'abandoned',
    numberGiven: '0817 1234 567',
  })
  await one.must('closeContact', {
    contact: {
      ...conversation(customerId),
      startedAt: startedAt + 60_000,
      endedAt: startedAt + 120_000,
      numberGiven: '0817 1234 567',
    },
  })
  expect(await one.until('missedCalls', [], (all) => all.length === 0)).toEqual([])
})

test('handling and wrap-up times come to headquarters as they were measured', async () => {
  await using hq = await kendari()
  await using one = await testDesk(hq, ani)
  const { customerId } = await one.must('registerCustomer', person('Wa Ode Siti'))
  const contact = { ...conversation(customerId), handleMs: 93_456, wrapMs: 12_345 }
  const { contactId } = await one.must('closeContact', { contact })
  await settled(one)
  expect(await recordOf(hq.database, 'contacts', contactId)).toMatchObject({
    handleMs: 93_456,
    wrapMs: 12_345,
  })
})
