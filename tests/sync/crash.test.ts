import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { collectionNames } from '#domain/entities.ts'
import { testDesk, type TestDesk } from '#tests/sync/desk.ts'
import { failWrites } from '#tests/sync/failing-writes.ts'
import { ani, countAt, kendari, person, settled } from '#tests/sync/kendari.ts'

/** From the `k`-th write on, no store of this desk takes anything more, as when the power goes. */
function powerCutAt(desk: TestDesk, k: number): void {
  const writes = { count: 0 }
  failWrites(desk, [...collectionNames, 'outbox', 'shadows'], 'power cut', () => (writes.count += 1) >= k)
  // The journal takes nothing back either.
  const { journal } = desk.inside().core.machine
  if (journal !== undefined) Object.assign(journal, { settle: () => Promise.reject(new Error('power cut')) })
}

for (const k of [1, 2, 3, 4, 5]) {
  test(`[C2][C3] (H18) a power cut at write ${k} of a capture: after the start the work is whole, and headquarters gets it once`, async () => {
    await using hq = await kendari()
    await using desk = await testDesk(hq, ani)
    const { customerId } = await desk.must('registerCustomer', person('Siti'))
    await settled(desk)
    desk.line.cut()
    const at = desk.clock.now()
    powerCutAt(desk, k)
    const closing = desk.run('closeContact', {
      contact: {
        customerId,
        channel: 'walk_in',
        direction: 'in',
        startedAt: at,
        endedAt: at + 60_000,
        handleSeconds: 60,
        verification: 'none',
        reasonCode: 'KUOTA',
        disposition: 'ticket_created',
        ticketIds: [],
      },
      ticket: {
        customerId,
        type: 'complaint',
        department: 'care',
        priority: 'p2',
        subject: 'Kuota tidak masuk',
        channel: 'walk_in',
      },
    })
    // The journal has it and cannot take it back: so it is saved, whatever the other stores say.
    expect(await closing).toMatchObject({ ok: true })

    await desk.restart()
    const view = await desk.ask('customer', customerId)
    expect(view).toMatchObject({ openTickets: 1, contacts30Days: 1 })
    const [row] = await desk.ask('ticketsOf', customerId)
    expect(row).toMatchObject({ state: 'saved_here', ticket: { subject: 'Kuota tidak masuk' } })
    expect(await desk.ask('threadOf', row?.ticket.id ?? '')).toHaveLength(1)

    desk.line.restore()
    await settled(desk)
    expect([
      await countAt(hq, 'tickets'),
      await countAt(hq, 'contacts'),
      await countAt(hq, 'ticketEvents'),
    ]).toEqual([1, 1, 1])
    expect(await desk.ask('sync')).toMatchObject({ waiting: 0, ready: true, openItems: 0 })
  })
}
