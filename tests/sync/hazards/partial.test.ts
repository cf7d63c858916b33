import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { FeedChange } from '#domain/sync/feed.ts'
import { take } from '#renderer/data/take.ts'
import { stepOf } from '#domain/steps.ts'
import { contact, customer, ticket } from '#tests/server/payloads.ts'
import { testDesk } from '#tests/sync/desk.ts'
import { agreesWith } from '#tests/sync/hazards/agreement.ts'
import { ani, kendari, settled } from '#tests/sync/kendari.ts'

test('[P6] (H7) whatever order records arrive in, no screen crashes, what has no parent yet is shown without it, and all of it is whole at the end', async () => {
  await using hq = await kendari()
  const writer = await hq.desk('KDI', 'sari')
  const { label } = writer.enrolment
  await hq.write([{ collection: 'customers', record: customer('c1', 'KDI') }], 'c:KDI')
  await writer.send(
    writer.operation(
      stepOf('openTicket', ticket('t1', label, { customerId: 'c1', ownerId: 'ani' })),
      stepOf('recordContact', contact('k1', { customerId: 'c1', ticketIds: ['t1'] })),
    ),
    writer.operation(stepOf('noteOnTicket', { ticketId: 't1', text: 'Menyusul' })),
  )
  const { changes } = await writer.all()
  expect(changes).toHaveLength(5)

  await using desk = await testDesk(hq, ani)
  await settled(desk)
  const { core } = desk.inside()
  for (const order of orders(changes)) {
    await take(
      core,
      changes.map(({ collection, id }) => ({ collection, id })),
    )
    const here = new Set<string>()
    for (const change of order) {
      await take(core, [change])
      here.add(change.id)
      const row = await desk.ask('ticket', 't1')
      expect(row === null).toBe(!here.has('t1'))
      expect(row?.customerName).toBe(here.has('t1') && here.has('c1') ? 'Siti Nurhaliza' : undefined)
      expect((await desk.ask('ticketList', 'open', 10)).length).toBe(here.has('t1') ? 1 : 0)
      expect((await desk.ask('ticketList', 'mine', 10)).length).toBe(here.has('t1') ? 1 : 0)
      const events = [...here].filter((id) => id.includes('.'))
      expect(await desk.ask('threadOf', 't1')).toHaveLength(events.length)
      const view = await desk.ask('customer', 'c1')
      expect(view === null).toBe(!here.has('c1'))
      const timeline = await desk.ask('timelineOf', 'c1', 20)
      expect(timeline).toHaveLength(here.has('c1') ? events.length + Number(here.has('k1')) : 0)
      await desk.ask('search', label, 10)
    }
  }
  await settled(desk)
  await agreesWith(hq, desk)
})

/** Each record first once, and each last once. */
function orders(changes: readonly FeedChange[]): FeedChange[][] {
  return changes.flatMap((_, by) => {
    const turned = [...changes.slice(by), ...changes.slice(0, by)]
    return [turned, turned.toReversed()]
  })
}
