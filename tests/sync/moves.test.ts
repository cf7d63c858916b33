import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { collectionNames } from '#domain/entities.ts'
import { scan } from '#renderer/data/replica.ts'
import { trim } from '#sync-server/storage/trim.ts'
import type { TestHeadquarters } from '#tests/server/headquarters.ts'
import { testDesk, type TestDesk } from '#tests/sync/desk.ts'
import { person, settled } from '#tests/sync/kendari.ts'
import { ani, rina, sari, twoCentres } from '#tests/sync/two-centres.ts'
import { ticket } from '#tests/sync/work.ts'

const phone = '+628171234567'
const conversation = (desk: TestDesk, customerId: string) =>
  ({
    customerId,
    channel: 'walk_in',
    direction: 'in',
    startedAt: desk.clock.now(),
    endedAt: desk.clock.now() + 60_000,
    handleSeconds: 60,
    verification: 'none',
    reasonCode: 'KUOTA',
    disposition: 'information_given',
    ticketIds: [] as string[],
  }) as const
const complaint = (customerId: string) => ({ ...ticket, customerId })

/** Every record of a desk's replica, shadows too, in which an id stands. */
async function tracesOf(desk: TestDesk, id: string): Promise<string[]> {
  const { replica } = desk.inside().core
  const found: string[] = []
  for (const collection of collectionNames)
    for await (const records of scan(replica, collection))
      for (const record of records)
        if (JSON.stringify(record).includes(id)) found.push(`${collection}/${record.id}`)
  for (const shadow of await replica.shadows.find().exec())
    if (JSON.stringify(shadow.toJSON()).includes(id)) found.push(`shadows/${shadow.id}`)
  return found
}

/** A customer of Kendari with a ticket, known at every desk of the centre. */
async function known(desk: TestDesk): Promise<{ customerId: string; ticketId: string }> {
  const { customerId } = await desk.must('registerCustomer', { ...person('Siti', phone) })
  const { ticketId } = await desk.must('openTicket', complaint(customerId))
  await settled(desk)
  return { customerId, ticketId }
}

async function expectReady(...desks: TestDesk[]): Promise<void> {
  for (const desk of desks) {
    desk.clock.pass(3_600_000)
    await settled(desk)
    expect(await desk.ask('sync')).toMatchObject({ waiting: 0, parked: 0, ready: true })
  }
}

test('[G1][G2][G3][P5] (H6) a supervisor moves a customer while a colleague works without a line: nothing of it is lost, the old desks have nothing of the customer, and the author sees where the work went', async () => {
  await using hq = await twoCentres()
  await using supervisor = await testDesk(hq, sari)
  await using colleague = await testDesk(hq, ani)
  await using there = await testDesk(hq, rina)
  const { customerId, ticketId } = await known(supervisor)
  await settled(colleague)

  colleague.line.cut()
  const closed = await colleague.must('closeContact', {
    contact: conversation(colleague, customerId),
    ticket: { ...complaint(customerId), subject: 'Tagihan ganda' },
  })
  await colleague.must('noteOnTicket', { ticketId: closed.ticketId ?? '', text: 'Nota terlampir' })
  await colleague.must('noteOnTicket', { ticketId, text: 'Sudah dihubungi' })
  await colleague.must('changeContactDetails', {
    customerId,
    changes: { phone: '+628172222222' },
    base: { phone },
  })
  await colleague.must('changeContactDetails', { customerId, changes: { city: 'Kendari' }, base: {} })

  await supervisor.must('moveCustomer', { customerId, toCentreId: 'MKS' })
  expect(await supervisor.ask('customer', customerId)).toMatchObject({
    state: 'saved_here',
    customer: { homeCentreId: 'MKS' },
    movingTo: 'MKS',
  })
  await settled(supervisor)
  expect(await supervisor.ask('customer', customerId)).toBeNull()
  expect(await tracesOf(supervisor, customerId)).toEqual([])
  await settled(there)
  await there.must('changeContactDetails', {
    customerId,
    changes: { phone: '+628173333333' },
    base: { phone },
  })
  await settled(there)

  colleague.line.restore()
  await settled(colleague)
  const rows = await colleague.ask('outbox', 10)
  expect(rows.map(({ state, movedTo, problem }) => ({ state, movedTo, problem }))).toEqual([
    { state: 'accepted', movedTo: 'MKS', problem: undefined },
    { state: 'attention', movedTo: 'MKS', problem: 'field_changed_by_other' },
    { state: 'accepted', movedTo: 'MKS', problem: undefined },
    { state: 'accepted', movedTo: 'MKS', problem: undefined },
    { state: 'accepted', movedTo: 'MKS', problem: undefined },
  ])
  expect(await tracesOf(colleague, customerId)).toEqual([])
  expect(await colleague.ask('items', 'open', 10)).toEqual([])
  expect(colleague.machine.entries).toEqual([])

  await settled(there)
  expect(await there.ask('customer', customerId)).toMatchObject({
    customer: { phone: '+628173333333', city: 'Kendari' },
    openTickets: 2,
    contacts30Days: 1,
  })
  expect((await there.ask('threadOf', ticketId)).map(({ event }) => event.text)).toContain('Sudah dihubungi')
  const [item] = await there.ask('items', 'open', 10)
  expect(item).toMatchObject({ fields: [{ mine: '+628172222222', theirs: '+628173333333' }] })
  await there.must('decideItem', { itemId: item?.id ?? '', decision: 'take_mine' })
  await settled(there)
  expect(await there.ask('customer', customerId)).toMatchObject({ customer: { phone: '+628172222222' } })
  await expectReady(supervisor, colleague, there)
})

test('[G5] what left under unsent work goes from the screen, crashes nothing over a restart, and the work stays until it is sent', async () => {
  const down = { operations: false }
  await using hq = await twoCentres()
  await using supervisor = await testDesk(hq, sari)
  await using colleague = await testDesk(hq, {
    ...ani,
    faults: {
      before: (path) => {
        if (path === '/v1/operations' && down.operations) throw new Error('lost')
      },
    },
  })
  const { customerId, ticketId } = await known(supervisor)
  await settled(colleague)
  await colleague.must('saveDraft', { key: `ticket:${ticketId}`, value: '"setengah jadi"' })
  down.operations = true
  await colleague.must('closeContact', { contact: conversation(colleague, customerId) })
  await colleague.must('noteOnTicket', { ticketId, text: 'Menyusul' })
  await supervisor.must('moveCustomer', { customerId, toCentreId: 'MKS' })
  await settled(supervisor)

  // The changes come before the work could go: pages are asked for by hand, as a round would after its upload.
  const { pull } = await import('#renderer/data/pull.ts')
  const { core, sessions, checkpoints } = colleague.inside()
  const pulled = await sessions.call(async (token) => ({
    ok: true,
    value: await pull(core, token, ['c:KDI'], checkpoints),
  }))
  expect(pulled).toEqual({ ok: true, value: undefined })
  expect(await colleague.ask('customer', customerId)).toBeNull()
  expect(await colleague.ask('ticket', ticketId)).toBeNull()
  expect(await colleague.ask('ticketList', 'open', 10)).toEqual([])
  expect(await colleague.ask('search', 'Siti', 10)).toMatchObject({ hits: [] })
  expect(await colleague.ask('draft', `ticket:${ticketId}`)).toBe('"setengah jadi"')
  expect(await colleague.run('noteOnTicket', { ticketId, text: 'Terlambat' })).toEqual({
    ok: false,
    problem: 'unknown_record',
  })
  colleague.line.cut()
  await colleague.restart()
  expect(await colleague.ask('sync')).toMatchObject({ waiting: 2 })
  expect(await colleague.ask('customer', customerId)).toBeNull()

  colleague.line.restore()
  down.operations = false
  await settled(colleague)
  expect((await colleague.ask('outbox', 5)).map(({ movedTo }) => movedTo)).toEqual(['MKS', 'MKS'])
  expect(await tracesOf(colleague, customerId)).toEqual([])
  await expectReady(supervisor, colleague)
})

test('[G1][R3] there and back while a desk is away: it has the customer again, with what happened meanwhile', async () => {
  await using hq = await twoCentres()
  await using supervisor = await testDesk(hq, sari)
  await using colleague = await testDesk(hq, ani)
  await using there = await testDesk(hq, rina)
  const { customerId, ticketId } = await known(supervisor)
  await settled(colleague)
  colleague.line.cut()
  await colleague.must('noteOnTicket', { ticketId, text: 'Dari jauh' })
  await supervisor.must('moveCustomer', { customerId, toCentreId: 'MKS' })
  await settled(supervisor)
  await settled(there)
  await there.must('closeContact', { contact: conversation(there, customerId) })
  await there.must('moveCustomer', { customerId, toCentreId: 'KDI' })
  await settled(there)
  expect(await tracesOf(there, customerId)).toEqual([])
  colleague.line.restore()
  await settled(colleague)
  await settled(supervisor)
  for (const desk of [colleague, supervisor]) {
    expect(await desk.ask('customer', customerId)).toMatchObject({
      customer: { homeCentreId: 'KDI' },
      state: 'at_headquarters',
      contacts30Days: 1,
    })
    expect((await desk.ask('threadOf', ticketId)).map(({ event }) => event.text)).toContain('Dari jauh')
  }
  expect((await colleague.ask('outbox', 5)).map(({ movedTo }) => movedTo)).toEqual([undefined])
  await expectReady(supervisor, colleague, there)
})

test('[G4][B1] a desk that was away for longer than anything is kept primes anew: no ghosts, and its unsent work is taken or waits for a person', async () => {
  await using hq = await twoCentres()
  await using supervisor = await testDesk(hq, sari)
  await using away = await testDesk(hq, ani)
  const { customerId } = await known(supervisor)
  const stays = await supervisor.must('registerCustomer', person('Tinggal', '+628175555555'))
  await settled(supervisor)
  await settled(away)
  away.line.cut()
  await away.must('closeContact', { contact: conversation(away, customerId) })
  await away.must('closeContact', { contact: conversation(away, stays.customerId) })

  await supervisor.must('moveCustomer', { customerId, toCentreId: 'MKS' })
  await settled(supervisor)
  await later(hq, supervisor, 500)
  await supervisor.must('registerCustomer', person('Baru', '+628176666666'))
  await settled(supervisor)
  const { places } = await hq.database.transaction((tx) => trim(tx, hq.clock.now() - 400 * 86_400_000))
  expect(places).toBeGreaterThan(3)

  away.clock.pass(500 * 86_400_000)
  away.line.restore()
  const changed = away.until('sync', [], ({ problem }) => problem === 'history_changed')
  await away.must('signIn', { username: 'ani', password: 'rahasia-sekali' })
  await away.sync()
  expect(await changed).toMatchObject({ ready: false })
  await settled(away)
  expect(await tracesOf(away, customerId)).toEqual([])
  expect(await away.ask('search', 'Baru', 5)).toMatchObject({ searched: 2 })
  expect(await away.ask('customer', stays.customerId)).toMatchObject({ state: 'at_headquarters' })
  expect((await away.ask('outbox', 5)).map(({ state, movedTo }) => ({ state, movedTo }))).toEqual([
    { state: 'accepted', movedTo: undefined },
    { state: 'accepted', movedTo: 'MKS' },
  ])
  await expectReady(supervisor, away)
})

/** Time passes; the sessions of a desk do not last so long. */
async function later(hq: TestHeadquarters, desk: TestDesk, days: number): Promise<void> {
  hq.clock.advance(days * 86_400_000)
  desk.clock.pass(days * 86_400_000)
  await desk.must('signIn', { username: 'sari', password: 'rahasia-sekali' })
}
