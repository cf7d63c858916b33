import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { testDesk, type TestDesk } from '#tests/sync/desk.ts'
import { ani, kendari, person, settled } from '#tests/sync/kendari.ts'
import { ticket } from '#tests/sync/work.ts'

const sari = { centreId: 'KDI', username: 'sari', seed: 2 } as const
const ask = { department: 'network', ask: 'Periksa BTS Abeli', withinHours: 4 } as const

/** A ticket in work that both desks have. */
async function inWork(desk: TestDesk, other: TestDesk): Promise<string> {
  const { customerId } = await desk.must('registerCustomer', person('Siti'))
  const { ticketId } = await desk.must('openTicket', { ...ticket, customerId })
  await desk.must('moveTicket', { ticketId, to: 'in_progress' })
  await settled(desk)
  await settled(other)
  return ticketId
}

const resolve = (ticketId: string) =>
  ({ ticketId, to: 'resolved', note: 'Sinyal pulih', resolutionCode: 'FIXED' }) as const

async function firstTask(desk: TestDesk, ticketId: string) {
  const task = (await desk.ask('ticket', ticketId))?.ticket.tasks?.[0]
  if (task === undefined) throw new Error('no task')
  return task
}

test('a department is asked, accepts and answers with the child order and its parcel; every desk sees each of it', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  await using other = await testDesk(hq, sari)
  const ticketId = await inWork(desk, other)
  await desk.must('askDepartment', { ticketId, ...ask, department: 'shipment' })
  await settled(desk)
  await settled(other)
  const task = await firstTask(other, ticketId)
  expect(task).toMatchObject({ department: 'shipment', state: 'open', askedBy: 'ani' })
  expect((task.dueAt ?? 0) - task.askedAt).toBe(4 * 3_600_000)
  await other.must('acceptTask', { ticketId, taskId: task.id })
  await other.must('answerTask', {
    ticketId,
    taskId: task.id,
    outcome: 'done',
    answer: 'Kartu dikirim lewat kurir',
    orderReference: 'ORD-77',
    shipmentStatus: 'sent',
  })
  await settled(other)
  await settled(desk)
  expect(await firstTask(desk, ticketId)).toMatchObject({
    state: 'done',
    acceptedBy: 'sari',
    answeredBy: 'sari',
    orderReference: 'ORD-77',
    shipmentStatus: 'sent',
  })
  const thread = await desk.ask('threadOf', ticketId)
  expect(thread.map(({ event }) => event.kind).toSorted()).toEqual([
    'moved',
    'opened',
    'task_accepted',
    'task_asked',
    'task_done',
  ])
  await desk.must('moveTicket', resolve(ticketId))
  await settled(desk)
  expect(await desk.ask('ticket', ticketId)).toMatchObject({
    ticket: { status: 'resolved' },
    state: 'at_headquarters',
  })
})

test('[C5][M5] a desk that knows of an open task refuses to resolve the ticket, and nothing is sent', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  await using other = await testDesk(hq, sari)
  const ticketId = await inWork(desk, other)
  await desk.must('askDepartment', { ticketId, ...ask })
  expect(await desk.run('moveTicket', resolve(ticketId))).toEqual({ ok: false, problem: 'task_open' })
  const task = await firstTask(desk, ticketId)
  await desk.must('answerTask', {
    ticketId,
    taskId: task.id,
    outcome: 'returned',
    answer: 'Bukan milik kami',
  })
  await desk.must('moveTicket', resolve(ticketId))
  await settled(desk)
  expect(await desk.ask('ticket', ticketId)).toMatchObject({ ticket: { status: 'resolved' } })
  expect(await desk.ask('items', 'open', 5)).toEqual([])
})

test('[M5][O10] a ticket that one desk resolves while another asks a department stays as it is: the words stay and a person decides', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  await using other = await testDesk(hq, sari)
  const ticketId = await inWork(desk, other)
  desk.line.cut()
  await desk.must('moveTicket', resolve(ticketId))
  await other.must('askDepartment', { ticketId, ...ask })
  await settled(other)
  desk.line.restore()
  await settled(desk)
  const row = await desk.ask('ticket', ticketId)
  expect(row?.ticket).toMatchObject({ status: 'in_progress', tasks: [{ state: 'open' }] })
  const [item] = await desk.ask('items', 'open', 5)
  expect(item).toMatchObject({ kind: 'transition', problem: 'task_open', docId: ticketId })
  const thread = await desk.ask('threadOf', ticketId)
  expect(thread.map(({ event }) => event)).toContainEqual(
    expect.objectContaining({ kind: 'not_moved', problem: 'task_open', text: 'Sinyal pulih' }),
  )
})

test('[M5][O10] a department that is asked after somebody else was done with the ticket is not: the request stays in the thread and a person decides', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  await using other = await testDesk(hq, sari)
  const ticketId = await inWork(desk, other)
  desk.line.cut()
  await desk.must('askDepartment', { ticketId, ...ask })
  await other.must('moveTicket', resolve(ticketId))
  await settled(other)
  desk.line.restore()
  await settled(desk)
  const row = await desk.ask('ticket', ticketId)
  expect(row?.ticket.status).toBe('resolved')
  expect(row?.ticket.tasks ?? []).toEqual([])
  const [item] = await desk.ask('items', 'open', 5)
  expect(item).toMatchObject({ kind: 'transition', problem: 'ticket_done', docId: ticketId })
  const thread = await desk.ask('threadOf', ticketId)
  expect(thread.map(({ event }) => event)).toContainEqual(
    expect.objectContaining({ kind: 'task_late', text: ask.ask, department: 'network' }),
  )
})

test('[M5][O10] of two answers to one task the first counts, the second is kept and shown to a person', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  await using other = await testDesk(hq, sari)
  const ticketId = await inWork(desk, other)
  await desk.must('askDepartment', { ticketId, ...ask })
  await settled(desk)
  await settled(other)
  const { id: taskId } = await firstTask(desk, ticketId)
  desk.line.cut()
  await desk.must('answerTask', { ticketId, taskId, outcome: 'done', answer: 'Sudah pulih' })
  await other.must('answerTask', { ticketId, taskId, outcome: 'returned', answer: 'Bukan wilayah kami' })
  await settled(other)
  desk.line.restore()
  await settled(desk)
  expect(await firstTask(desk, ticketId)).toMatchObject({ state: 'returned', answer: 'Bukan wilayah kami' })
  const [item] = await desk.ask('items', 'open', 5)
  expect(item).toMatchObject({ kind: 'transition', problem: 'task_finished' })
  const thread = await desk.ask('threadOf', ticketId)
  expect(thread.map(({ event }) => event.text)).toContain('Sudah pulih')
})
