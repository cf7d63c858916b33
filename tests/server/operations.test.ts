import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stepOf } from '#domain/steps.ts'
import type { OperationResult } from '#domain/sync/operation.ts'
import { recordOf } from '#sync-server/storage/documents.ts'
import { engines } from './engines.ts'
import type { TestHeadquarters } from './headquarters.ts'
import type { Desk } from './wire-desk.ts'
import { contact, customer, provisional, ticket } from './payloads.ts'
import { itemOf, known, twoCentres } from './two-centres.ts'

describe.each(engines)('on %s', (engine) => {
  let hq: TestHeadquarters
  let desk: Desk
  let label: string
  beforeAll(async () => {
    ;({ hq, desk, label } = await twoCentres(await engine.url()))
  })
  afterAll(async () => {
    await hq[Symbol.asyncDispose]()
  })

  const feedIds = async () => (await desk.all()).changes.map(({ collection, id }) => `${collection}/${id}`)

  test('[O1] (H15) an operation of several steps takes effect whole, in one place of the feed', async () => {
    await known(hq, 'c1')
    const [result] = await desk.send(
      desk.operation(
        stepOf('openTicket', ticket('t1', label, { customerId: 'c1' })),
        stepOf('recordContact', contact('k1', { customerId: 'c1', ticketIds: ['t1'] })),
      ),
    )
    expect(result).toMatchObject({ outcome: 'accepted', seqs: { 'c:KDI': expect.any(Number) } })
    const page = await desk.page('c:KDI', { ...(await desk.all()).checkpoint, seq: 0, commit: '' })
    const rows = await hq.database.query<{ seq: number }>(
      `select distinct seq from feed where doc_id in ('t1', 'k1') or doc_id like $1`,
      [`${result?.opId}%`],
    )
    expect(rows).toEqual([{ seq: result?.seqs['c:KDI'] }])
    expect(page.changes.map(({ id }) => id)).toEqual(expect.arrayContaining(['t1', 'k1']))
  })

  test('[O1] when a later step is refused nothing of the earlier ones takes effect', async () => {
    await known(hq, 'c2')
    const [result] = await desk.send(
      desk.operation(
        stepOf('openTicket', ticket('t2', label, { customerId: 'c2' })),
        stepOf('moveTicket', { ticketId: 'no-such-ticket', to: 'open' }),
      ),
    )
    expect(result).toMatchObject({ outcome: 'needs_attention', problem: 'unknown_record' })
    expect(await recordOf(hq.database, 'tickets', 't2')).toBeUndefined()
  })

  test('[O2] an operation that comes again gets its stored result word for word and takes effect once', async () => {
    await known(hq, 'c3')
    const operation = desk.operation(stepOf('openTicket', ticket('t3', label, { customerId: 'c3' })))
    const send = () => desk.post('/v1/operations', { protocol: 1, operations: [operation] })
    const first = await send()
    hq.clock.advance(60_000)
    expect(JSON.stringify((await send()).body)).toBe(JSON.stringify(first.body))
    expect((await recordOf(hq.database, 'tickets', 't3'))?.rev).toBe(1)
  })

  test('[O2] the same operation sent over two connections at once takes effect once', async () => {
    await known(hq, 'c4')
    const operation = desk.operation(stepOf('openTicket', ticket('t4', label, { customerId: 'c4' })))
    const answers = await Promise.all([desk.send(operation), desk.send(operation), desk.send(operation)])
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect((await recordOf(hq.database, 'tickets', 't4'))?.rev).toBe(1)
  })

  test('[O2] another content under a known operation id changes nothing and gets the first result', async () => {
    const operation = desk.operation(stepOf('openTicket', ticket('t5', label)))
    const [first] = await desk.send(operation)
    const [second] = await desk.send({ ...operation, steps: [stepOf('openTicket', ticket('t6', label))] })
    expect(second).toEqual(first)
    expect(await recordOf(hq.database, 'tickets', 't6')).toBeUndefined()
  })

  test('[O3] creating what is there already under a new operation id is a duplicate', async () => {
    const payload = provisional('c5', label)
    expect((await desk.take('registerCustomer', payload)).outcome).toBe('accepted')
    const again = await desk.take('registerCustomer', payload)
    expect(again).toMatchObject({ outcome: 'duplicate', seqs: { 'c:KDI': expect.any(Number) } })
    expect((await recordOf(hq.database, 'customers', 'c5'))?.rev).toBe(1)
  })

  test('[O4] a refused operation becomes an item with the whole operation in the centre’s feed', async () => {
    const operation = desk.operation(
      stepOf('noteOnTicket', { ticketId: 'nowhere', text: 'Pelanggan menunggu' }),
    )
    const [result] = await desk.send(operation)
    const item = await itemOf(hq, result as OperationResult)
    expect(item).toMatchObject({
      kind: 'refused',
      status: 'open',
      problem: 'unknown_record',
      centreId: 'KDI',
      opId: operation.opId,
    })
    expect(item?.operation).toEqual(operation)
    expect(await feedIds()).toContain(`items/${item?.id}`)
  })

  test('[O9] the same field changed by two people stays, and an item shows both values', async () => {
    await hq.write(
      [{ collection: 'customers', record: customer('c9', 'KDI', { phone: '+628171000002' }) }],
      'c:KDI',
    )
    const result = await desk.take(
      'changeContactDetails',
      { customerId: 'c9', changes: { phone: '+628171000003' } },
      { phone: '+628171000001' },
    )
    expect(result).toMatchObject({ outcome: 'needs_attention', problem: 'field_changed_by_other' })
    const item = await itemOf(hq, result)
    expect(item).toMatchObject({
      kind: 'conflict',
      customerId: 'c9',
      docCollection: 'customers',
      docId: 'c9',
    })
    expect(item?.fields).toEqual([
      { field: 'phone', base: '+628171000001', mine: '+628171000003', theirs: '+628171000002' },
    ])
    await desk.take('decideItem', { itemId: item?.id ?? '', decision: 'take_mine', customerId: 'c9' })
    expect((await recordOf(hq.database, 'customers', 'c9'))?.phone).toBe('+628171000003')
    expect((await itemOf(hq, result))?.status).toBe('decided')
  })

  test('[O9] another field changed meanwhile is merged and said', async () => {
    await hq.write(
      [{ collection: 'customers', record: customer('c10', 'KDI', { interests: 'bola' }) }],
      'c:KDI',
    )
    const changes = { interests: 'musik' }
    expect(
      (await desk.take('amendCustomer', { customerId: 'c10', changes }, { interests: '' })).outcome,
    ).toBe('merged')
  })

  test('[O10] a move that the ticket’s life does not allow keeps the words and asks a person', async () => {
    await desk.take('openTicket', ticket('t10', label))
    const result = await desk.take('moveTicket', { ticketId: 't10', to: 'closed', note: 'Sudah beres' })
    expect(result).toMatchObject({ outcome: 'needs_attention', problem: 'status_not_reachable' })
    expect((await recordOf(hq.database, 'tickets', 't10'))?.status).toBe('new')
    expect(await recordOf(hq.database, 'ticketEvents', `${result.opId}.0e`)).toMatchObject({
      kind: 'not_moved',
      text: 'Sudah beres',
    })
    expect(await itemOf(hq, result)).toMatchObject({ kind: 'transition', docId: 't10' })
  })

  test('[O11] an unknown kind of step and a payload beyond its bounds are kept as items', async () => {
    const [unknown, beyond] = await desk.send(
      desk.operation({ kind: 'teleportCustomer', v: 1, payload: {} }),
      desk.operation({
        ...stepOf('noteOnTicket', { ticketId: 't10', text: 'x' }),
        payload: { ticketId: 't10', text: 'x'.repeat(4001) },
      }),
    )
    expect(unknown).toMatchObject({ outcome: 'needs_attention', problem: 'unknown_step' })
    expect(beyond).toMatchObject({ outcome: 'needs_attention', problem: 'bad_operation' })
  })

  test('[O12] words that no database takes are mended, not stumbled over', async () => {
    const subject = 'Sinyal\0 hilang \ud83d'
    expect((await desk.take('openTicket', ticket('t12', label, { subject }))).outcome).toBe('accepted')
    expect((await recordOf(hq.database, 'tickets', 't12'))?.subject).toBe('Sinyal hilang \ufffd')
  })

  test('[O13] headquarters remembers the highest counter of a device', async () => {
    const [row] = await hq.database.query<{ last: number }>(
      'select last_seq as last from device where id = $1',
      [desk.enrolment.deviceId],
    )
    const [operation] = await hq.database.query<{ last: number }>(
      'select max(device_seq) as last from operation where device_id = $1',
      [desk.enrolment.deviceId],
    )
    expect(row).toEqual(operation)
  })
})
