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
  let supervisor: Desk
  let label: string
  beforeAll(async () => {
    ;({ hq, desk, label } = await twoCentres(await engine.url()))
    await hq.seedStaff('sari', 'supervisor', 'KDI')
    supervisor = await hq.desk('KDI', 'sari')
  })
  afterAll(() => hq[Symbol.asyncDispose]())

  const stored = (id: string) => recordOf(hq.database, 'customers', id)
  const setAside = (operation: unknown, note?: string) =>
    desk.post<OperationResult>('/v1/set-aside', note === undefined ? { operation } : { operation, note })

  test('[I1] an item says which desk brought it and whose value headquarters has, since when and from where', async () => {
    await known(hq, 'i1')
    await supervisor.take(
      'changeContactDetails',
      { customerId: 'i1', changes: { phone: '+628171000002' } },
      {},
    )
    const at = hq.clock.now()
    hq.clock.advance(60_000)
    const changes = { phone: '+628171000003', city: 'Kendari' }
    const result = await desk.take('changeContactDetails', { customerId: 'i1', changes }, {})
    const item = await itemOf(hq, result)
    expect(item).toMatchObject({ deviceLabel: label, centreId: 'KDI', actorId: 'ani' })
    expect(item?.fields).toEqual([
      {
        field: 'phone',
        base: '',
        mine: '+628171000003',
        theirs: '+628171000002',
        theirsBy: 'sari',
        theirsAt: at,
        theirsCentreId: 'KDI',
        theirsDesk: supervisor.enrolment.label,
      },
    ])
    expect(await stored('i1')).toMatchObject({ city: 'Kendari' })
  })

  test('[I4] work goes out again with its decision as one operation: both take effect or neither', async () => {
    await hq.seedStaff('nur', 'branch', 'KDI')
    const nur = await hq.desk('KDI', 'nur')
    await known(hq, 'i2')
    const amend = stepOf(
      'amendCustomer',
      { customerId: 'i2', changes: { name: 'Siti N.' } },
      { name: 'Siti Nurhaliza' },
    )
    // A role that was taken away while the desk was offline.
    await hq.seedStaff('nur', 'agent', 'KDI')
    const [refused] = await nur.send(nur.operation(amend))
    expect(refused).toMatchObject({ outcome: 'needs_attention', problem: 'not_permitted' })
    const itemId = refused?.itemIds?.[0] ?? ''
    const decide = stepOf('decideItem', { itemId, decision: 'sent', note: 'KTP dilihat' })

    const [half] = await supervisor.send(
      supervisor.operation(stepOf('noteOnTicket', { ticketId: 'nowhere', text: 'x' }), decide),
    )
    expect(half).toMatchObject({ outcome: 'needs_attention', problem: 'unknown_record' })
    expect(await recordOf(hq.database, 'items', itemId)).toMatchObject({ status: 'open' })

    const whole = supervisor.operation(amend, decide)
    expect((await supervisor.send(whole))[0]).toMatchObject({ outcome: 'accepted' })
    expect(await stored('i2')).toMatchObject({ name: 'Siti N.' })
    expect(await recordOf(hq.database, 'items', itemId)).toMatchObject({
      status: 'decided',
      decision: 'sent',
      decidedBy: 'sari',
      decidedIn: whole.opId,
      note: 'KTP dilihat',
      operation: { steps: [{ kind: 'amendCustomer' }] },
    })
    // A second person who sends it too is told; nothing of it happens twice.
    const [again] = await desk.send(
      desk.operation(stepOf('openTicket', ticket('i2t', label, { customerId: 'i2' })), decide),
    )
    expect(again).toMatchObject({ outcome: 'needs_attention', problem: 'item_decided' })
    expect(await recordOf(hq.database, 'tickets', 'i2t')).toBeUndefined()
  })

  test('[I8] an operation that headquarters stumbles over is kept whole as an item, never run, and never takes effect later', async () => {
    await known(hq, 'i3')
    await hq.database.query(`create function stumble() returns trigger language plpgsql as $$
      begin
        if new.collection = 'tickets' and new.body ->> 'subject' = 'POISON' then raise exception 'a bug'; end if;
        return new;
      end $$`)
    await hq.database.query(
      'create trigger stumble before insert on document for each row execute function stumble()',
    )
    const poison = desk.operation(
      stepOf('openTicket', ticket('i3t', label, { customerId: 'i3', subject: 'POISON' })),
    )
    const [later] = await desk.send(poison)
    expect(later).toMatchObject({ outcome: 'retry_later', problem: 'internal' })

    const { status, body } = await setAside(poison, 'Lima kali gagal')
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { opId: poison.opId, outcome: 'needs_attention', problem: 'internal' },
    })
    expect(await itemOf(hq, body)).toMatchObject({
      kind: 'refused',
      problem: 'internal',
      customerId: 'i3',
      operation: poison,
      handOvers: [{ by: 'ani', note: 'Lima kali gagal' }],
    })
    await hq.database.query('drop trigger stumble on document')
    // Mended, and the same operation comes by both ways again: it has its answer.
    expect((await desk.send(poison))[0]).toEqual(body)
    expect((await setAside(poison)).body).toEqual(body)
    expect(await recordOf(hq.database, 'tickets', 'i3t')).toBeUndefined()

    // A person sends it once more as work of their own.
    const item = body.itemIds?.[0] ?? ''
    const [sent] = await supervisor.send(
      supervisor.operation(
        stepOf('openTicket', ticket('i3t', supervisor.enrolment.label, { customerId: 'i3' })),
        stepOf('decideItem', { itemId: item, decision: 'sent' }),
      ),
    )
    expect(sent).toMatchObject({ outcome: 'accepted' })
    expect(await recordOf(hq.database, 'tickets', 'i3t')).toMatchObject({ openedBy: 'sari' })
  })

  test('[I8] what was processed already keeps its answer, and a stranger’s operation is not taken', async () => {
    const operation = desk.operation(stepOf('openTicket', ticket('i4t', label)))
    const [result] = await desk.send(operation)
    expect((await setAside(operation)).body).toEqual(result)
    expect(await setAside({ ...operation, deviceId: 'elsewhere', opId: 'op-foreign' })).toMatchObject({
      status: 403,
      body: { code: 'device_foreign' },
    })
    expect(await setAside({ ...operation, steps: [] })).toMatchObject({ status: 400 })
  })

  test('[I11] a link undone after further work gives every record back to its owner, and the outer link goes first', async () => {
    // One that headquarters imported without an identity stays verified.
    for (const [id, more] of [
      ['l1', {}],
      ['l2', {}],
      ['l3', {}],
    ] as const)
      await hq.write([{ collection: 'customers', record: customer(id, 'KDI', more) }], 'c:KDI')
    await desk.take('registerCustomer', provisional('l4', label))
    const link = { absorbedId: 'l1', survivorId: 'l2' }
    expect((await supervisor.take('linkCustomer', link)).outcome).toBe('accepted')
    for (const [place, customerId] of ['l1', 'l2', 'l1', 'l2', 'l1'].entries()) {
      const id = `l${place}`
      await desk.send(
        desk.operation(
          stepOf('openTicket', ticket(`${id}t`, label, { customerId })),
          stepOf('recordContact', contact(`${id}k`, { customerId, ticketIds: [`${id}t`] })),
        ),
      )
    }
    const outer = { absorbedId: 'l2', survivorId: 'l3' }
    await supervisor.take('linkCustomer', outer)
    expect((await supervisor.take('unlinkCustomer', link)).problem).toBe('already_linked')
    expect((await supervisor.take('unlinkCustomer', outer)).outcome).toBe('accepted')
    expect((await supervisor.take('unlinkCustomer', link)).outcome).toBe('accepted')
    for (const id of ['l1', 'l2', 'l3']) {
      const record = await stored(id)
      expect([id, record?.mergedInto, record?.absorbedIds ?? [], record?.provenance]).toEqual([
        id,
        undefined,
        [],
        'verified',
      ])
    }
    const owners = await hq.database.query<{ owner: string; n: number }>(
      `select body ->> 'customerId' as owner, count(*)::int as n from document
       where collection in ('tickets', 'contacts', 'ticketEvents') and body ->> 'customerId' in ('l1', 'l2')
       group by 1 order by 1`,
    )
    expect(owners).toEqual([
      { owner: 'l1', n: 9 },
      { owner: 'l2', n: 6 },
    ])
    await supervisor.take('linkCustomer', { absorbedId: 'l4', survivorId: 'l3' })
    await supervisor.take('unlinkCustomer', { absorbedId: 'l4', survivorId: 'l3' })
    expect(await stored('l4')).toMatchObject({ provenance: 'provisional' })
  })

  test('[V7] fields that an old console does not know survive its changes at headquarters', async () => {
    const record = { ...customer('v1', 'KDI'), shoeSize: 42 }
    await hq.write([{ collection: 'customers', record }], 'c:KDI')
    const old = {
      kind: 'changeContactDetails',
      v: 1,
      payload: { customerId: 'v1', changes: { city: 'Kendari' } },
    }
    expect((await desk.send(desk.operation({ ...old, seen: {} })))[0]).toMatchObject({ outcome: 'accepted' })
    expect(await stored('v1')).toMatchObject({ city: 'Kendari', shoeSize: 42 })

    const conflict = await desk.take(
      'changeContactDetails',
      { customerId: 'v1', changes: { city: 'Kolaka' } },
      {},
    )
    const itemId = conflict.itemIds?.[0] ?? ''
    await supervisor.take('handOverItem', { itemId, toId: 'ani' })
    const decide = { kind: 'decideItem', v: 1, payload: { itemId, decision: 'keep_present' } }
    expect((await desk.send(desk.operation(decide)))[0]).toMatchObject({ outcome: 'accepted' })
    expect(await recordOf(hq.database, 'items', itemId)).toMatchObject({
      status: 'decided',
      handOvers: [{ by: 'sari', to: 'ani' }],
    })
  })
})
