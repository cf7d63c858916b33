import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stepOf } from '#domain/steps.ts'
import type { OperationResult, Step } from '#domain/sync/operation.ts'
import { recordOf } from '#sync-server/storage/documents.ts'
import { engines } from './engines.ts'
import type { TestHeadquarters } from './headquarters.ts'
import type { Desk } from './wire-desk.ts'
import { contact, customer, provisional, subscription, ticket } from './payloads.ts'
import { twoCentres } from './two-centres.ts'

/** Words that stand only in records which Kendari does not carry. */
const secret = {
  name: 'RAHASIA-NAMA',
  phone: '+628179990001',
  email: 'rahasia@example.com',
  subject: 'RAHASIA-TIKET',
  note: 'RAHASIA-CATATAN',
} as const

const numbers = { last: 0 }
const fresh = () => `new${(numbers.last += 1)}`

describe.each(engines)('on %s', (engine) => {
  let hq: TestHeadquarters
  let desk: Desk
  let far: Desk
  let label: string
  beforeAll(async () => {
    ;({ hq, desk, label } = await twoCentres(await engine.url()))
    await hq.seedStaff('sari', 'supervisor', 'KDI')
    far = await hq.desk('MKS', 'rina')
    const { name, phone, email, subject, note } = secret
    await hq.write(
      [
        { collection: 'customers', record: customer('far', 'MKS', { name, phone, email }) },
        { collection: 'subscriptions', record: subscription('far-line', 'far', phone) },
      ],
      'c:MKS',
    )
    await far.send(
      far.operation(
        stepOf('openTicket', ticket('far-ticket', far.enrolment.label, { customerId: 'far', subject })),
      ),
      far.operation(stepOf('noteOnTicket', { ticketId: 'far-ticket', text: note })),
      far.operation(stepOf('recordContact', contact('far-contact', { customerId: 'far', note }))),
    )
    await hq.write([{ collection: 'customers', record: customer('near', 'KDI') }], 'c:KDI')
  })
  afterAll(async () => {
    await hq[Symbol.asyncDispose]()
  })

  const stepsOn = (id: string, ticketId: string, contactId: string, label: string): Step[] => [
    stepOf('registerCustomer', provisional(id, label)),
    stepOf('amendCustomer', { customerId: id, changes: { pinnedNote: 'x' } }, { pinnedNote: 'y' }),
    stepOf(
      'changeContactDetails',
      { customerId: id, changes: { phone: '+628179999000' } },
      { phone: '+6281' },
    ),
    stepOf('openTicket', ticket(ticketId, label)),
    stepOf('openTicket', ticket(fresh(), label, { customerId: id })),
    stepOf('noteOnTicket', { ticketId, text: 'x' }),
    stepOf('moveTicket', { ticketId, to: 'closed', note: 'x' }),
    stepOf('assignTicket', { ticketId, ownerId: 'ani' }),
    stepOf('recordContact', contact(contactId)),
    stepOf('recordContact', contact(fresh(), { customerId: id })),
    stepOf('linkCustomer', { absorbedId: id, survivorId: 'near' }),
    stepOf('unlinkCustomer', { absorbedId: 'near', survivorId: id }),
  ]

  test('[O8] (H21) no answer to any kind of step on a foreign record, and nothing that comes by the feed after it, holds a word of it', async () => {
    const sari = await hq.desk('KDI', 'sari')
    const heard: unknown[] = []
    for (const step of stepsOn('far', 'far-ticket', 'far-contact', sari.enrolment.label)) {
      const [result] = await sari.send(sari.operation(step))
      expect(result).toMatchObject({ outcome: 'needs_attention', problem: 'unknown_record' })
      heard.push(result)
    }
    heard.push(await sari.all('c:KDI'), await sari.all('global'))
    for (const { collection } of (await sari.all()).changes)
      heard.push(await sari.get(`/v1/snapshot/part?partition=c:KDI&collection=${collection}&afterId=`))
    const all = JSON.stringify(heard)
    expect(Object.values(secret).filter((words) => all.includes(words))).toEqual([])
  })

  test('[O8] (H21) (H22) work on a foreign record is answered as work on none, and changes nothing', async () => {
    const before = await hq.database.query(
      `select id, rev, body from document where id like 'far%' order by id`,
    )
    const foreign = stepsOn('far', 'far-ticket', 'far-contact', label)
    const none = stepsOn('nobody', 'no-ticket', 'no-contact', label)
    const makes = new Set(['registerCustomer', 'openTicket', 'recordContact'])
    for (const [index, step] of foreign.entries()) {
      const [of] = await desk.send(desk.operation(step))
      expect(of?.outcome).toBe('needs_attention')
      // What makes a record cannot be answered as if there were none.
      if (makes.has(step.kind)) continue
      const [than] = await desk.send(desk.operation(none[index] as Step))
      expect(bare(of)).toEqual(bare(than))
    }
    expect(
      await hq.database.query(`select id, rev, body from document where id like 'far%' order by id`),
    ).toEqual(before)
  })

  test.each([
    ['its rev', { rev: 99 }],
    ['its tier', { valueTier: 'vvip' }],
    ['its home', { homeCentreId: 'MKS' }],
    ['whom it stands for', { mergedInto: 'near', absorbedIds: ['near', 'far'] }],
    ['a deletion', { _deleted: true, deleted: true }],
    ['a prototype', JSON.parse('{"__proto__":{"rev":99},"constructor":{"prototype":{"rev":99}}}') as object],
  ] as const)(
    '[O7] (H22) a client cannot set %s, on making or changing a customer',
    async (_what, forged) => {
      const id = fresh()
      const made = stepOf('registerCustomer', provisional(id, label))
      const changed = stepOf('changeContactDetails', { customerId: id, changes: { city: 'Kendari' } }, {})
      for (const step of [made, changed]) {
        const payload: unknown = Object.assign(Object.create(null) as object, step.payload, forged)
        const operation = { ...desk.operation(step), steps: [{ ...step, payload }] }
        const answer = await desk.post('/v1/operations', { protocol: 1, operations: [operation] })
        // A key `__proto__` is no word of any console; everything else is taken without what was forged.
        expect(answer.status).toBe(Object.hasOwn(forged, '__proto__') ? 400 : 200)
        if (answer.status === 400) await desk.send(desk.operation(step))
      }
      const stored = await recordOf(hq.database, 'customers', id)
      expect(stored).toMatchObject({
        rev: 2,
        valueTier: 'regular',
        homeCentreId: 'KDI',
        provenance: 'provisional',
      })
      for (const field of Object.keys(forged).filter(
        (name) => !['rev', 'valueTier', 'homeCentreId'].includes(name),
      ))
        expect(Object.hasOwn(stored ?? {}, field)).toBe(false)
      expect(({} as { rev?: number }).rev).toBeUndefined()
    },
  )

  test('[O7] (H22) changes of fields that are nobody’s to change take no effect', async () => {
    const changes = { city: 'Kendari', rev: 99, valueTier: 'vvip', id: 'near', code: 'C-1' }
    const step = { kind: 'changeContactDetails', v: 1, payload: { customerId: 'near', changes }, seen: {} }
    const [result] = await desk.send(desk.operation(step))
    expect(['accepted', 'needs_attention']).toContain(result?.outcome)
    expect(await recordOf(hq.database, 'customers', 'near')).toMatchObject({
      id: 'near',
      code: 'C-near',
      valueTier: 'regular',
    })
  })

  test('[O6] (H22) the result of a foreign operation is not given to whoever names its id', async () => {
    const operation = far.operation(stepOf('noteOnTicket', { ticketId: 'far-ticket', text: secret.note }))
    const [theirs] = await far.send(operation)
    const [asked] = await desk.send({
      ...desk.operation(stepOf('openTicket', ticket('t99', label))),
      opId: operation.opId,
    })
    expect(JSON.stringify(asked)).not.toContain('c:MKS')
    expect(theirs?.outcome).toBe('accepted')
  })

  test('[O14] (H22) work that is larger than any console makes is refused or kept, and the next goes through', async () => {
    const note = (size: number) => stepOf('noteOnTicket', { ticketId: 'near', text: 'x'.repeat(size) })
    const many = { ...desk.operation(), steps: Array.from({ length: 21 }, () => note(10)) }
    expect((await desk.post('/v1/operations', { protocol: 1, operations: [many] })).status).toBe(400)
    const wide = desk.operation(...Array.from({ length: 20 }, () => note(40_000)))
    expect((await desk.send(wide))[0]).toMatchObject({ outcome: 'needs_attention', problem: 'bad_operation' })
    const huge = { ...desk.operation(), steps: [note(1_100_000)] }
    expect((await desk.post('/v1/operations', { protocol: 1, operations: [huge] })).status).toBe(413)
    expect((await desk.take('openTicket', ticket(fresh(), label))).outcome).toBe('accepted')
  })
})

/** A result without what differs from one operation to the next. */
function bare(result: OperationResult | undefined): object {
  return { outcome: result?.outcome, problem: result?.problem, items: result?.itemIds?.length }
}
