import { expect } from 'vitest'
import type { Customer } from '#domain/customer/customer.ts'
import { collectionNames } from '#domain/entities.ts'
import { stepOf, type PayloadOf, type StepName } from '#domain/steps.ts'
import type { Digest, SnapshotHead, SnapshotPart } from '#domain/sync/feed.ts'
import type { OperationResult } from '#domain/sync/operation.ts'
import { hashOf } from '#sync-server/auth/secrets.ts'
import { lookOf } from '#sync-server/routes/pokes.ts'
import { setDeviceStatus, storeCarriedReport } from '#sync-server/storage/devices.ts'
import { articlesOf } from '#sync-server/storage/hq-articles.ts'
import { idsByCode } from '#sync-server/storage/hq-customers.ts'
import { takenAmong } from '#sync-server/storage/hq-import.ts'
import { itemsBeginning, itemsOf } from '#sync-server/storage/hq-items.ts'
import { ordersByCode, ordersOf } from '#sync-server/storage/hq-orders.ts'
import { paymentsIn } from '#sync-server/storage/hq-payments.ts'
import { peopleOf } from '#sync-server/storage/hq-people.ts'
import { keys } from './courier-files.ts'
import { password, type TestHeadquarters } from './headquarters.ts'
import { contact, provisional, ticket } from './payloads.ts'
import { beginning, type Desk } from './wire-desk.ts'

/** What desks of two centres ask of headquarters, by every route, and what people ask at its terminal. */
export async function wholeDay(hq: TestHeadquarters): Promise<void> {
  await hq.seedStaff('ani', 'branch', 'C0001')
  await hq.seedStaff('sari', 'supervisor', 'C0001')
  await hq.seedStaff('rina', 'supervisor', 'C0002')
  await hq.seedStaff('adi', 'admin', 'C0001')
  await hq.seedStaff('eka', 'admin', 'C0002')
  const [desk, sari, rina, adi] = [
    await hq.desk('C0001', 'ani'),
    await hq.desk('C0001', 'sari'),
    await hq.desk('C0002', 'rina'),
    await hq.desk('C0001', 'adi'),
  ]
  await fill(desk)
  await work(desk, sari)
  await catchUp(desk)
  await meet(sari, rina)
  await listen(hq, desk)
  await host(hq, desk)
  await (await hq.desk('C0001', 'eka')).take('noteOnTicket', { ticketId: 't1', text: 'w' })
  await askAtTheTerminal(hq, rina)
  await administer(hq, desk, adi)
}

async function fill(desk: Desk): Promise<void> {
  for (const partition of ['global', desk.partition]) {
    const head = await desk.post<SnapshotHead>('/v1/snapshot', { partition })
    for (const collection of collectionNames)
      await desk.post('/v1/snapshot/part', {
        partition,
        collection,
        afterId: '',
        limit: 1000,
        upTo: head.body.checkpoint.seq,
        form: 'columns',
        held: collectionNames.slice(0, collectionNames.indexOf(collection)).join(),
      })
  }
  await desk.get<Digest>('/v1/digest')
}

async function work(desk: Desk, sari: Desk): Promise<void> {
  const { label } = desk.enrolment
  const [customerId = '', otherId = ''] = (await customersOf(desk)).map(({ id }) => id)
  const [, { phone } = {}] = await customersOf(desk)
  const must = async <K extends StepName>(by: Desk, kind: K, payload: PayloadOf<K>) => {
    const result = await by.take(kind, payload)
    expect(result).toMatchObject({ outcome: expect.stringMatching(/accepted|needs_attention/) })
    return result
  }
  const close = desk.operation(
    stepOf('openTicket', ticket('t1', label, { customerId, ownerId: 'ani' })),
    stepOf('recordContact', contact('k1', { customerId, ticketIds: ['t1'] })),
  )
  await desk.send(close)
  await desk.send(close)
  await must(desk, 'noteOnTicket', { ticketId: 't1', text: 'Sudah dicoba' })
  await must(desk, 'moveTicket', { ticketId: 't1', to: 'open', note: 'Dibuka' })
  await must(desk, 'assignTicket', { ticketId: 't1', ownerId: 'sari' })
  const changes = { phone: '+628171000002' }
  await must(sari, 'changeContactDetails', { customerId, changes })
  const stale = await must(desk, 'changeContactDetails', { customerId, changes: { phone: '+628171000003' } })
  const itemId = stale.itemIds?.[0] ?? ''
  await must(desk, 'handOverItem', { itemId, toId: 'sari' })
  await must(sari, 'decideItem', { itemId, decision: 'take_mine', customerId, values: changes })
  await must(desk, 'registerCustomer', provisional('p1', label, phone === undefined ? {} : { phone }))
  await must(sari, 'linkCustomer', { absorbedId: 'p1', survivorId: otherId })
  await must(sari, 'unlinkCustomer', { absorbedId: 'p1', survivorId: otherId })
  await sari.post<OperationResult>('/v1/set-aside', {
    operation: sari.operation(stepOf('noteOnTicket', { ticketId: 't1', text: 'x' })),
  })
}

/** Pages from the beginning, from the head, and with the name of an answer. */
async function catchUp(desk: Desk): Promise<void> {
  await desk.all('global', 50)
  const { checkpoint } = await desk.all(desk.partition, 500)
  const [again] = await desk.send(desk.operation(stepOf('noteOnTicket', { ticketId: 't1', text: 'y' })))
  await desk.post('/v1/feed', { partition: desk.partition, ...checkpoint, limit: 500, answered: again?.opId })
  await desk.page(`d:${desk.enrolment.deviceId}`, beginning)
}

/** A customer moves to the other centre, with everything. */
async function meet(sari: Desk, rina: Desk): Promise<void> {
  const [, , { id: moving } = { id: '' }] = await customersOf(sari)
  expect((await sari.take('moveCustomer', { customerId: moving, toCentreId: 'C0002' })).outcome).toBe(
    'accepted',
  )
  await sari.take('recordContact', contact('k2', { customerId: moving }))
  await rina.all(rina.partition, 1000)
}

/** A guest: one record in the centre's partition and in the device's. */
async function host(hq: TestHeadquarters, desk: Desk): Promise<void> {
  const [record] = await customersOf(desk)
  if (record === undefined) throw new Error('there is nobody')
  await hq.write([{ collection: 'customers', record }], `d:${desk.enrolment.deviceId}`)
  expect((await desk.get<Digest>('/v1/digest')).status).toBe(200)
}

/** What people ask at headquarters, of one centre or of all. */
async function askAtTheTerminal({ database: sql }: TestHeadquarters, rina: Desk): Promise<void> {
  const [{ id, code } = { id: '', code: '' }] = await customersOf(rina)
  expect(await idsByCode(sql, code)).toEqual([id])
  expect((await takenAmong(sql, 'customers', [id], [code])).codes.size).toBe(1)
  const [item] = await itemsOf(sql, { centreId: 'C0001', open: false })
  expect(await itemsBeginning(sql, item?.id ?? '')).toEqual([item])
  await itemsOf(sql, { open: true })
  await ordersOf(sql, { centreId: 'C0001', open: true })
  await ordersByCode(sql, 'O-C00011-2611-0001')
  await paymentsIn(sql, { centreId: 'C0001' })
  await articlesOf(sql)
  await peopleOf(sql)
}

/** What a process asks for all who listen to it. */
async function listen(hq: TestHeadquarters, desk: Desk): Promise<void> {
  const look = lookOf(hq.database, hq.clock)
  const partitions = ['global', desk.partition, `d:${desk.enrolment.deviceId}`]
  expect(Object.keys(await look.heads(partitions))).toEqual(partitions)
  const session = hashOf(desk.session.accessToken)
  expect(await look.lasting([session, 'nobody'])).toEqual([session])
}

async function administer(hq: TestHeadquarters, desk: Desk, adi: Desk): Promise<void> {
  const { deviceId, deviceSecret } = desk.enrolment
  const { refreshToken } = desk.session
  const refresh = (token: string) =>
    hq.ask<{ refreshToken: string }>({
      method: 'POST',
      url: '/v1/refresh',
      payload: { deviceId, deviceSecret, refreshToken: token },
    })
  await hq.ask({
    method: 'POST',
    url: '/v1/sign-in',
    payload: { deviceId, deviceSecret, username: 'ani', password },
  })
  await hq.ask({ method: 'POST', url: '/v1/standing', payload: { deviceId, deviceSecret } })
  const report = { waiting: 0, ready: true, clientVersion: '1', clock: hq.clock.now() }
  expect((await desk.post('/v1/report', { ...report, courier: keys })).status).toBe(200)
  await adi.get('/v1/rollout')
  await adi.get('/v1/orders')
  const { body: next } = await refresh(refreshToken)
  await refresh(next.refreshToken)
  // Its successor was used: it is in wrong hands.
  expect((await refresh(refreshToken)).status).toBe(401)
  await storeCarriedReport(hq.database, deviceId, report, hq.clock.now())
  await setDeviceStatus(hq.database, deviceId, 'lost')
  const operations = [desk.operation(stepOf('noteOnTicket', { ticketId: 't1', text: 'z' }))]
  await hq.ask({ method: 'POST', url: '/v1/last-words', payload: { deviceId, deviceSecret, operations } })
}

async function customersOf(desk: Desk): Promise<readonly Customer[]> {
  const asked = { partition: desk.partition, collection: 'customers', afterId: '', limit: 5 }
  const { body } = await desk.post<SnapshotPart>('/v1/snapshot/part', asked)
  return body.records as Customer[]
}
