import type { OfferingDraft } from '#domain/catalogue/catalogue.ts'
import { collectionNames } from '#domain/entities.ts'
import { stepOf } from '#domain/steps.ts'
import type { Checkpoint, FeedPage, SnapshotHead } from '#domain/sync/feed.ts'
import type { Operation, OperationResult, Step } from '#domain/sync/operation.ts'
import type { Enrolment, Session } from '#domain/sync/session.ts'
import { password } from '#tests/server/headquarters.ts'
import { contact, provisional, ticket } from '#tests/server/payloads.ts'
import type { Recorder } from './recorder.ts'

/** One desk's whole life in an hour: every question it can ask, every kind of step, every kind of outcome. */
export async function liveSession(wire: Recorder, code: string): Promise<void> {
  await wire.get('headquarters lives', '/health')
  const enrolment = await wire.post<Enrolment>('enrol', '/v1/enrol', { code, name: 'Loket 1' })
  await wire.post('a code works once', '/v1/enrol', { code, name: 'Loket 2' })
  const { deviceId, deviceSecret } = enrolment
  const signIn = (username: string, secret = password) =>
    wire.post<Session>(`sign in as ${username}`, '/v1/sign-in', {
      deviceId,
      deviceSecret,
      username,
      password: secret,
    })
  const ani = await signIn('ani')
  for (const username of ['budi', 'sari', 'adi']) await signIn(username)
  await signIn('budi', 'salah')
  for (let tries = 0; tries < 6; tries++) await signIn('siapa', 'salah')
  const { accessToken: token } = await wire.post<Session>('refresh', '/v1/refresh', {
    deviceId,
    deviceSecret,
    refreshToken: ani.refreshToken,
  })
  await problems(wire, token)
  const partitions = ['global', 'c:KDI', `d:${deviceId}`]
  await work(wire, token, enrolment)
  await pages(wire, token, partitions)
  await snapshots(wire, token, partitions)
  await wire.get('digest', '/v1/digest', token)
  const report = { waiting: 2, oldestWaitingAt: wire.now(), ready: true, clientVersion: '1.0.0' }
  await wire.post('report', '/v1/report', { ...report, clock: wire.now() }, token)
  const { accessToken: admins } = await signIn('adi')
  await wire.get('rollout', '/v1/rollout', admins)
}

async function problems(wire: Recorder, token: string): Promise<void> {
  await wire.get('no token', '/v1/digest')
  await wire.get('a token that nobody has', '/v1/digest', 'x'.repeat(43))
  await wire.get('no protocol', '/v1/digest', token, {})
  await wire.get('a protocol before the first', '/v1/digest', token, { 'x-loket-protocol': '0' })
  await wire.get('no such route', '/v1/nothing', token)
  await wire.get('a foreign partition', feedPath('c:MKS', { epoch: '', seq: 0, commit: '' }, 10), token)
  await wire.get('a question out of bounds', '/v1/snapshot/part?partition=c:KDI&collection=x', token)
  await wire.get('rollout is for admins', '/v1/rollout', token)
  await wire.post('a malformed batch', '/v1/operations', { protocol: 1, operations: [{}] }, token)
  await wire.post('an empty batch', '/v1/operations', { protocol: 1, operations: [] }, token)
}

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

async function work(wire: Recorder, token: string, { deviceId, label }: Enrolment): Promise<void> {
  const made = { seq: 0 }
  const by = (actorId: string, ...steps: Step[]): Operation => ({
    opId: `op-${String(++made.seq).padStart(3, '0')}`,
    deviceId,
    deviceSeq: made.seq,
    actorId,
    centreId: 'KDI',
    capturedAt: wire.now(),
    steps,
  })
  const send = async (about: string, ...operations: Operation[]) =>
    (
      await wire.post<{ results: OperationResult[] }>(
        about,
        '/v1/operations',
        { protocol: 1, operations },
        token,
      )
    ).results
  const register = provisional('n1', label, { name: 'Siti Rahma', phone: '+628171000101' })
  const first = by('ani', stepOf('registerCustomer', register))
  await send(
    'an agent’s work',
    first,
    by('ani', stepOf('registerCustomer', register)),
    by(
      'ani',
      stepOf('openTicket', ticket('t1', label, { customerId: 'n1', reasonCode: 'KUOTA' })),
      stepOf('recordContact', contact('k1', { customerId: 'n1', reasonCode: 'KUOTA', ticketIds: ['t1'] })),
    ),
    by('ani', stepOf('noteOnTicket', { ticketId: 't1', text: 'Pelanggan menunggu' })),
    by('ani', stepOf('moveTicket', { ticketId: 't1', to: 'in_progress', note: 'Diperiksa' })),
    by('ani', stepOf('assignTicket', { ticketId: 't1', ownerId: 'budi', note: 'Tolong' })),
    by('ani', stepOf('changeContactDetails', { customerId: 'c1', changes: { city: 'Kendari' } }, {})),
    by('ani', stepOf('amendCustomer', { customerId: 'c1', changes: { pinnedNote: 'Suka WA' } }, {})),
    by('ani', stepOf('openTicket', ticket('t2', label))),
    by('ani', stepOf('moveTicket', { ticketId: 't1', to: 'resolved', resolutionCode: 'RESET' })),
  )
  await send('the same again', first)
  const stale = { phone: '+628171000000' }
  const results = await send(
    'work that meets others’',
    by('ani', stepOf('amendCustomer', { customerId: 'c1', changes: { interests: 'musik' } }, {})),
    by(
      'ani',
      stepOf('changeContactDetails', { customerId: 'c1', changes: { phone: '+628171000111' } }, stale),
    ),
    by(
      'ani',
      stepOf('changeContactDetails', { customerId: 'c2', changes: { phone: '+628171000222' } }, stale),
    ),
    by('ani', stepOf('moveTicket', { ticketId: 't2', to: 'closed', note: 'Sudah beres' })),
    by('ani', stepOf('amendCustomer', { customerId: 'c1', changes: { name: 'Wagiyem S.' } }, {})),
    by('ani', stepOf('noteOnTicket', { ticketId: 'nowhere', text: 'Menyusul' })),
    by('ani', { kind: 'teleportCustomer', v: 1, payload: { customerId: 'c1' } }),
    by('ani', { kind: 'noteOnTicket', v: 1, payload: { ticketId: 't1', text: '' } }),
    by('ani', stepOf('openTicket', { ...ticket('t3', label), code: 'T-MKS1-2611-0001' })),
    by('ani', stepOf('openTicket', { ...ticket('t1', label), code: `T-${label}-2611-0099` })),
    by('ani', stepOf('moveTicket', { ticketId: 't2', to: 'open' })),
    by('ani', stepOf('moveTicket', { ticketId: 't2', to: 'resolved' })),
    by('ani', stepOf('registerCustomer', provisional('n2', label, { name: 'Lain', phone: '+628171000002' }))),
    by(
      'ani',
      stepOf(
        'registerCustomer',
        provisional('n3', label, { name: 'moh. rizki pratama', phone: '+628171000009' }),
      ),
    ),
    by('ani', stepOf('registerCustomer', { ...provisional('n4', label), provenance: 'verified' })),
    by('rina', stepOf('noteOnTicket', { ticketId: 't1', text: 'Dari jauh' })),
    { ...by('ani', stepOf('noteOnTicket', { ticketId: 't1', text: 'PC lain' })), deviceId: 'elsewhere' },
  )
  const items = results.map(({ itemIds }) => itemIds?.[0] ?? '')
  const [, conflict = '', other = '', notMoved = '', notPermitted = ''] = items
  await send(
    'decisions and what supervisors, branch staff and admins do',
    by('sari', stepOf('decideItem', { itemId: conflict, decision: 'take_mine', customerId: 'c1' })),
    by('ani', stepOf('decideItem', { itemId: other, decision: 'keep_present' })),
    by('sari', stepOf('decideItem', { itemId: notMoved, decision: 'noted' })),
    by('budi', stepOf('decideItem', { itemId: notPermitted, decision: 'noted' })),
    by('budi', stepOf('decideItem', { itemId: conflict, decision: 'keep_present' })),
    by('sari', stepOf('linkCustomer', { absorbedId: 'n1', survivorId: 'c3' })),
    by('sari', stepOf('unlinkCustomer', { absorbedId: 'n1', survivorId: 'c3' })),
    by(
      'sari',
      stepOf('linkCustomer', { absorbedId: 'n2', survivorId: 'c2' }),
      stepOf('decideItem', { itemId: items[12] ?? '', decision: 'noted' }),
    ),
    by('sari', stepOf('linkCustomer', { absorbedId: 'n2', survivorId: 'c3' })),
    by(
      'budi',
      stepOf('registerCustomer', {
        ...provisional('n5', label, { name: 'Budiman', nikHash: 'a'.repeat(64), nikLast4: '1234' }),
        provenance: 'verified',
      }),
    ),
    by(
      'budi',
      stepOf('amendCustomer', { customerId: 'c2', changes: { name: 'Dewi L.' } }, { name: 'Dewi Lestari' }),
    ),
    by(
      'adi',
      stepOf('publishRelease', {
        version: '2026.11.1',
        effectiveFrom: '2026-11-01T00:00',
        notes: '',
        offerings: [offering],
      }),
    ),
  )
}

function feedPath(partition: string, { epoch, seq, commit }: Checkpoint, limit: number): string {
  return `/v1/feed?${new URLSearchParams({ partition, epoch, seq: String(seq), commit, limit: String(limit) })}`
}

async function pages(wire: Recorder, token: string, partitions: readonly string[]): Promise<void> {
  const start: Checkpoint = { epoch: '', seq: 0, commit: '' }
  for (const partition of partitions)
    await wire.get(`all of ${partition}`, feedPath(partition, start, 500), token)
  let after = start
  for (let more = true; more;) {
    const page = await wire.get<FeedPage>('a short page', feedPath('c:KDI', after, 7), token)
    after = page.checkpoint
    more = page.more
  }
  await wire.get(
    'a place that never was',
    feedPath('c:KDI', { ...after, commit: after.epoch === '' ? 'x' : 'never' }, 7),
    token,
  )
}

async function snapshots(wire: Recorder, token: string, partitions: readonly string[]): Promise<void> {
  for (const partition of partitions) {
    const { checkpoint } = await wire.get<SnapshotHead>(
      `snapshot of ${partition}`,
      `/v1/snapshot?${new URLSearchParams({ partition })}`,
      token,
    )
    for (const collection of collectionNames) {
      const query = new URLSearchParams({ partition, collection, afterId: '', limit: '1000' })
      await wire.get(`${collection} of ${partition}`, `/v1/snapshot/part?${query}`, token)
    }
    await wire.get(`nothing new in ${partition}`, feedPath(partition, checkpoint, 500), token)
  }
}
