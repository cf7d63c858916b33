import { ed25519 } from '@noble/curves/ed25519.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonicalRelease } from '#domain/catalogue/release.ts'
import type { CatalogueRecord, OfferingDraft } from '#domain/catalogue/catalogue.ts'
import type { Customer } from '#domain/customer/customer.ts'
import { recordOf } from '#sync-server/storage/documents.ts'
import { namesAlike } from '#domain/customer/names-alike.ts'
import { engines } from './engines.ts'
import { headquarters, type TestHeadquarters } from './headquarters.ts'
import type { Desk } from './wire-desk.ts'
import { contact, customer, provisional, subscription, ticket } from './payloads.ts'
import { stepOf } from '#domain/steps.ts'

const nik = (digit: string) => digit.repeat(64)

describe.each(engines)('on %s', (engine) => {
  let hq: TestHeadquarters
  let desk: Desk
  let label: string
  beforeAll(async () => {
    hq = await headquarters({ url: await engine.url() })
    for (const centre of ['KDI', 'MKS', 'HQ']) await hq.seedCentre(centre)
    await hq.seedStaff('ani', 'branch', 'KDI')
    await hq.seedStaff('rina', 'supervisor', 'KDI')
    await hq.seedStaff('adi', 'admin', 'HQ')
    desk = await hq.desk('KDI', 'ani')
    label = desk.enrolment.label
  })
  afterAll(async () => {
    await hq[Symbol.asyncDispose]()
  })

  const far = (id: string, more: Partial<Customer>) =>
    hq.write([{ collection: 'customers', record: customer(id, 'MKS', more) }], 'c:MKS')
  const stored = (id: string) => recordOf(hq.database, 'customers', id)
  const feedsOf = async (id: string) =>
    (
      await hq.database.query<{ partition: string }>(
        `select partition from feed where doc_id = $1 and op = 'put' order by partition`,
        [id],
      )
    ).map(({ partition }) => partition)

  test('[N1] a provisional customer whom nobody knows is a new one', async () => {
    const result = await desk.take('registerCustomer', provisional('n1', label, { phone: '+628171000100' }))
    expect(result.outcome).toBe('accepted')
    expect(await stored('n1')).toMatchObject({ provenance: 'provisional' })
  })

  test('[N2] one known customer with the same number and a like name is linked at once, and each centre finds the other’s record', async () => {
    await far('m1', { name: 'Muhammad Rizki Pratama' })
    await hq.write(
      [{ collection: 'subscriptions', record: subscription('ms1', 'm1', '+628171000200') }],
      'c:MKS',
    )
    const [result] = await desk.send(
      desk.operation(
        stepOf(
          'registerCustomer',
          provisional('n2', label, { name: 'moh. rizki pratama', phone: '+628171000200' }),
        ),
        stepOf('openTicket', ticket('n2t', label, { customerId: 'n2' })),
        stepOf('recordContact', contact('n2k', { customerId: 'n2', ticketIds: ['n2t'] })),
      ),
    )
    expect(result?.outcome).toBe('accepted')
    expect(await stored('n2')).toMatchObject({ provenance: 'merged', mergedInto: 'm1' })
    expect(await stored('m1')).toMatchObject({ absorbedIds: ['n2'] })
    for (const id of ['m1', 'ms1', 'n2', 'n2t', 'n2k']) expect(await feedsOf(id)).toEqual(['c:KDI', 'c:MKS'])
    expect(Object.keys(result?.seqs ?? {}).toSorted()).toEqual(['c:KDI', 'c:MKS'])
  })

  test('[N2] what is done later for the linked record reaches the survivor’s home too', async () => {
    await desk.take('openTicket', ticket('n2u', label, { customerId: 'n2' }))
    expect(await feedsOf('n2u')).toEqual(['c:KDI', 'c:MKS'])
  })

  test('[N2] the same identity links whatever the name', async () => {
    await far('m2', { name: 'Dewi Lestari', nikHash: nik('a'), nikLast4: '1234' })
    const payload = provisional('n3', label, { name: 'Lestari', nikHash: nik('a') })
    expect((await desk.take('registerCustomer', payload)).outcome).toBe('accepted')
    expect(await stored('n3')).toMatchObject({ mergedInto: 'm2' })
  })

  test.each([
    ['another name', 'm3', { name: 'Agus Salim', phone: '+628171000300' }, { phone: '+628171000300' }],
    [
      'another identity',
      'm4',
      { phone: '+628171000400', nikHash: nik('b') },
      { phone: '+628171000400', nikHash: nik('c') },
    ],
  ])(
    '[N3] one number but %s asks a person, who gets to see the candidate',
    async (_what, id, known, said) => {
      await far(id, known)
      const result = await desk.take('registerCustomer', provisional(`n-${id}`, label, said))
      expect(result).toMatchObject({ outcome: 'needs_attention', problem: 'several_matches' })
      const item = await recordOf(hq.database, 'items', result.itemIds?.[0] ?? '')
      expect(item).toMatchObject({ kind: 'match', customerId: `n-${id}`, candidateIds: [id] })
      expect(await stored(`n-${id}`)).toMatchObject({ provenance: 'provisional' })
      expect(await feedsOf(id)).toEqual(['c:KDI', 'c:MKS'])
    },
  )

  test('[N3] several customers with one number ask a person; the supervisor’s link stands and can be undone', async () => {
    await far('m5', { phone: '+628171000500' })
    await far('m6', { phone: '+628171000500' })
    const result = await desk.take('registerCustomer', provisional('n5', label, { phone: '+628171000500' }))
    const item = await recordOf(hq.database, 'items', result.itemIds?.[0] ?? '')
    expect(item?.candidateIds).toEqual(['m5', 'm6'])
    const supervisor = await hq.desk('KDI', 'rina')
    expect((await supervisor.take('linkCustomer', { absorbedId: 'n5', survivorId: 'm6' })).outcome).toBe(
      'accepted',
    )
    expect(await stored('n5')).toMatchObject({ mergedInto: 'm6' })
    expect(await feedsOf('n5')).toEqual(['c:KDI', 'c:MKS'])
    expect((await supervisor.take('unlinkCustomer', { absorbedId: 'n5', survivorId: 'm6' })).outcome).toBe(
      'accepted',
    )
    expect(await stored('n5')).not.toHaveProperty('mergedInto')
    expect(await stored('m6')).toMatchObject({ absorbedIds: [] })
  })

  test('[N4] a number that a customer gave up means nobody any more', async () => {
    await far('m7', { phone: '+628171000700' })
    await far('m7', { phone: '+628171000701' })
    expect(
      (await desk.take('registerCustomer', provisional('n7', label, { phone: '+628171000700' }))).outcome,
    ).toBe('accepted')
    expect(await stored('n7')).toMatchObject({ provenance: 'provisional' })
  })

  test('[A1] a published release is signed so that a desk can prove it with the key of its enrolment', async () => {
    const admin = await hq.desk('HQ', 'adi')
    const offering: OfferingDraft = {
      code: 'XTRA-10',
      name: { id: 'Xtra 10 GB', en: 'Xtra 10 GB' },
      description: { id: 'Kuota sebulan', en: 'A month of data' },
      line: 'mobile',
      paymentType: 'prepaid',
      chargeType: 'recurring',
      chargeBasis: 'flat',
      amount: 50_000,
      unit: 'month',
      period: 'month',
    }
    const version = `2026.11.1`
    const payload = {
      version,
      effectiveFrom: '2026-12-01T00:00',
      notes: '',
      offerings: [offering, { ...offering, code: 'XTRA-20' }],
    }
    expect((await admin.take('publishRelease', payload)).outcome).toBe('accepted')
    const records = (await desk.all('global')).changes.flatMap(({ collection, put }) =>
      collection === 'catalogue' && put !== undefined ? [put as unknown as CatalogueRecord] : [],
    )
    const release = records.find(({ kind }) => kind === 'release')
    const offerings = records.filter(({ kind }) => kind === 'offering')
    if (release === undefined) throw new Error('no release')
    const words = new TextEncoder().encode(canonicalRelease(release, offerings))
    const signature = Buffer.from(release.signature ?? '', 'base64')
    const key = Buffer.from(desk.enrolment.releaseKey, 'hex')
    expect(key).toHaveLength(32)
    expect(ed25519.verify(signature, words, key)).toBe(true)
    const forged = offerings.map((each) => ({ ...each, amount: 1 }))
    expect(ed25519.verify(signature, new TextEncoder().encode(canonicalRelease(release, forged)), key)).toBe(
      false,
    )
    expect((await admin.take('publishRelease', { ...payload, notes: 'lain' })).outcome).toBe('duplicate')
    hq.clock.advance(1)
    expect((await admin.take('publishRelease', payload)).problem).toBe('release_exists')
  })

  test('[A2] admins see which desk sells by which release; nobody else does', async () => {
    const admin = await hq.desk('HQ', 'adi')
    const report = {
      releaseId: 'release:2026.11.1',
      waiting: 3,
      ready: true,
      clientVersion: '1.0.0',
      clock: hq.clock.now(),
    }
    expect(await desk.post('/v1/report', report)).toMatchObject({ status: 200, body: { at: hq.clock.now() } })
    const rollout = await admin.get<{ centreId: string; devices: object[] }[]>('/v1/rollout')
    expect(rollout.body.find(({ centreId }) => centreId === 'KDI')?.devices).toContainEqual({
      deviceId: desk.enrolment.deviceId,
      label,
      releaseId: 'release:2026.11.1',
      seenAt: hq.clock.now(),
      waiting: 3,
    })
    expect(await desk.get('/v1/rollout')).toMatchObject({ status: 403, body: { code: 'not_permitted' } })
  })
})

test.each([
  ['Siti Nurhaliza', 'SITI NURHALIZA', true],
  ['Moh. Rizki', 'Muhammad Rizki', true],
  ['M. Rizki', 'Mochamad Rizki', true],
  ['Bapak José Da Costa', 'Jose da Costa', true],
  ['Nurhaliza, Siti', 'Hj. Siti Nurhaliza Binti Rahman', true],
  ['Siti', 'Siti Nurhaliza', false],
  ['Siti Nurhaliza', 'Siti Rahma', false],
  ['', '', false],
])('[N5] “%s” and “%s” alike: %s', (a, b, alike) => {
  expect(namesAlike(a, b)).toBe(alike)
  expect(namesAlike(b, a)).toBe(alike)
})
