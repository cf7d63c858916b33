import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stepOf } from '#domain/steps.ts'
import type { LastWordsTaken } from '#domain/sync/last-words.ts'
import type { Operation } from '#domain/sync/operation.ts'
import { setDeviceStatus } from '#sync-server/storage/devices.ts'
import { recordOf } from '#sync-server/storage/documents.ts'
import { engines } from './engines.ts'
import type { TestHeadquarters } from './headquarters.ts'
import type { Desk } from './wire-desk.ts'
import { contact, ticket } from './payloads.ts'
import { known, twoCentres } from './two-centres.ts'

describe.each(engines)('on %s', (engine) => {
  let hq: TestHeadquarters
  let desk: Desk
  beforeAll(async () => {
    ;({ hq, desk } = await twoCentres(await engine.url()))
    await known(hq, 'c1')
  })
  afterAll(async () => {
    await hq[Symbol.asyncDispose]()
  })

  const proof = ({ enrolment: { deviceId, deviceSecret } }: Desk) => ({ deviceId, deviceSecret })
  const lastWords = <T = LastWordsTaken>(of: Desk, operations: readonly Operation[], more: object = {}) =>
    hq.ask<T>({ method: 'POST', url: '/v1/last-words', payload: { ...proof(of), operations, ...more } })
  const itemsOf = async ({ opId }: Operation) =>
    (
      await hq.database.query<{ body: { status: string } }>(
        `select body from document where collection = 'items' and body ->> 'opId' = $1`,
        [opId],
      )
    ).map(({ body }) => body)
  const revoked = async (status: 'revoked' | 'lost' = 'revoked') => {
    const ended = await hq.desk('KDI', 'ani')
    await setDeviceStatus(hq.database, ended.enrolment.deviceId, status)
    return ended
  }

  test.each(['revoked', 'lost'] as const)(
    '[E2] what a %s device had not sent becomes an item of its centre, whole, and takes no effect',
    async (status) => {
      const ended = await revoked(status)
      const { label } = ended.enrolment
      const operations = [
        ended.operation(stepOf('recordContact', contact(`k-${status}`, { customerId: 'c1' }))),
        ended.operation(stepOf('openTicket', ticket(`t-${status}`, label))),
      ]
      const before = (await desk.all()).checkpoint
      const answer = await lastWords(ended, operations)
      expect(answer).toMatchObject({ status: 200 })
      expect(answer.body).toEqual({ taken: operations.map(({ opId }) => opId) })
      for (const operation of operations)
        expect(await itemsOf(operation)).toMatchObject([
          {
            status: 'open',
            kind: 'refused',
            problem: 'device_revoked',
            centreId: 'KDI',
            actorId: 'ani',
            operation,
          },
        ])
      expect(await recordOf(hq.database, 'contacts', `k-${status}`)).toBeUndefined()
      expect(await recordOf(hq.database, 'tickets', `t-${status}`)).toBeUndefined()
      const seen = (await desk.page('c:KDI', before)).changes
      expect(seen.map(({ collection }) => collection)).toEqual(['items', 'items'])
    },
  )

  test('[E2] words that come twice, at once or after a lost answer, make one item; and what headquarters has already stays as it was answered', async () => {
    const ended = await hq.desk('KDI', 'ani')
    const sent = ended.operation(stepOf('recordContact', contact('k-sent', { customerId: 'c1' })))
    const [accepted] = await ended.send(sent)
    await setDeviceStatus(hq.database, ended.enrolment.deviceId, 'lost')
    const unsent = ended.operation(stepOf('recordContact', contact('k-unsent', { customerId: 'c1' })))
    await Promise.all([lastWords(ended, [sent, unsent]), lastWords(ended, [unsent, sent])])
    const again = await lastWords(ended, [sent, unsent])
    expect(again.body.taken).toEqual([sent.opId, unsent.opId])
    expect(await itemsOf(unsent)).toHaveLength(1)
    expect(await itemsOf(sent)).toEqual([])
    expect(await hq.database.query('select result from operation where op_id = $1', [sent.opId])).toEqual([
      { result: JSON.stringify(accepted) },
    ])
  })

  test('[E2] only a device that proves itself and has lost its access is heard, and it is told nothing but ids', async () => {
    const ended = await revoked()
    const operation = ended.operation(stepOf('openTicket', ticket('t-x', ended.enrolment.label)))
    const refused = async (of: Desk, more: object, status: number, code: string) =>
      expect(await lastWords(of, [operation], more)).toMatchObject({ status, body: { code } })
    await refused(ended, { deviceSecret: 'x' }, 401, 'device_unknown')
    await refused(ended, { deviceId: 'x' }, 401, 'device_unknown')
    await refused(desk, {}, 403, 'not_permitted')
    expect(await itemsOf(operation)).toEqual([])
    const collision = {
      ...operation,
      opId: desk.operation(stepOf('noteOnTicket', { ticketId: 't', text: 'x' })).opId,
    }
    const told = await lastWords(ended, [collision])
    expect(Object.keys(told.body)).toEqual(['taken'])
    for (const path of ['/v1/digest', '/v1/feed?partition=c:KDI&epoch=&seq=0&commit=&limit=9', '/v1/rollout'])
      expect(await ended.get(path)).toMatchObject({ status: 403, body: { code: 'device_revoked' } })
  })

  test('[E2] there is a bound to what one device hands over, to one request and to one operation', async () => {
    const ended = await revoked()
    const word = () => ended.operation(stepOf('noteOnTicket', { ticketId: 'far', text: 'x' }))
    expect(await lastWords<object>(ended, Array.from({ length: 51 }, word))).toMatchObject({ status: 400 })
    const { deviceId } = ended.enrolment
    await hq.database.query('update device set last_words = 9999 where id = $1', [deviceId])
    const [first, second] = [word(), word()]
    expect((await lastWords(ended, [first, second])).body).toEqual({ taken: [first.opId] })
    expect(await lastWords<object>(ended, [second])).toMatchObject({
      status: 413,
      body: { code: 'too_large' },
    })
    expect((await lastWords(ended, [first])).body).toEqual({ taken: [first.opId] })
    await hq.database.query('update device set last_words = 0, last_words_bytes = 63999999 where id = $1', [
      deviceId,
    ])
    expect(await lastWords<object>(ended, [second])).toMatchObject({ status: 413 })
    expect(await itemsOf(second)).toEqual([])
  })

  test('[E5] a device learns how it stands without a person', async () => {
    const standing = (of: Desk, more: object = {}) =>
      hq.ask({ method: 'POST', url: '/v1/standing', payload: { ...proof(of), ...more } })
    expect(await standing(desk)).toMatchObject({ status: 200, body: { at: hq.clock.now() } })
    expect(await standing(desk, { deviceSecret: 'x' })).toMatchObject({
      status: 401,
      body: { code: 'device_unknown' },
    })
    expect(await standing(await revoked('lost'))).toMatchObject({
      status: 403,
      body: { code: 'device_revoked' },
    })
  })

  test.each([
    ['lost the role', { role: 'agent' }, 'not_permitted'],
    ['left', { active: false }, 'actor_foreign'],
    ['went to another centre', { centreId: 'MKS' }, 'actor_foreign'],
  ] as const)(
    '[E6] the work of somebody who %s meanwhile is kept whole as an item of the centre, with a final answer',
    async (_what, change, problem) => {
      const id = `p-${problem}-${Object.keys(change)[0]}`
      await hq.seedStaff(id, 'branch', 'KDI')
      const theirs = await hq.desk('KDI', id)
      const operation = theirs.operation(
        stepOf(
          'amendCustomer',
          { customerId: 'c1', changes: { name: 'Nama Baru' } },
          { name: 'Siti Nurhaliza' },
        ),
      )
      await hq.seedStaff(id, 'branch', 'KDI', change)
      const bring = { ...operation, deviceId: desk.enrolment.deviceId, deviceSeq: 5_000 }
      // Whoever brings it: the device on which it was made belongs to the centre.
      await hq.database.query('insert into device_staff values ($1, $2, 1) on conflict do nothing', [
        desk.enrolment.deviceId,
        id,
      ])
      const [result] = await desk.send(bring)
      expect(result).toMatchObject({ outcome: 'needs_attention', problem })
      expect(await itemsOf(operation)).toMatchObject([{ centreId: 'KDI', problem, operation: bring }])
      expect(await desk.send(bring)).toEqual([result])
    },
  )
})
