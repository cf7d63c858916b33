import { afterAll, beforeAll, expect, test } from 'vitest'
import { stepOf } from '#domain/steps.ts'
import type { Poke } from '#domain/sync/link.ts'
import type { Operation, OperationResult } from '#domain/sync/operation.ts'
import { httpLink } from '#renderer/data/http-link.ts'
import { systemClock } from '#sync-server/clock.ts'
import { chunked } from '#sync-server/storage/chunked.ts'
import { openDatabase, type Place } from '#sync-server/storage/open.ts'
import { headquarters } from './headquarters.ts'
import { ticket } from './payloads.ts'
import { postgresql, type Cluster } from './postgresql.ts'
import { ended, post, ready, running } from './server-process.ts'
import type { Desk } from './wire-desk.ts'

const centres = ['KDI', 'MKS', 'DPS']

let cluster: Cluster
let place: Place
let desks: Desk[]

beforeAll(async () => {
  cluster = await postgresql()
  place = { data: '', databaseUrl: await cluster.createDatabase() }
  const clock = { ...systemClock, advance: () => undefined }
  await using hq = await headquarters({ database: await openDatabase(place, clock), clock })
  desks = []
  for (const centre of centres) {
    await hq.seedCentre(centre)
    await hq.seedStaff(`ani-${centre}`, 'branch', centre)
    for (let n = 0; n < 2; n++) desks.push(await hq.desk(centre, `ani-${centre}`))
  }
})
afterAll(() => cluster[Symbol.asyncDispose]())

async function twoProcesses() {
  const env = { DATABASE_URL: place.databaseUrl ?? '' }
  const both = await Promise.all([running(env), running(env)])
  for (const { origin } of both) await ready(origin, 200)
  return both
}

const made = { count: 0 }
const opens = (desk: Desk) => {
  const id = `${desk.enrolment.label}-${(made.count += 1)}`
  return desk.operation(stepOf('openTicket', ticket(id, desk.enrolment.label)))
}

test('[K1] whoever listens at one process hears of what was written through another', async () => {
  const [one, other] = await twoProcesses()
  const [desk] = desks
  if (one === undefined || other === undefined || desk === undefined) throw new Error('nobody is there')
  const heard = new Map<number, () => void>()
  const places = new Set<number>()
  const link = httpLink((path, init) => fetch(`${other.origin}${path}`, init))
  const stream = link.pokes(desk.session.accessToken, ({ partition, seq }: Poke) => {
    if (partition !== desk.partition) return
    places.add(seq)
    heard.get(seq)?.()
  })
  const [result] = await post(one.origin, desk.session.accessToken, [opens(desk)])
  const seq = result?.seqs[desk.partition] ?? 0
  if (!places.has(seq)) await new Promise<void>((resolve) => heard.set(seq, resolve))
  expect(result?.outcome).toBe('accepted')
  stream.close()
  await stream.ended
  for (const each of [one, other]) each.child.kill('SIGTERM')
  expect(await Promise.all([one, other].map(ended))).toEqual([0, 0])
})

/** Sends a desk's work batch by batch; where one process does not answer, the same batch goes to the other. */
async function sendAll(
  origins: readonly string[],
  desk: Desk,
  operations: readonly Operation[],
  onAnswer: () => void,
): Promise<OperationResult[]> {
  const results: OperationResult[] = []
  const at = { origin: 0 }
  for (const batch of chunked(operations, 10))
    for (;;) {
      const answer = await post(origins[at.origin] ?? '', desk.session.accessToken, batch).catch(
        () => undefined,
      )
      if (answer !== undefined) {
        results.push(...answer)
        onAnswer()
        break
      }
      at.origin = (at.origin + 1) % origins.length
    }
  return results
}

test('[O2] (H8) a process that is killed in a storm loses nothing: its desks go on at the other, and each operation takes effect once', async () => {
  const [killed, other] = await twoProcesses()
  if (killed === undefined || other === undefined) throw new Error('nobody is there')
  const before = await countAll()
  const storm = desks.map((desk) => ({ desk, operations: Array.from({ length: 60 }, () => opens(desk)) }))
  const answered = { count: 0 }
  const origins = [killed.origin, other.origin]
  const sent = storm.map(({ desk, operations }, n) =>
    // Half of the desks begin at the one that will be killed.
    sendAll(n % 2 === 0 ? origins : origins.toReversed(), desk, operations, () => {
      answered.count += 1
      if (answered.count === 9) killed.child.kill('SIGKILL')
    }),
  )
  const results = await Promise.all(sent)
  await ended(killed)
  for (const [n, { operations }] of storm.entries())
    expect(results[n]?.map(({ opId, outcome }) => [opId, outcome])).toEqual(
      operations.map(({ opId }) => [opId, 'accepted']),
    )
  const many = storm.length * 60
  expect(await countAll()).toEqual({
    tickets: before.tickets + many,
    events: before.events + many,
    operations: before.operations + many,
    changedTwice: 0,
    unanswered: 0,
  })
  other.child.kill('SIGTERM')
  expect(await ended(other)).toBe(0)
})

async function countAll() {
  const database = await openDatabase(place, systemClock)
  const [counts] = await database.query<
    Record<'tickets' | 'events' | 'operations' | 'changedTwice' | 'unanswered', number>
  >(
    `select count(*) filter (where collection = 'tickets') as tickets,
       count(*) filter (where collection = 'ticketEvents') as events,
       count(*) filter (where collection in ('tickets', 'ticketEvents') and rev > 1) as "changedTwice",
       (select count(*) from operation) as operations,
       (select count(*) from operation where result is null) as unanswered
     from document`,
  )
  await database.close()
  if (counts === undefined) throw new Error('nothing was counted')
  return counts
}
