import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Item } from '#domain/item/item.ts'
import { stepOf } from '#domain/steps.ts'
import { recordOf } from '#sync-server/storage/documents.ts'
import { engines } from './engines.ts'
import type { Desk } from './wire-desk.ts'
import { expectDigest, held, move, moving, settle, type Moving } from './moving.ts'
import { contact, customer, provisional } from './payloads.ts'

const left = async (desk: Desk) =>
  (await desk.all()).changes
    .filter(({ put }) => put === undefined)
    .map(({ collection, id }) => `${collection}/${id}`)

describe.each(engines)('on %s', (engine) => {
  let all: Moving
  beforeAll(async () => {
    all = await moving(await engine.url())
  })
  afterAll(async () => {
    await all.hq[Symbol.asyncDispose]()
  })

  test('[G1][F4] a customer moves with lines, tickets, events and twelve months of contacts in one place of each feed, and nothing is deleted', async () => {
    const { hq, kdi, mks } = all
    await settle(all, 'm1')
    const before = { kdi: (await kdi.all()).checkpoint, mks: (await mks.all()).checkpoint }
    const documents = await hq.database.query('select collection, id from document where not deleted')
    const result = await move(kdi, 'm1', 'MKS')
    expect(result).toMatchObject({
      outcome: 'accepted',
      seqs: { 'c:KDI': before.kdi.seq + 1, 'c:MKS': before.mks.seq + 1 },
    })
    expect(await held(kdi, ['m1'])).toEqual([])
    const events = (await mks.all()).changes.filter(({ collection }) => collection === 'ticketEvents')
    expect(await held(mks, ['m1'])).toEqual(
      [
        'contacts/m1-new',
        'customers/m1',
        'subscriptions/m1-s',
        'tickets/m1-t',
        ...events.map(({ id }) => `ticketEvents/${id}`),
      ].toSorted(),
    )
    expect(events).toHaveLength(1)
    expect(await left(kdi)).toContain('contacts/m1-old')
    expect(await recordOf(hq.database, 'contacts', 'm1-old')).toBeDefined()
    expect(await hq.database.query('select collection, id from document where not deleted')).toEqual(
      expect.arrayContaining(documents),
    )
    expect(await recordOf(hq.database, 'customers', 'm1')).toMatchObject({ homeCentreId: 'MKS' })
    for (const desk of [kdi, mks]) await expectDigest(desk)
  })

  test('[G1][R3] there and back again the digests agree, and catalogue and reference are untouched', async () => {
    const { kdi, mks, agent } = all
    await settle(all, 'm2')
    const everywhere = (await kdi.all('global')).checkpoint
    await move(kdi, 'm2', 'MKS')
    await move(mks, 'm2', 'KDI')
    expect(await held(mks, ['m2'])).toEqual([])
    expect(await held(kdi, ['m2'])).toContain('customers/m2')
    await move(kdi, 'm2', 'MKS')
    for (const desk of [kdi, mks, agent]) await expectDigest(desk)
    expect((await kdi.all('global')).checkpoint).toEqual(everywhere)
  })

  test('[G1] who stands for the customer goes along; a record that is at home in a third centre stays its own', async () => {
    const { hq, kdi, mks } = all
    await settle(all, 'm3')
    const { label } = kdi.enrolment
    await kdi.take('registerCustomer', provisional('m3-own', label, { phone: '+628171000333' }))
    await hq.write([{ collection: 'customers', record: customer('m3-far', 'DPS') }], 'c:DPS')
    await hq.write([{ collection: 'customers', record: customer('m3-far', 'DPS') }], 'c:KDI')
    await kdi.take('recordContact', contact('m3-k', { customerId: 'm3-own' }))
    for (const absorbedId of ['m3-own', 'm3-far'])
      await kdi.take('linkCustomer', { absorbedId, survivorId: 'm3' })
    expect((await move(kdi, 'm3-own', 'MKS')).problem).toBe('already_linked')
    await move(kdi, 'm3', 'MKS')
    expect(await held(kdi, ['m3', 'm3-own', 'm3-far'])).toEqual([])
    expect(await held(mks, ['m3-own', 'm3-far'])).toEqual(
      expect.arrayContaining(['contacts/m3-k', 'customers/m3-far', 'customers/m3-own']),
    )
    expect(await recordOf(hq.database, 'customers', 'm3-own')).toMatchObject({
      homeCentreId: 'MKS',
      mergedInto: 'm3',
    })
    expect(await recordOf(hq.database, 'customers', 'm3-far')).toMatchObject({ homeCentreId: 'DPS' })
    for (const desk of [kdi, mks]) await expectDigest(desk)
  })

  test('[F4] a record that the desk has from another partition stays there', async () => {
    const { hq, kdi } = all
    await settle(all, 'm4')
    const guests = `d:${kdi.enrolment.deviceId}`
    await hq.write([{ collection: 'customers', record: customer('m4', 'KDI') }], guests)
    const { checkpoint } = await kdi.all()
    await move(kdi, 'm4', 'MKS')
    const changes = (await kdi.page('c:KDI', checkpoint)).changes
    expect(changes.map(({ collection, id }) => `${collection}/${id}`)).toContain('tickets/m4-t')
    expect(changes.map(({ id }) => id)).not.toContain('m4')
    expect((await kdi.all(guests)).changes.map(({ id }) => id)).toEqual(['m4'])
    await expectDigest(kdi)
  })

  test('[G1] open items go along and are decided where the customer is; decided ones only leave', async () => {
    const { hq, kdi, mks, agent } = all
    await settle(all, 'm8')
    const conflict = async (by: Desk, phone: string) =>
      by.take('changeContactDetails', { customerId: 'm8', changes: { phone } }, { phone: '+628170000000' })
    const [decided, open] = [await conflict(agent, '+628172222001'), await conflict(agent, '+628172222002')]
    const [decidedId = '', openId = ''] = [decided.itemIds?.[0], open.itemIds?.[0]]
    await kdi.take('decideItem', { itemId: decidedId, decision: 'keep_present' })
    await move(kdi, 'm8', 'MKS')
    expect(await held(kdi, [openId, decidedId])).toEqual([])
    expect(await held(mks, [openId, decidedId])).toEqual([`items/${openId}`])
    expect(
      (await mks.take('decideItem', { itemId: openId, decision: 'take_mine', customerId: 'm8' })).outcome,
    ).toBe('accepted')
    const item: Item | undefined = await recordOf(hq.database, 'items', openId)
    expect(item).toMatchObject({ status: 'decided', centreId: 'MKS' })
    expect(await recordOf(hq.database, 'customers', 'm8')).toMatchObject({ phone: '+628172222002' })
    expect(await held(kdi, [openId])).toEqual([])
    for (const desk of [kdi, mks]) await expectDigest(desk)
  })

  test('[G1] a centre that does not exist takes nobody, and who may not move customers is refused', async () => {
    const { kdi, agent } = all
    await settle(all, 'm9')
    expect((await move(kdi, 'm9', 'XXX')).problem).toBe('unknown_record')
    expect((await move(agent, 'm9', 'MKS')).problem).toBe('not_permitted')
    expect(await move(kdi, 'm9', 'KDI')).toMatchObject({ outcome: 'accepted' })
    expect(await held(kdi, ['m9'])).toContain('customers/m9')
  })

  test('[G1] a contact that ends in the same operation as the move goes along too', async () => {
    const { kdi, mks } = all
    await settle(all, 'm10')
    await kdi.send(
      kdi.operation(
        stepOf('recordContact', contact('m10-k', { customerId: 'm10' })),
        stepOf('moveCustomer', { customerId: 'm10', toCentreId: 'MKS' }),
      ),
    )
    expect(await held(kdi, ['m10'])).toEqual([])
    expect(await held(mks, ['m10'])).toContain('contacts/m10-k')
  })
})
