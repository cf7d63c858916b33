import { join } from 'node:path'
import { request } from 'node:http'
import { json } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { startChild, stopChild } from '#build/child.ts'
import { freePort } from '#build/local-headquarters.ts'
import { stepOf } from '#domain/steps.ts'
import type { Poke } from '#domain/sync/link.ts'
import { openPostgresql } from '#sync-server/storage/postgresql.ts'
import { deskAt, desksPerCentre, fillOperator, inCentre, manned } from '#tests/server/large-operator.ts'
import { contact } from '#tests/server/payloads.ts'
import { postgresql } from '#tests/server/postgresql.ts'
import { median, type Figure } from './figure.ts'
import { largeDesk, type HttpWire } from './http-wire.ts'
import { morningAfter, startedFor, type WithoutLine } from './morning-after.ts'
import type { BenchOptions } from './options.ts'
import { memoryOf, openStreams, type PokedCentre } from './streams.ts'

const runs = 3
const desks = manned * desksPerCentre
/** A small centre is enough: what a desk carries already is not asked for again. */
const customersPerCentre = 40

/** An operator's desks before one process: all streams of pokes open, and the morning after a day without a line. */
export async function fleet(options: Pick<BenchOptions, 'day' | 'processes'>): Promise<Figure[]> {
  await using cluster = await postgresql({ durable: true })
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
  const operator = { cluster, url, centres, customerIdsOf }
  const across = options.processes > 1 ? await pokesAcross(operator) : []
  return [...(await streams(operator)), ...across, ...(await morningAfter(operator, options))]
}

async function streams({ cluster, url, centres, customerIdsOf }: WithoutLine): Promise<Figure[]> {
  const { wire, child } = await startedFor({ cluster, url }, 8880)
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
  const notes = [
    'fleet: ten centres at a time are at work; the bare server writes the same words to the same streams and stores nothing',
    'fleet: the morning is one run, of desks on this very machine that ask in columns and open a page once for all desks of a centre, answers that are no columns unpacked; pokes are medians of three',
  ]
  const figures: Figure[] = [
    {
      bench: 'fleet',
      what: `from a desk's work to its poke at each desk of the centre, p95, ${desks} streams`,
      ours: median(waits),
      peer: median(peers),
      peerName,
      unit: 'ms',
      notes,
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

/** The same when desks work through one process and listen at another one before the same database. */
async function pokesAcross({ cluster, url, centres, customerIdsOf }: WithoutLine): Promise<Figure[]> {
  const [working, listening] = [
    await startedFor({ cluster, url }, 8880),
    await startedFor({ cluster, url }, 8880),
  ]
  const ours = await openStreams(
    centres.map((centre) => deskCentre(working.wire, centre, customerIdsOf(centre), listening.wire)),
    desksPerCentre,
  )
  const waits: number[] = []
  for (let run = 0; run < runs; run++) waits.push(await ours.measure(36))
  for (const { wire, child } of [working, listening]) {
    wire.close()
    await stopChild(child)
  }
  return [
    {
      bench: 'fleet',
      what: `from a desk's work at one process to its poke at each desk of the centre at another, p95, ${desks} streams`,
      ours: median(waits),
      peer: 1000,
      peerName: 'the most it may be',
      unit: 'ms',
      most: 1000,
      onlyBy: '--processes 2',
    },
  ]
}

function deskCentre(
  wire: HttpWire,
  centre: string,
  customerIds: readonly string[],
  listening = wire,
): PokedCentre {
  const desk = largeDesk(wire, centre, 1)
  const made = { count: 0 }
  return {
    listen: (n, onPoke) => listening.listen(deskAt(centre, n).token, onPoke),
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
