import { join } from 'node:path'
import { request } from 'node:http'
import { json } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { startChild, stopChild } from '#build/child.ts'
import { freePort, startHeadquarters } from '#build/local-headquarters.ts'
import { stepOf } from '#domain/steps.ts'
import type { Poke } from '#domain/sync/link.ts'
import { recordHash } from '#domain/sync/record-hash.ts'
import { chunked } from '#sync-server/storage/chunked.ts'
import { openPostgresql } from '#sync-server/storage/postgresql.ts'
import { deskAt, desksPerCentre, fillOperator, inCentre, manned } from '#tests/server/large-operator.ts'
import { contact } from '#tests/server/payloads.ts'
import { postgresql, type Cluster } from '#tests/server/postgresql.ts'
import { median, type Figure } from './figure.ts'
import { httpWire, largeDesk, type HttpWire } from './http-wire.ts'
import { comeBack, fullDay, workOf, yesterday, type Day, type Returning } from './morning.ts'
import { computedBy, computedByDatabase, memoryOf, openStreams, type PokedCentre } from './streams.ts'
import type { BenchOptions } from './options.ts'

const runs = 3
const desks = manned * desksPerCentre
/** A small centre is enough: what a desk carries already is not asked for again. */
const customersPerCentre = 40

/** An operator's desks before one process: all streams of pokes open, and the morning after a day without a line. */
export async function fleet({ day }: Pick<BenchOptions, 'day'>): Promise<Figure[]> {
  await using cluster = await postgresql()
  const url = await cluster.createDatabase()
  const database = openPostgresql(url)
  const { centres, recordsPerCentre } = await fillOperator(database, {
    documents: 1,
    customersPerCentre,
    leastCentres: manned,
  })
  const customers = await database.query<{ id: string }>(
    `select id from document where collection = 'customers' and home = 'c:C0001' order by id`,
  )
  await database.close()
  const customerIdsOf = (centre: string) => customers.map(({ id }) => inCentre(id, centre))
  console.error(`${centres.length} centres of ${recordsPerCentre} records, ${desks} desks`)
  return [
    ...(await streams(cluster, url, centres, customerIdsOf)),
    ...(await morning(cluster, url, centres, customerIdsOf, day)),
  ]
}

async function started(cluster: Cluster, url: string) {
  const log = join(cluster.folder, 'headquarters.log')
  const running = await startHeadquarters(
    await freePort(8880),
    { DATABASE_URL: url, LOKET_LOG: 'silent' },
    log,
  )
  return { ...running, wire: httpWire(running.url) }
}

async function streams(
  cluster: Cluster,
  url: string,
  centres: readonly string[],
  customerIdsOf: (centre: string) => readonly string[],
): Promise<Figure[]> {
  const { wire, child } = await started(cluster, url)
  const ours = await openStreams(
    centres.map((centre) => deskCentre(wire, centre, customerIdsOf(centre))),
    desksPerCentre,
  )
  const port = await freePort(8980)
  const bare = startChild(process.execPath, [join(import.meta.dirname, 'bare-streams.ts')], {
    env: { ...process.env, LOKET_PORT: String(port) },
    logFile: join(cluster.folder, 'bare.log'),
  })
  const isUp = () =>
    fetch(`http://127.0.0.1:${port}/`, { method: 'POST' }).then(
      () => true,
      () => false,
    )
  while (!(await isUp())) await pause(100)
  const theirs = await openStreams(
    centres.map((centre) => bareCentre(`http://127.0.0.1:${port}/${centre}`)),
    desksPerCentre,
  )
  console.error('all streams are open')
  const [waits, peers]: [number[], number[]] = [[], []]
  for (let run = 0; run < runs; run++) {
    peers.push(await theirs.measure(36))
    waits.push(await ours.measure(36))
  }
  const peerName = 'a bare Node server with as many streams'
  const figures: Figure[] = [
    {
      bench: 'fleet',
      what: `from a desk's work to its poke at each desk of the centre, p95, ${desks} streams`,
      ours: median(waits),
      peer: median(peers),
      peerName,
      unit: 'ms',
    },
    {
      bench: 'fleet',
      what: `memory of the process with ${desks} streams`,
      ours: memoryOf(child.pid).now,
      peer: memoryOf(bare.pid).now,
      peerName,
      unit: 'MB',
    },
  ]
  wire.close()
  await stopChild(child)
  await stopChild(bare)
  return figures
}

function deskCentre(wire: HttpWire, centre: string, customerIds: readonly string[]): PokedCentre {
  const desk = largeDesk(wire, centre, 1)
  const made = { count: 0 }
  return {
    listen: (n, onPoke) => wire.listen(deskAt(centre, n).token, onPoke),
    async work() {
      const n = (made.count += 1)
      const customerId = customerIds[n % customerIds.length] ?? ''
      const operation = desk.operation(stepOf('recordContact', contact(`${centre}-p${n}`, { customerId })))
      const [result] = await desk.send(operation)
      return { partition: desk.partition, seq: result?.seqs[desk.partition] ?? 0 }
    },
  }
}

function bareCentre(url: string): PokedCentre {
  return {
    listen: (_n, onPoke) =>
      new Promise((resolve) => {
        request(url, (response) => {
          resolve()
          response.setEncoding('utf8').on('data', (events: string) => {
            for (const [, data = ''] of events.matchAll(/^data: (.*)$/gm)) onPoke(JSON.parse(data) as Poke)
          })
        }).end()
      }),
    work: () =>
      new Promise((resolve, reject) => {
        request(url, { method: 'POST' }, (response) => {
          void json(response).then((said) =>
            resolve({ partition: new URL(url).pathname, seq: (said as Poke).seq }),
          )
        })
          .on('error', reject)
          .end()
      }),
  }
}

async function morning(
  cluster: Cluster,
  url: string,
  centres: readonly string[],
  customerIdsOf: (centre: string) => readonly string[],
  share: number,
): Promise<Figure[]> {
  const { wire, child } = await started(cluster, url)
  const day: Day = {
    contacts: Math.round(fullDay.contacts * share),
    tickets: Math.round(fullDay.tickets * share),
  }
  const returning: Returning[] = []
  const comeTogether = async (centre: string) => {
    const first = await yesterday(largeDesk(wire, centre, 1))
    for (let n = 1; n <= desksPerCentre; n++) {
      const desk = largeDesk(wire, centre, n)
      const work = workOf(desk, n, desksPerCentre, day, customerIdsOf(centre))
      const places = new Map([
        ...first.places,
        [`d:${desk.enrolment.deviceId}`, { epoch: '', seq: 0, commit: '' }],
      ])
      places.delete(n === 1 ? '' : `d:${deskAt(centre, 1).deviceId}`)
      // A ticket comes with an event, and each of its two steps makes another.
      returning.push({ desk, work, expected: day.contacts + day.tickets * 4, before: first.before, places })
    }
  }
  for (const chunk of chunked(centres, 20)) await Promise.all(chunk.map(comeTogether))
  const operations = returning.reduce((sum, { work }) => sum + work.length, 0)
  console.error(`${operations} operations wait for the line`)
  const before = computedBy(child.pid)
  const { user, system } = process.cpuUsage()
  const databaseBefore = computedByDatabase(cluster.folder)
  // The line comes back for the whole country, not for one centre after the other.
  const shuffled = returning.toSorted(
    (a, b) => recordHash(a.desk.enrolment.deviceId, 0) - recordHash(b.desk.enrolment.deviceId, 0),
  )
  const waits = await Promise.all(shuffled.map((each) => comeBack(wire, each)))
  const desksTook = process.cpuUsage({ user, system })
  const took = {
    headquarters: computedBy(child.pid) - before,
    database: computedByDatabase(cluster.folder) - databaseBefore,
    desks: (desksTook.user + desksTook.system) / 1_000_000,
  }
  const { most } = memoryOf(child.pid)
  console.error(
    `a day of ${day.contacts} contacts and ${day.tickets} tickets a centre; ${wire.refused.count} times asked to come later; at most ${Math.round(most)} MB; seconds of processor: ${Object.entries(
      took,
    )
      .map(([who, seconds]) => `${who} ${Math.round(seconds)}`)
      .join(', ')}`,
  )
  wire.close()
  await stopChild(child)
  const slowest = Math.max(...waits) / 1000
  const named = `the morning after, ${share === 1 ? 'a full day' : `${share} of a day`}`
  return [
    {
      bench: 'fleet',
      what: `${named}, ${operations} operations, all of it accepted, pulled and proven`,
      ours: slowest,
      peer: 60,
      peerName: 'what a full day may take',
      unit: 's',
      ...(share === 1 ? { goal: 1 } : {}),
    },
    {
      bench: 'fleet',
      what: `${named}, the slowest desk`,
      ours: slowest,
      peer: median(waits) / 1000,
      peerName: 'the median desk',
      unit: 's',
      goal: 3,
    },
  ]
}
