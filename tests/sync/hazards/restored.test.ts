import 'fake-indexeddb/auto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { headquarters, testClock, type TestHeadquarters } from '#tests/server/headquarters.ts'
import { customer } from '#tests/server/payloads.ts'
import { copyOf, postgresql, type Cluster } from '#tests/server/postgresql.ts'
import { testDesk, type TestDesk } from '#tests/sync/desk.ts'
import { agreesWith } from '#tests/sync/hazards/agreement.ts'
import { within } from '#tests/sync/hazards/faulty.ts'
import { person, registerMany, settled } from '#tests/sync/kendari.ts'

/** A headquarters whose database may be another one after it was stopped. */
interface Standing {
  readonly hq: TestHeadquarters
  stop(): Promise<void>
  start(url: string): Promise<void>
}

async function standing(url: string): Promise<Standing> {
  const clock = testClock()
  const now = { hq: await headquarters({ url, clock }) }
  const hq = new Proxy(now.hq, {
    get: (_first, name) => Reflect.get(now.hq, name) as unknown,
  })
  return {
    hq,
    async stop() {
      await now.hq[Symbol.asyncDispose]()
    },
    async start(other) {
      now.hq = await headquarters({ url: other, clock })
    },
  }
}

const centres = ['KDI', 'MKS']
const people = [
  { centreId: 'KDI', username: 'ani', seed: 1 },
  { centreId: 'KDI', username: 'budi', seed: 2 },
  { centreId: 'MKS', username: 'rina', seed: 3 },
] as const

/** Ten changes of every kind at one desk: half of them on what stood before the backup. */
async function tenOperations(desk: TestDesk, known: string, turn: number): Promise<void> {
  const { customerId } = await desk.must(
    'registerCustomer',
    person(`Baru ${turn}`, `+62819${1_000_000 + turn}`),
  )
  const ticket = {
    type: 'complaint',
    department: 'care',
    priority: 'p2',
    subject: 'x',
    channel: 'sms',
  } as const
  for (const id of [known, customerId]) {
    const { ticketId } = await desk.must('openTicket', { ...ticket, customerId: id })
    await desk.must('noteOnTicket', { ticketId, text: `catatan ${turn}` })
    await desk.must('moveTicket', { ticketId, to: 'in_progress' })
    await desk.must('amendCustomer', { customerId: id, changes: { pinnedNote: `pesan ${turn}` }, base: {} })
  }
  await desk.must('changeContactDetails', { customerId, changes: { city: `Kota ${turn}` }, base: {} })
}

describe.each([
  'and nobody wrote there before they came back',
  'and others wrote until its counter had passed their places',
])('headquarters restored from a backup of before a hundred operations, %s', (later) => {
  let cluster: Cluster
  beforeAll(async () => {
    cluster = await postgresql()
  })
  afterAll(async () => {
    await cluster[Symbol.asyncDispose]()
  })

  test('[B1][B2][F6] (H11) all desks notice by themselves, all hundred stand there again exactly once, and every replica equals headquarters', async () => {
    const url = await cluster.createDatabase()
    const at = await standing(url)
    const { hq } = at
    for (const centre of centres) await hq.seedCentre(centre)
    for (const { username, centreId } of people) await hq.seedStaff(username, 'branch', centreId)
    await hq.seedStaff('lain', 'branch', 'KDI')
    await hq.seedStaff('juga', 'branch', 'MKS')
    const desks: TestDesk[] = []
    for (const who of people) desks.push(await testDesk(hq, who))
    const known: string[] = []
    for (const [index, desk] of desks.entries()) {
      known.push((await registerMany(desk, 1, 10 * index))[0] ?? '')
      await settled(desk)
    }
    await at.stop()
    const backup = await copyOf(url, `backup_${later.length}`)
    await at.start(url)

    // A hundred operations after the backup; ninety came in, ten are on their way when headquarters falls.
    for (let turn = 0; turn < 9; turn++) {
      const which = turn % desks.length
      await tenOperations(desks[which] as TestDesk, known[which] ?? '', turn)
      for (const desk of desks) await settled(desk)
    }
    await hq.write([{ collection: 'customers', record: customer('ghost', 'KDI') }], 'c:KDI')
    for (const desk of desks) await settled(desk)
    expect(await desks[0]?.ask('customer', 'ghost')).not.toBeNull()
    await at.stop()
    for (const desk of desks) desk.line.cut()
    await tenOperations(desks[0] as TestDesk, known[0] ?? '', 9)
    const captured = new Set<string>()
    for (const desk of desks) for (const { opId } of await desk.ask('outbox', 500)) captured.add(opId)
    expect(captured.size).toBe(100 + desks.length)

    await at.start(backup)
    const others = later.includes('others') ? 130 : 0
    for (const [index, name] of ['lain', 'juga'].entries()) {
      const stranger = others > 0 ? await hq.desk(centres[index] ?? '', name) : undefined
      for (let n = 0; n < others; n++)
        await hq.write(
          [{ collection: 'customers', record: customer(`later-${name}-${n}`, centres[index] ?? '') }],
          stranger?.partition,
        )
    }
    for (const desk of desks) desk.line.restore()
    for (const desk of desks)
      expect(
        await within(desk, 600, async () => {
          const { waiting, ready, link } = await desk.ask('sync')
          return waiting === 0 && ready && link === 'up'
        }),
      ).toBeDefined()
    for (let again = 0; again < 2; again++)
      for (const desk of desks) {
        desk.clock.pass(3_600_000)
        await settled(desk)
      }

    const taken = await hq.database.query<{ op_id: string; outcome: string }>(
      `select op_id, result::jsonb ->> 'outcome' as outcome from operation`,
    )
    expect(new Set(taken.map(({ op_id }) => op_id))).toEqual(captured)
    expect(taken.filter(({ outcome }) => outcome === 'needs_attention')).toEqual([])
    const twice = await hq.database.query(
      `select 1 from document where collection in ('ticketEvents', 'contacts') and rev > 1`,
    )
    expect(twice).toEqual([])
    for (const desk of desks) {
      await agreesWith(hq, desk)
      expect(await desk.ask('customer', 'ghost')).toBeNull()
      expect(await desk.ask('sync')).toMatchObject({ waiting: 0, parked: 0, openItems: 0, ready: true })
    }
    for (const desk of desks) await desk[Symbol.asyncDispose]()
    await at.stop()
  }, 300_000)
})
