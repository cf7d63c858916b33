import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { testDesk, type TestDesk } from '#tests/sync/desk.ts'
import { ani, countAt, kendari, person, settled } from '#tests/sync/kendari.ts'
import { ticket } from '#tests/sync/work.ts'

const sari = { centreId: 'KDI', username: 'sari', seed: 2 } as const
const hour = 3_600_000

async function opened(desk: TestDesk, count: number): Promise<string[]> {
  const { customerId } = await desk.must('registerCustomer', person('Siti'))
  const ids: string[] = []
  for (let index = 0; index < count; index++)
    ids.push((await desk.must('openTicket', { ...ticket, customerId })).ticketId)
  return ids
}

const first = (ids: readonly string[]) => ids[0] ?? ''

test('[O1] what a macro put ready is one operation: words, priority, task and status are at headquarters together', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  const ids = await opened(desk, 1)
  await settled(desk)
  const before = await desk.ask('outbox', 50)
  await desk.must('workOnTickets', {
    ticketIds: ids,
    changes: {
      text: 'Diteruskan ke jaringan',
      priority: 'p1',
      status: 'in_progress',
      task: { department: 'network', ask: 'Periksa BTS', withinHours: 4 },
    },
  })
  const after = await desk.ask('outbox', 50)
  expect(after.length - before.length).toBe(1)
  await settled(desk)
  await using other = await testDesk(hq, sari)
  expect((await other.ask('ticket', first(ids)))?.ticket).toMatchObject({
    status: 'in_progress',
    priority: 'p1',
    tasks: [{ department: 'network', state: 'open' }],
  })
})

test('work on many tickets is one operation each; what cannot be done is said and holds up none of the others', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  const ids = await opened(desk, 4)
  const [waiting = '', ...rest] = ids
  await desk.must('askDepartment', { ticketId: waiting, department: 'billing', ask: 'Cek tagihan' })
  const worked = await desk.must('workOnTickets', {
    ticketIds: ids,
    changes: { status: 'resolved', resolutionCode: 'FIXED' },
  })
  const code = (await desk.ask('ticket', waiting))?.ticket.code
  expect(worked).toEqual({ done: 3, refused: [{ ticketId: waiting, code, problem: 'task_open' }] })
  await settled(desk)
  for (const ticketId of rest)
    expect(await desk.ask('ticket', ticketId)).toMatchObject({
      ticket: { status: 'resolved' },
      state: 'at_headquarters',
    })
  expect(await countAt(hq, 'items')).toBe(0)
})

test('a colleague who is called by name finds the ticket among the mentions, and nobody else does', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  const ids = await opened(desk, 2)
  await desk.must('workOnTickets', {
    ticketIds: [first(ids)],
    changes: { text: 'Mohon dilihat @Sari', mentioned: ['sari'] },
  })
  await settled(desk)
  await using other = await testDesk(hq, sari)
  expect(await other.ask('mentionsOfMe')).toBe(1)
  expect(await other.ask('ticketIds', 'mentions', {})).toEqual([first(ids)])
  expect(await desk.ask('mentionsOfMe')).toBe(0)
})

test('two tickets that are linked say so at both ends, at every desk; a relation becomes a duplicate and never less again', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  const [one = '', two = ''] = await opened(desk, 2)
  expect(await desk.ask('relatedTo', one)).toMatchObject([{ ticket: { id: two } }])
  await desk.must('linkTickets', { ticketId: one, otherTicketId: two, as: 'related' })
  await desk.must('linkTickets', { ticketId: one, otherTicketId: two, as: 'duplicate_of' })
  await desk.must('linkTickets', { ticketId: one, otherTicketId: two, as: 'related' })
  await settled(desk)
  await using other = await testDesk(hq, sari)
  expect(await other.ask('relatedTo', one)).toMatchObject([{ ticket: { id: two }, as: 'duplicate_of' }])
  expect(await other.ask('relatedTo', two)).toMatchObject([{ ticket: { id: one }, as: 'has_duplicate' }])
  const thread = await other.ask('threadOf', two)
  expect(thread.filter(({ event }) => event.kind === 'linked')).toHaveLength(2)
})

test('a ticket is escalated by a word and goes from the list when it is done', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  const ids = await opened(desk, 2)
  await desk.must('escalateTicket', { ticketId: first(ids), note: 'Pelanggan meminta penyelia' })
  expect(await desk.ask('ticketIds', 'escalated', {})).toEqual([first(ids)])
  await desk.must('workOnTickets', {
    ticketIds: [first(ids)],
    changes: { status: 'resolved', resolutionCode: 'FIXED' },
  })
  expect(await desk.ask('ticketIds', 'escalated', {})).toEqual([])
  await settled(desk)
  expect((await desk.ask('ticket', first(ids)))?.ticket.escalatedAt).toBeUndefined()
})

test('[W1] two desks whose clocks are a day apart agree on a ticket’s due time, its pauses and what is left', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  const ids = await opened(desk, 1)
  await settled(desk)
  await using other = await testDesk(hq, sari)
  other.clock.jump(24 * hour)
  const move = (where: TestDesk, status: 'pending_customer' | 'in_progress') =>
    where.must('workOnTickets', { ticketIds: ids, changes: { status } })
  await move(desk, 'pending_customer')
  await settled(desk)
  await settled(other)
  expect((await other.ask('ticket', first(ids)))?.sla).toMatchObject({ state: 'paused' })
  await move(other, 'in_progress')
  await settled(other)
  await settled(desk)
  const here = (await desk.ask('ticket', first(ids)))?.sla
  expect(here).toMatchObject({ state: 'running' })
  expect(here).toEqual((await other.ask('ticket', first(ids)))?.sla)
  await other.restart()
  expect((await other.ask('ticket', first(ids)))?.sla).toEqual(here)
})
