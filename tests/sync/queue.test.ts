import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { Contact } from '#domain/contact/contact.ts'
import type { QueueTicket } from '#domain/queue/queue-ticket.ts'
import type { Reference } from '#domain/reference/reference.ts'
import { recordOf } from '#sync-server/storage/documents.ts'
import type { TestHeadquarters } from '#tests/server/headquarters.ts'
import { customer } from '#tests/server/payloads.ts'
import { testDesk, type TestDesk } from '#tests/sync/desk.ts'
import { ani, kendari, settled } from '#tests/sync/kendari.ts'
import { conversation, ticket } from '#tests/sync/work.ts'
import { services } from '#tests/world/talk/services.ts'

const budi = { centreId: 'KDI', username: 'budi', seed: 2 } as const
const taking = { service: 'LAYANAN', priority: 'normal' } as const

async function withServices(): Promise<TestHeadquarters> {
  const hq = await kendari()
  await hq.write(
    services.map(({ code, label, prefix }) => {
      const record: Reference = {
        id: `service:${code}`,
        rev: 0,
        kind: 'service',
        code,
        label,
        prefix,
        active: true,
      }
      return { collection: 'reference', record }
    }),
  )
  return hq
}

const words = (text: string) => ({ id: text, en: `${text} (en)` })

test('an admin says from the console what visitors queue for: counters of its centres have it, in its order, and its numbers go ahead', async () => {
  await using hq = await withServices()
  await hq.seedCentre('HQ', 'WIB')
  await hq.seedCentre('DPS', 'WITA')
  await hq.seedStaff('wahyu', 'admin', 'HQ')
  await using admin = await testDesk(hq, { centreId: 'HQ', username: 'wahyu', seed: 3 })
  await using desk = await testDesk(hq, ani)
  for (const each of [admin, desk]) await settled(each)
  const before = (await desk.ask('services')).map(({ code }) => code)
  const service = {
    code: 'TAGIHAN',
    label: words('Pembayaran'),
    prefix: 'Z',
    place: 1,
    headStart: 15,
    active: true,
    centreIds: ['KDI'],
    regions: [],
  }
  admin.line.cut()
  expect(await admin.run('publishService', { service, edition: 1 })).toMatchObject({ problem: 'unreachable' })
  admin.line.restore()
  await admin.must('publishService', { service, edition: 1 })
  await admin.must('publishService', {
    service: { ...service, code: 'DI-BALI', centreIds: ['DPS'] },
    edition: 1,
  })
  // A colleague who saw the same edition is told, and nothing of it holds.
  expect(
    await admin.run('publishService', { service: { ...service, prefix: 'Y' }, edition: 1 }),
  ).toMatchObject({
    problem: 'edition_exists',
  })
  await settled(desk)
  const now = await desk.until('services', [], (all) => all.length > before.length)
  // Those of the command line have no place and come first.
  expect(now.map(({ code }) => code)).toEqual([...before, 'TAGIHAN'])

  await desk.must('takeNumber', taking)
  desk.clock.pass(10 * 60_000)
  await desk.must('takeNumber', { service: 'TAGIHAN', priority: 'normal' })
  expect(await desk.must('callNext', { services: [], counter: '1' })).toMatchObject({ display: 'Z1-001' })

  // Closed: no new number, and the one that was taken is served.
  await admin.must('publishService', { service: { ...service, active: false }, edition: 2 })
  await settled(desk)
  await desk.until('services', [], (all) => all.length === before.length)
  expect(await desk.run('takeNumber', { service: 'TAGIHAN', priority: 'normal' })).toMatchObject({
    ok: false,
  })
  expect(await desk.run('callNext', { services: [], counter: '1' })).toMatchObject({
    value: { display: 'Z1-001' },
  })
})

const numbersOn = async (desk: TestDesk) => (await desk.ask('queue')).rows.map(({ number }) => number)
const displays = async (desk: TestDesk) => (await numbersOn(desk)).map(({ display }) => display).toSorted()
const atHeadquarters = (hq: TestHeadquarters, id: string) => recordOf(hq.database, 'queueTickets', id)

test('[X3] two desks without a line give numbers of one service, lose what they may lose, and no number is given twice', async () => {
  await using hq = await withServices()
  await using one = await testDesk(hq, ani)
  await using two = await testDesk(hq, budi)
  for (const desk of [one, two]) {
    await settled(desk)
    desk.line.cut()
  }
  for (let count = 0; count < 3; count++) for (const desk of [one, two]) await desk.must('takeNumber', taking)
  // The replica is gone; the journal and the kept counts are not.
  await one.restart('database')
  one.line.restore()
  await settled(one)
  one.line.cut()
  await one.must('takeNumber', taking)
  for (const desk of [one, two]) desk.line.restore()
  for (const desk of [one, two, one]) await settled(desk)
  const expected = ['A1-001', 'A1-002', 'A1-003', 'A1-004', 'A2-001', 'A2-002', 'A2-003']
  expect(await displays(one)).toEqual(expected)
  expect(await displays(two)).toEqual(expected)
})

test('[X3] headquarters takes a number from the desk alone whose label it holds', async () => {
  await using hq = await withServices()
  const desk = await hq.desk('KDI', 'ani')
  const fields = { day: '2026-11-25', seq: 1, takenAt: 0, ...taking }
  expect(await desk.take('takeNumber', { queueTicketId: 'A-KDI9-261125-001', ...fields })).toMatchObject({
    outcome: 'needs_attention',
    problem: 'code_foreign',
  })
})

test('[X1] two desks call one number without a line: the first that headquarters hears has it, both see it, and nothing is lost', async () => {
  await using hq = await withServices()
  await using one = await testDesk(hq, ani)
  await using two = await testDesk(hq, budi)
  await settled(one)
  const { queueTicketId } = await one.must('takeNumber', taking)
  await settled(one)
  await settled(two)
  for (const desk of [one, two]) desk.line.cut()
  expect(await two.must('callNext', { services: [], counter: '2' })).toMatchObject({ queueTicketId })
  expect(await one.must('callNext', { services: [], counter: '1' })).toMatchObject({ queueTicketId })
  for (const desk of [one, two]) desk.line.restore()
  for (const desk of [one, two, one]) await settled(desk)
  for (const desk of [one, two])
    expect(await numbersOn(desk)).toMatchObject([
      {
        status: 'called',
        counter: '1',
        agentId: 'ani',
        history: [
          { by: 'ani', counter: '1' },
          { by: 'budi', counter: '2', late: true },
        ],
      },
    ])
  // The visitor went to the second desk all the same: who serves has the number.
  await two.must('moveNumber', { queueTicketId, to: 'serving', counter: '2' })
  await settled(two)
  await settled(one)
  expect(await numbersOn(one)).toMatchObject([{ status: 'serving', counter: '2', agentId: 'budi' }])
  expect(await one.must('callNext', { services: [], counter: '1' })).toBeNull()
})

test('[X2] a no-show that was meant for one’s own call does not end the visitor’s turn at a colleague’s', async () => {
  await using hq = await withServices()
  await using one = await testDesk(hq, ani)
  await using two = await testDesk(hq, budi)
  await settled(one)
  const { queueTicketId } = await one.must('takeNumber', taking)
  await settled(one)
  await settled(two)
  two.line.cut()
  await two.must('callNext', { services: [], counter: '2' })
  await two.must('moveNumber', { queueTicketId, to: 'no_show' })
  await one.must('callNext', { services: [], counter: '1' })
  await settled(one)
  two.line.restore()
  await settled(two)
  expect(await numbersOn(two)).toMatchObject([{ status: 'called', agentId: 'ani' }])
})

test('[X4] a contact, its ticket and the end of the wait are one operation, saved without a line and taken whole', async () => {
  await using hq = await withServices()
  await using desk = await testDesk(hq, ani)
  await hq.write([{ collection: 'customers', record: customer('c1', 'KDI') }], 'c:KDI')
  await settled(desk)
  desk.line.cut()
  await desk.must('takeNumber', { ...taking, priority: 'assisted', need: 'elderly' })
  const next = await desk.must('callNext', { services: ['LAYANAN'], counter: '3' })
  const queueTicketId = next?.queueTicketId ?? ''
  await desk.must('moveNumber', { queueTicketId, to: 'serving', counter: '3' })
  const { contactId } = await desk.must('closeContact', {
    contact: conversation('c1'),
    ticket: { ...ticket, customerId: 'c1' },
    queue: { queueTicketId, to: 'served', counter: '3' },
  })
  const kinds = desk
    .inside()
    .core.outbox.unsettled()
    .map(({ operation }) => operation.steps.map(({ kind }) => kind))
  expect(kinds.at(-1)).toEqual(['openTicket', 'recordContact', 'moveNumber'])
  desk.line.restore()
  await settled(desk)
  expect(await atHeadquarters(hq, queueTicketId)).toMatchObject({
    status: 'served',
    priority: 'assisted',
    need: 'elderly',
    counter: '3',
    contactId,
  } satisfies Partial<QueueTicket>)
  expect(await recordOf(hq.database, 'contacts', contactId)).toMatchObject({
    customerId: 'c1',
  } satisfies Partial<Contact>)
  expect((await desk.ask('queue')).rows).toMatchObject([
    { state: 'at_headquarters', agentName: 'Petugas ani' },
  ])
})

test('a visitor goes on to another service, does not come, comes back, and leaves; a call that was not ended comes before the next', async () => {
  await using hq = await withServices()
  await using desk = await testDesk(hq, ani)
  await settled(desk)
  const first = await desk.must('takeNumber', taking)
  desk.clock.pass(60_000)
  const second = await desk.must('takeNumber', taking)
  expect(await desk.must('callNext', { services: [], counter: '1' })).toEqual(first)
  expect(await desk.must('callNext', { services: [], counter: '1' })).toEqual(first)
  await desk.must('transferNumber', { queueTicketId: first.queueTicketId, service: 'BAYAR' })
  expect(await desk.must('callNext', { services: ['LAYANAN'], counter: '1' })).toEqual(second)
  await desk.must('moveNumber', { queueTicketId: second.queueTicketId, to: 'no_show' })
  await desk.must('callNumber', { queueTicketId: second.queueTicketId, counter: '1' })
  await desk.must('moveNumber', { queueTicketId: second.queueTicketId, to: 'waiting' })
  await desk.must('moveNumber', { queueTicketId: second.queueTicketId, to: 'cancelled' })
  const inPayments = await desk.must('callNext', { services: [], counter: '1' })
  expect(inPayments).toMatchObject({ display: first.display })
  await settled(desk)
  const rows = await numbersOn(desk)
  expect(rows.map(({ service, status }) => [service, status])).toEqual(
    expect.arrayContaining([
      ['LAYANAN', 'transferred'],
      ['BAYAR', 'called'],
      ['LAYANAN', 'cancelled'],
    ]),
  )
  for (const each of rows) expect(await atHeadquarters(hq, each.id)).toMatchObject({ status: each.status })
})
