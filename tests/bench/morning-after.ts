import { join } from 'node:path'
import { stopChild } from '#build/child.ts'
import { freePort, startHeadquarters } from '#build/local-headquarters.ts'
import { recordHash } from '#domain/sync/record-hash.ts'
import { chunked } from '#sync-server/storage/chunked.ts'
import { deskAt, desksPerCentre } from '#tests/server/large-operator.ts'
import type { Cluster } from '#tests/server/postgresql.ts'
import { median, type Figure } from './figure.ts'
import { httpWire, largeDesk, type HttpWire } from './http-wire.ts'
import { comeBack, fullDay, workOf, yesterday, type Day, type Returning } from './morning.ts'
import type { BenchOptions } from './options.ts'
import { computedBy, computedByDatabase, memoryOf } from './streams.ts'

/** An operator whose desks were all without a line for a day. */
export interface WithoutLine {
  readonly cluster: Cluster
  readonly url: string
  readonly centres: readonly string[]
  readonly customerIdsOf: (centre: string) => readonly string[]
}

/** A headquarters that desks ask over HTTP. */
export async function startedFor({ cluster, url }: Pick<WithoutLine, 'cluster' | 'url'>, from: number) {
  const port = await freePort(from)
  const env = { DATABASE_URL: url, LOKET_LOG: 'silent' }
  const running = await startHeadquarters(port, env, join(cluster.folder, `headquarters-${port}.log`))
  return { ...running, wire: httpWire(running.url) }
}

/** All desks come back at once with a day's work, or a share of it, to one or several processes before one database. */
export async function morningAfter(
  operator: WithoutLine,
  { day: share, processes }: Pick<BenchOptions, 'day' | 'processes'>,
): Promise<Figure[]> {
  const running: Awaited<ReturnType<typeof startedFor>>[] = []
  for (let n = 0; n < processes; n++) running.push(await startedFor(operator, 8880))
  const day: Day = {
    contacts: Math.round(fullDay.contacts * share),
    tickets: Math.round(fullDay.tickets * share),
  }
  const wires = running.map(({ wire }) => wire)
  const returning = await desksOf(operator, day, wires)
  const operations = returning.reduce((sum, { work }) => sum + work.length, 0)
  console.error(`${operations} operations wait for the line`)
  const computed = () => ({
    headquarters: running.reduce((sum, { child }) => sum + computedBy(child.pid), 0),
    database: computedByDatabase(operator.cluster.folder),
    desks: process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6,
  })
  const before = computed()
  const waits = await Promise.all(returning.map((each) => comeBack(each.wire, each)))
  const after = computed()
  const took = (['headquarters', 'database', 'desks'] as const).map(
    (who) => `${who} ${(after[who] - before[who]).toFixed(1)}`,
  )
  const refused = wires.reduce((sum, wire) => sum + wire.refused.count, 0)
  const most = running.map(({ child }) => Math.round(memoryOf(child.pid).most))
  console.error(
    `a day of ${day.contacts} contacts and ${day.tickets} tickets a centre; ${refused} times asked to come later; at most ${most.join(' and ')} MB; seconds of processor: ${took.join(', ')}`,
  )
  for (const { wire, child } of running) {
    wire.close()
    await stopChild(child)
  }
  return figuresOf(waits, { operations, share, processes })
}

/** The desks with their work, in the order in which they come: the line comes back for the whole country, not for one centre after the other. */
async function desksOf(
  { centres, customerIdsOf }: WithoutLine,
  day: Day,
  wires: readonly HttpWire[],
): Promise<(Returning & { readonly wire: HttpWire })[]> {
  const returning: (Returning & { readonly wire: HttpWire })[] = []
  const comeTogether = async (centre: string) => {
    const [first] = wires
    if (first === undefined) throw new Error('there is no headquarters')
    const was = await yesterday(largeDesk(first, centre, 1))
    for (let n = 1; n <= desksPerCentre; n++) {
      const { deviceId } = deskAt(centre, n)
      const wire = wires[recordHash(deviceId, 1) % wires.length] ?? first
      const desk = largeDesk(wire, centre, n)
      const work = workOf(desk, n, desksPerCentre, day, customerIdsOf(centre))
      const places = new Map([...was.places, [`d:${deviceId}`, { epoch: '', seq: 0, commit: '' }]])
      if (n > 1) places.delete(`d:${deskAt(centre, 1).deviceId}`)
      // A ticket comes with an event, and each of its two steps makes another.
      const expected = day.contacts + day.tickets * 4
      returning.push({ wire, desk, work, expected, before: was.before, places })
    }
  }
  for (const chunk of chunked(centres, 20)) await Promise.all(chunk.map(comeTogether))
  const placeOf = ({ desk }: Returning) => recordHash(desk.enrolment.deviceId, 0)
  return returning.toSorted((a, b) => placeOf(a) - placeOf(b))
}

function figuresOf(
  waits: readonly number[],
  { operations, share, processes }: { operations: number; share: number; processes: number },
): Figure[] {
  const slowest = Math.max(...waits) / 1000
  const before = processes === 1 ? '' : `, ${processes} processes`
  const onlyBy = share === 1 ? { onlyBy: '--day full' } : {}
  const named = `the morning after, ${share === 1 ? 'a full day' : `${share} of a day`}${before}`
  return [
    {
      bench: 'fleet',
      what: `${named}, ${operations} operations, all of it accepted, pulled and proven`,
      ours: slowest,
      peer: 60,
      peerName: 'what a full day may take',
      unit: 's',
      ...(share === 1 ? { goal: 1 } : {}),
      ...onlyBy,
    },
    {
      bench: 'fleet',
      what: `${named}, the slowest desk`,
      ours: slowest,
      peer: median(waits) / 1000,
      peerName: 'the median desk',
      unit: 's',
      goal: 3,
      ...onlyBy,
    },
  ]
}
