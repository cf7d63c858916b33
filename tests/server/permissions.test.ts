import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stepOf } from '#domain/steps.ts'
import type { OperationResult } from '#domain/sync/operation.ts'
import { recordOf } from '#sync-server/storage/documents.ts'
import { setDeviceStatus } from '#sync-server/storage/devices.ts'
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

  test('[O5] the role that the actor has at headquarters now decides, whatever the client says', async () => {
    await known(hq, 'c6')
    const desk2 = await hq.desk('KDI', 'budi')
    const result = await desk2.take(
      'amendCustomer',
      { customerId: 'c6', changes: { name: 'Nama Lain' } },
      { name: 'Siti Nurhaliza' },
    )
    expect(result).toMatchObject({ outcome: 'needs_attention', problem: 'not_permitted' })
    expect((await recordOf(hq.database, 'customers', 'c6'))?.name).toBe('Siti Nurhaliza')
    expect((await desk.take('linkCustomer', { absorbedId: 'c6', survivorId: 'c5' })).problem).toBe(
      'not_permitted',
    )
    expect(
      (
        await desk.take('publishRelease', {
          version: '1',
          effectiveFrom: '2026-12-01T00:00',
          notes: '',
          offerings: [],
        })
      ).problem,
    ).toBe('not_permitted')
  })

  test('[O5] somebody who lost the job meanwhile is refused and the work is kept', async () => {
    await hq.seedStaff('joko', 'branch', 'KDI')
    const desk2 = await hq.desk('KDI', 'joko')
    const operation = desk2.operation(stepOf('openTicket', ticket('t7', desk2.enrolment.label)))
    await hq.seedStaff('joko', 'branch', 'KDI', { active: false })
    const [result] = await desk.send({ ...operation, deviceId: desk.enrolment.deviceId, deviceSeq: 900 })
    expect(result).toMatchObject({ outcome: 'needs_attention', problem: 'actor_foreign' })
    expect((await itemOf(hq, result as OperationResult))?.operation).toMatchObject({ opId: operation.opId })
  })

  test('[O6] work of a colleague is taken as the colleague’s, under the colleague’s rights', async () => {
    await known(hq, 'c7')
    const operation = {
      ...desk.operation(stepOf('recordContact', contact('k7', { customerId: 'c7' }))),
      actorId: 'budi',
    }
    expect((await desk.send(operation))[0]?.outcome).toBe('accepted')
    expect((await recordOf(hq.database, 'contacts', 'k7'))?.agentId).toBe('budi')
  })

  test.each([
    ['another device', { deviceId: 'stranger' }, 'device_foreign'],
    ['another centre', { centreId: 'MKS' }, 'device_foreign'],
    ['a person of another centre', { actorId: 'rina' }, 'actor_foreign'],
    ['nobody', { actorId: 'nobody' }, 'actor_foreign'],
  ] as const)('[O6] an operation in the name of %s is refused and kept', async (_who, forged, problem) => {
    const [result] = await desk.send({
      ...desk.operation(stepOf('openTicket', ticket('t8', label))),
      ...forged,
    })
    expect(result).toMatchObject({ outcome: 'needs_attention', problem })
    expect(await recordOf(hq.database, 'tickets', 't8')).toBeUndefined()
  })

  test('[O6] a code that another device may have minted is refused', async () => {
    expect((await desk.take('openTicket', ticket('t9', 'MKS1'))).problem).toBe('code_foreign')
  })

  test('[O7] (H22) fields that only headquarters knows cannot be set', async () => {
    const payload = {
      ...provisional('c8', label),
      rev: 77,
      valueTier: 'vvip',
      homeCentreId: 'MKS',
      mergedInto: 'c1',
      absorbedIds: ['c1'],
    }
    await desk.take('registerCustomer', payload)
    const stored = await recordOf(hq.database, 'customers', 'c8')
    expect(stored).toMatchObject({ rev: 1, valueTier: 'regular', homeCentreId: 'KDI' })
    expect(stored).not.toHaveProperty('mergedInto')
  })

  test('[O8] (H21) a record that the device does not carry is as good as none: nothing of it is told or changed', async () => {
    await hq.write(
      [{ collection: 'customers', record: customer('far', 'MKS', { phone: '+628171111222' }) }],
      'c:MKS',
    )
    const result = await desk.take(
      'changeContactDetails',
      { customerId: 'far', changes: { phone: '+628179999000' } },
      { phone: '+628170000000' },
    )
    expect(result).toMatchObject({ outcome: 'needs_attention', problem: 'unknown_record' })
    expect(JSON.stringify(await itemOf(hq, result))).not.toContain('1111222')
    expect((await recordOf(hq.database, 'customers', 'far'))?.phone).toBe('+628171111222')
    expect((await desk.take('registerCustomer', provisional('far', label))).problem).toBe('unknown_record')
  })

  test('[S5] a revoked device is told so and nothing of its work is taken', async () => {
    const lost = await hq.desk('KDI', 'ani')
    await setDeviceStatus(hq.database, lost.enrolment.deviceId, 'revoked')
    const operations = [lost.operation(stepOf('openTicket', ticket('t13', label)))]
    expect(await lost.post('/v1/operations', { protocol: 1, operations })).toMatchObject({
      status: 403,
      body: { code: 'device_revoked' },
    })
    expect(await lost.get('/v1/digest')).toMatchObject({ status: 403, body: { code: 'device_revoked' } })
    expect(await recordOf(hq.database, 'tickets', 't13')).toBeUndefined()
  })
})
