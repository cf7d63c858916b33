import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { stepsToSend } from '#domain/item/steps-to-send.ts'
import type { Reference } from '#domain/reference/reference.ts'
import { recordOf } from '#sync-server/storage/documents.ts'
import type { TestHeadquarters } from '#tests/server/headquarters.ts'
import { customer } from '#tests/server/payloads.ts'
import { testDesk, type TestDesk } from '#tests/sync/desk.ts'
import { ani, countAt, kendari, person, settled } from '#tests/sync/kendari.ts'
import { conversation, ticket } from '#tests/sync/work.ts'

const sari = { centreId: 'KDI', username: 'sari', seed: 2 } as const
const secret = 'rahasia-sekali'

/** A supervisor at another desk was faster with the phone of `c1`: the desk has an item. */
async function conflictAt(hq: TestHeadquarters, desk: TestDesk): Promise<string> {
  await hq.write(
    [{ collection: 'customers', record: customer('c1', 'KDI', { phone: '+628171000001' }) }],
    'c:KDI',
  )
  await settled(desk)
  const other = await hq.desk('KDI', 'sari')
  const base = { phone: '+628171000001' }
  await other.take('changeContactDetails', { customerId: 'c1', changes: { phone: '+628171000002' } }, base)
  await desk.must('changeContactDetails', { customerId: 'c1', changes: { phone: '+628171000003' }, base })
  await settled(desk)
  const [row] = await desk.until('inbox', ['open', 10], (rows) => rows.length > 0)
  return row?.item.id ?? ''
}

const changeRole = (hq: TestHeadquarters, id: string, role: Reference['role'] & string) =>
  hq.seedStaff(id, role, 'KDI')

test('[I1][I5][I6][I10] an item is handed over without a line, put off by one person on one desk alone, decided, and stays readable', async () => {
  await using hq = await kendari()
  await using one = await testDesk(hq, ani)
  await using two = await testDesk(hq, sari)
  const itemId = await conflictAt(hq, one)
  expect(await one.ask('inbox', 'mine', 10)).toMatchObject([
    { actorName: 'Petugas ani', customer: { name: 'Siti Nurhaliza', valueTier: 'regular' } },
  ])
  expect(await one.ask('inbox', 'forMe', 10)).toEqual([])

  one.line.cut()
  await one.must('handOverItem', { itemId, toId: 'sari', note: 'Tolong tanyakan' })
  expect(await one.ask('inbox', 'open', 10)).toMatchObject([{ heldBy: 'sari', holderName: 'Petugas sari' }])
  one.line.restore()
  await settled(one)
  await settled(two)
  expect(await two.until('inbox', ['forMe', 10], (rows) => rows.length === 1)).toMatchObject([
    { heldBy: 'sari', item: { handOvers: [{ by: 'ani', to: 'sari', note: 'Tolong tanyakan' }] } },
  ])

  const revision = async () => (await recordOf(hq.database, 'items', itemId))?.rev
  const before = await revision()
  const until = two.clock.now() + 3_600_000
  await two.must('postponeItem', { itemId, until })
  await settled(two)
  expect(await two.until('inbox', ['forMe', 10], ([row]) => row?.laterUntil !== undefined)).toMatchObject([
    { laterUntil: until },
  ])
  expect(await two.ask('sync')).toMatchObject({ openItems: 1, waiting: 0 })
  expect(await revision()).toBe(before)
  expect((await one.ask('inbox', 'open', 10))[0]).not.toHaveProperty('laterUntil')
  await two.must('signIn', { username: 'budi', password: secret })
  expect((await two.ask('inbox', 'open', 10))[0]).not.toHaveProperty('laterUntil')
  await two.must('signIn', { username: 'sari', password: secret })
  expect((await two.ask('inbox', 'forMe', 10))[0]?.laterUntil).toBe(until)

  await two.must('decideItem', {
    itemId,
    decision: 'edited',
    values: { phone: '+628171000009' },
    note: 'Ditanyakan kepada pelanggan',
  })
  await settled(two)
  await settled(one)
  expect(await one.ask('inbox', 'open', 10)).toEqual([])
  expect(await one.ask('customer', 'c1')).toMatchObject({ customer: { phone: '+628171000009' } })
  expect(await one.ask('inbox', 'decided', 10)).toMatchObject([
    {
      item: {
        decision: 'edited',
        decidedBy: 'sari',
        values: { phone: '+628171000009' },
        note: 'Ditanyakan kepada pelanggan',
        fields: [{ base: '+628171000001', mine: '+628171000003', theirs: '+628171000002', theirsBy: 'sari' }],
      },
    },
  ])
})

test('[I3] a decision that was made without a line about a value that changed meanwhile writes nothing over it', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  const itemId = await conflictAt(hq, desk)
  desk.line.cut()
  await desk.must('decideItem', { itemId, decision: 'take_mine' })
  expect(await desk.ask('customer', 'c1')).toMatchObject({ customer: { phone: '+628171000003' } })
  const other = await hq.desk('KDI', 'sari')
  await other.take(
    'changeContactDetails',
    { customerId: 'c1', changes: { phone: '+628171000777' } },
    { phone: '+628171000002' },
  )
  desk.line.restore()
  await settled(desk)
  expect(await desk.ask('customer', 'c1')).toMatchObject({ customer: { phone: '+628171000777' } })
  expect(await desk.until('inbox', ['open', 10], (rows) => rows.length === 1)).toMatchObject([
    { item: { fields: [{ base: '+628171000002', mine: '+628171000003', theirs: '+628171000777' }] } },
  ])
})

test('[I4] a supervisor sends what the agent’s role forbade, changed and with a code of the supervisor’s own desk', async () => {
  await using hq = await kendari()
  await using one = await testDesk(hq, { centreId: 'KDI', username: 'budi' })
  await using two = await testDesk(hq, sari)
  await hq.write([{ collection: 'customers', record: customer('c1', 'KDI') }], 'c:KDI')
  await settled(one)
  one.line.cut()
  const { ticketId = '', contactId } = await one.must('closeContact', {
    contact: conversation('c1'),
    ticket: { ...ticket, customerId: 'c1' },
  })
  await changeRole(hq, 'budi', 'admin')
  one.line.restore()
  await settled(one)
  await settled(two)
  const [row] = await two.until('inbox', ['open', 10], (rows) => rows.length === 1)
  if (row === undefined) throw new Error('no item')
  expect(row.item).toMatchObject({ kind: 'refused', problem: 'not_permitted', actorId: 'budi' })
  const steps = stepsToSend(row.item).map((draft) =>
    draft.kind === 'openTicket' ? { ...draft, payload: { ...draft.payload, priority: 'p1' } } : draft,
  )
  two.line.cut()
  await two.must('sendForItem', { itemId: row.item.id, steps, note: 'Sudah diperiksa' })
  expect(await two.ask('inbox', 'open', 10)).toEqual([])
  two.line.restore()
  await settled(two)
  expect(await recordOf(hq.database, 'tickets', ticketId)).toMatchObject({
    code: expect.stringMatching(/^T-KDI2-/) as string,
    priority: 'p1',
    openedBy: 'sari',
  })
  expect(await recordOf(hq.database, 'contacts', contactId)).toMatchObject({ ticketIds: [ticketId] })
  await settled(one)
  expect(await one.ask('inbox', 'open', 10)).toEqual([])
  expect(await one.ask('ticket', ticketId)).toMatchObject({ state: 'at_headquarters' })
})

test('[I4] work whose ids are taken goes out again under new ones', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, sari)
  await hq.write([{ collection: 'customers', record: customer('c1', 'KDI') }], 'c:KDI')
  await settled(desk)
  desk.line.cut()
  const { ticketId = '' } = await desk.must('closeContact', {
    contact: conversation('c1'),
    ticket: { ...ticket, customerId: 'c1' },
  })
  const other = await hq.desk('KDI', 'ani')
  const code = `T-${other.enrolment.label}-2611-0001`
  await other.take('openTicket', { ...ticket, ticketId, code, ownerId: 'ani', customerId: 'c1' })
  desk.line.restore()
  await settled(desk)
  const [row] = await desk.until('inbox', ['open', 10], (rows) => rows.length === 1)
  if (row === undefined) throw new Error('no item')
  expect(row.item.problem).toBe('id_taken')
  await desk.must('sendForItem', { itemId: row.item.id, steps: stepsToSend(row.item) })
  await settled(desk)
  expect(await desk.ask('inbox', 'open', 10)).toEqual([])
  expect(await countAt(hq, 'tickets')).toBe(2)
  const [conversationNow] = await hq.database.query<{ ticketIds: string[] }>(
    `select body -> 'ticketIds' as "ticketIds" from document where collection = 'contacts'`,
  )
  expect(conversationNow?.ticketIds).toHaveLength(1)
  expect(conversationNow?.ticketIds).not.toContain(ticketId)
})

test('[I8][I9] what stays parked reaches the supervisor through a restart and is in the file', async () => {
  const poison = (operation: { steps: { payload: Readonly<Record<string, unknown>> }[] }) =>
    operation.steps.some(({ payload }) => payload['name'] === 'Racun')
  await using hq = await kendari()
  await using one = await testDesk(hq, { ...ani, faults: { poison } })
  await one.must('registerCustomer', person('Racun'))
  for (let tries = 0; tries < 6; tries++) {
    await one.sync()
    one.clock.pass(30_000)
  }
  const [parked] = await one.until('outbox', [10], ([row]) => row?.state === 'parked')
  expect(parked?.operation).toMatchObject({ steps: [{ kind: 'registerCustomer' }] })
  const file = await one.must('exportItems', { what: 'parked' })
  expect(file).toMatchObject({
    count: 1,
    name: expect.stringMatching(/^loket-KDI1-parked-.*\.jsonl$/) as string,
  })
  expect(JSON.parse(file.text)).toMatchObject({ state: 'parked', operation: { actorId: 'ani' } })
  expect(await one.run('exportItems', { what: 'items' })).toEqual({ ok: false, problem: 'not_permitted' })

  one.line.cut()
  await one.must('handInParked', { opId: parked?.opId ?? '' })
  await one.restart()
  expect(await one.ask('outbox', 10)).toMatchObject([{ state: 'handed_in' }])
  one.line.restore()
  await settled(one)
  expect(await one.ask('sync')).toMatchObject({ waiting: 0, parked: 0, openItems: 1 })
  expect(await countAt(hq, 'customers')).toBe(0)

  await using two = await testDesk(hq, sari)
  const [row] = await two.until('inbox', ['forMe', 10], (rows) => rows.length === 1)
  if (row === undefined) throw new Error('no item')
  const items = await two.must('exportItems', { what: 'items' })
  expect(JSON.parse(items.text)).toMatchObject({ id: row.item.id, operation: row.item.operation })
  await two.must('sendForItem', { itemId: row.item.id, steps: stepsToSend(row.item) })
  await settled(two)
  expect(await countAt(hq, 'customers')).toBe(1)
  expect(await two.ask('sync')).toMatchObject({ openItems: 0, waiting: 0 })
})
