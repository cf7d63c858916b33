import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stepOf } from '#domain/steps.ts'
import type { Write } from '#domain/sync/records.ts'
import { recordOf } from '#sync-server/storage/documents.ts'
import { trim } from '#sync-server/storage/trim.ts'
import { engines } from './engines.ts'
import type { Desk } from './wire-desk.ts'
import { day, expectDigest, held, move, moving, settle, type Moving } from './moving.ts'
import { contact, customer, ticket } from './payloads.ts'

describe.each(engines)('on %s', (engine) => {
  let all: Moving
  beforeAll(async () => {
    all = await moving(await engine.url())
  })
  afterAll(async () => {
    await all.hq[Symbol.asyncDispose]()
  })

  test('[G2][G3] work captured before the move is taken, goes to the new centre alone, and its author is told where', async () => {
    const { hq, kdi, mks, agent } = all
    await settle(all, 'm5')
    await move(kdi, 'm5', 'MKS')
    const { label } = agent.enrolment
    const results = await agent.send(
      agent.operation(stepOf('recordContact', contact('m5-k', { customerId: 'm5' }))),
      agent.operation(stepOf('noteOnTicket', { ticketId: 'm5-t', text: 'Sudah dihubungi' })),
      agent.operation(stepOf('openTicket', ticket('m5-t2', label, { customerId: 'm5' }))),
      agent.operation(
        stepOf('changeContactDetails', { customerId: 'm5', changes: { city: 'Kendari' } }, { city: '' }),
      ),
      // What the desk itself has made on that customer goes on too.
      agent.operation(stepOf('noteOnTicket', { ticketId: 'm5-t2', text: 'Menyusul' })),
      agent.operation(stepOf('moveTicket', { ticketId: 'm5-t2', to: 'in_progress' })),
    )
    for (const result of results) expect(result).toMatchObject({ outcome: 'accepted', movedTo: 'MKS' })
    expect(await held(kdi, ['m5', 'm5-t', 'm5-t2'])).toEqual([])
    expect(await held(mks, ['m5'])).toEqual(
      expect.arrayContaining(['contacts/m5-k', 'customers/m5', 'tickets/m5-t', 'tickets/m5-t2']),
    )
    expect(await recordOf(hq.database, 'customers', 'm5')).toMatchObject({ city: 'Kendari' })
    expect((await mks.take('recordContact', contact('m5-k2', { customerId: 'm5' }))).movedTo).toBeUndefined()
    for (const desk of [kdi, mks]) await expectDigest(desk)
  })

  test('[G3][O8] what met the new centre’s change is for the new centre to decide; the old one is not told its value', async () => {
    const { hq, kdi, mks, agent } = all
    await settle(all, 'm6')
    await move(kdi, 'm6', 'MKS')
    await mks.take(
      'changeContactDetails',
      { customerId: 'm6', changes: { phone: '+628179999666' } },
      { phone: '+628171000001' },
    )
    const [result] = await agent.send(
      agent.operation(
        stepOf(
          'changeContactDetails',
          { customerId: 'm6', changes: { phone: '+628172222666' } },
          { phone: '+628171000001' },
        ),
      ),
    )
    expect(result).toMatchObject({
      outcome: 'needs_attention',
      problem: 'field_changed_by_other',
      movedTo: 'MKS',
    })
    expect(JSON.stringify(result)).not.toContain('9999666')
    expect(JSON.stringify(await kdi.all())).not.toContain('9999666')
    const item = await recordOf(hq.database, 'items', result?.itemIds?.[0] ?? '')
    expect(item).toMatchObject({
      centreId: 'MKS',
      fields: [{ mine: '+628172222666', theirs: '+628179999666' }],
    })
    expect(await held(mks, [item?.id ?? ''])).toHaveLength(1)
  })

  test('[G3][O8] having held a customer once brings nothing back: neither a move nor a link', async () => {
    const { hq, kdi, agent } = all
    await settle(all, 'm7')
    await settle(all, 'm7-here')
    await move(kdi, 'm7', 'MKS')
    expect(await move(kdi, 'm7', 'KDI')).toMatchObject({
      outcome: 'needs_attention',
      problem: 'unknown_record',
    })
    for (const [absorbedId, survivorId] of [
      ['m7', 'm7-here'],
      ['m7-here', 'm7'],
    ] as const)
      expect((await kdi.take('linkCustomer', { absorbedId, survivorId })).problem).toBe('unknown_record')
    expect(await recordOf(hq.database, 'customers', 'm7')).toMatchObject({ homeCentreId: 'MKS' })
    expect(await held(kdi, ['customers/m7'])).toEqual([])
    await hq.write([{ collection: 'customers', record: customer('m7-never', 'MKS') }], 'c:MKS')
    expect((await agent.take('recordContact', contact('m7-k', { customerId: 'm7-never' }))).problem).toBe(
      'unknown_record',
    )
  })

  test('[G1][G2] moves in opposite directions at once, beside work on the same customers, all end well, and nothing is left behind', async () => {
    const { kdi, mks, agent } = all
    const ids = Array.from({ length: 6 }, (_, n) => `x${n}`)
    for (const id of ids) await settle(all, id)
    for (const id of ids.slice(3)) await move(kdi, id, 'MKS')
    const work = (desk: Desk, id: string, n: number) =>
      desk.send(
        desk.operation(stepOf('recordContact', contact(`${id}-w${n}`, { customerId: id }))),
        desk.operation(stepOf('noteOnTicket', { ticketId: `${id}-t`, text: `catatan ${n}` })),
      )
    const results = (
      await Promise.all([
        ...ids.slice(0, 3).map((id) => move(kdi, id, 'MKS')),
        ...ids.slice(3).map((id) => move(mks, id, 'KDI')),
        ...ids.slice(0, 3).flatMap((id) => [1, 2, 3].map((n) => work(agent, id, n))),
        ...ids.slice(3).flatMap((id) => [1, 2, 3].map((n) => work(mks, id, n))),
      ])
    ).flat()
    expect(results.map(({ outcome }) => outcome)).toEqual(results.map(() => 'accepted'))
    expect(await held(kdi, ids.slice(0, 3))).toEqual([])
    expect(await held(mks, ids.slice(3))).toEqual([])
    for (const id of ids) {
      const there = await held(ids.indexOf(id) < 3 ? mks : kdi, [id])
      expect(there).toEqual(expect.arrayContaining([1, 2, 3].map((n) => `contacts/${id}-w${n}`)))
      // Opened, and three notes.
      expect(there.filter((key) => key.startsWith('ticketEvents/'))).toHaveLength(4)
    }
    for (const desk of [kdi, mks, agent]) await expectDigest(desk)
  })

  test('[G4] a desk whose place was trimmed is told to prime anew; one at the newest place goes on, and the work that it brings is placed as before', async () => {
    const { hq, kdi } = all
    await settle(all, 'm11')
    const away = (await kdi.all()).checkpoint
    await move(kdi, 'm11', 'MKS')
    hq.clock.advance(500 * day)
    const writes: Write[] = [{ collection: 'customers', record: customer('m11-later', 'KDI') }]
    await hq.write(writes, 'c:KDI')
    const now = (await hq.signIn(kdi.enrolment, 'sari')).accessToken
    const ask = ({ epoch, seq, commit }: typeof away) =>
      hq.ask<{ code?: string }>(
        {
          method: 'GET',
          url: `/v1/feed?partition=c:KDI&epoch=${epoch}&seq=${seq}&commit=${commit}&limit=10`,
        },
        now,
      )
    const newest = await hq.ask<{ checkpoint: typeof away }>(
      { method: 'GET', url: '/v1/snapshot?partition=c:KDI' },
      now,
    )
    const trimmed = await hq.database.transaction((tx) => trim(tx, hq.clock.now() - 400 * day))
    expect(trimmed.places).toBeGreaterThan(10)
    expect(trimmed.departures).toBeGreaterThan(0)
    expect(await ask(away)).toMatchObject({ status: 409, body: { code: 'history_changed' } })
    expect((await ask(newest.body.checkpoint)).status).toBe(200)
    const old = await hq.database.query(
      `select collection from feed where partition = 'c:KDI' and op = 'left' group by collection`,
    )
    expect(old).toEqual([{ collection: 'customers' }])
    expect(await hq.database.transaction((tx) => trim(tx, hq.clock.now() - 400 * day))).toEqual({
      places: 0,
      departures: 0,
    })
  })
})
