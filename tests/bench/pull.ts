import { join } from 'node:path'
import { stopChild } from '#build/child.ts'
import { freePort, startHeadquarters } from '#build/local-headquarters.ts'
import { openPostgresql } from '#sync-server/storage/postgresql.ts'
import { fillOperator } from '#tests/server/large-operator.ts'
import { postgresql, type Cluster } from '#tests/server/postgresql.ts'
import { beginning, type Desk } from '#tests/server/wire-desk.ts'
import { median, quantile, type Figure } from './figure.ts'
import { httpWire, largeDesk, type HttpWire } from './http-wire.ts'
import type { BenchOptions } from './options.ts'

const runs = 3
const askedEach = 100
const few = 100_000
const goal = 1.3

const questions: readonly (readonly [what: string, ask: (desk: Desk) => Promise<unknown>])[] = [
  ['a page of 500 changes', (desk) => desk.page(desk.partition, beginning, 500)],
  [
    'a part of 250 contacts',
    (desk) =>
      desk.post('/v1/snapshot/part', {
        partition: desk.partition,
        collection: 'contacts',
        afterId: '',
        limit: 250,
      }),
  ],
  ['a digest', (desk) => desk.get('/v1/digest')],
]

/** Whether one centre feels how large the operator's tables are: the same questions at 100,000 documents and at many more. */
export async function pull({ documents }: Pick<BenchOptions, 'documents'>): Promise<Figure[]> {
  await using cluster = await postgresql({ durable: true })
  const small = await operatorOf(cluster, few, 8840)
  const large = await operatorOf(cluster, documents, 8860)
  const figures: Figure[] = []
  for (const [what, ask] of questions) {
    const [ours, peers]: [number[], number[]] = [[], []]
    // The first answers warm both up.
    await p95s([large.wire, small.wire], ask)
    for (let run = 0; run < runs; run++) {
      const [of = 0, than = 0] = await p95s([large.wire, small.wire], ask)
      ours.push(of)
      peers.push(than)
    }
    figures.push({
      bench: 'pull',
      what: `${what}, p95, ${large.documents} documents`,
      ours: median(ours),
      peer: median(peers),
      peerName: `${small.documents} documents`,
      unit: 'ms',
      goal,
      notes: [
        `pull: ours and the peer are the same headquarters before two databases of one PostgreSQL; p95 of ${askedEach} questions in turn by desks of 40 centres, over HTTP`,
      ],
    })
  }
  for (const each of [small, large]) await each.stop()
  return figures
}

/** To fill tables takes longer than any statement of headquarters may, and sorts more than one does. */
const roomy = `&statement_timeout=0&options=${encodeURIComponent('-c work_mem=256MB -c maintenance_work_mem=1GB')}`

async function operatorOf(cluster: Cluster, asked: number, port: number) {
  const url = await cluster.createDatabase()
  const database = openPostgresql(`${url}${roomy}`)
  const began = performance.now()
  const { documents } = await fillOperator(database, { documents: asked })
  await database.close()
  console.error(`${documents} documents after ${Math.round((performance.now() - began) / 1000)} s`)
  const log = join(cluster.folder, `headquarters-${port}.log`)
  const running = await startHeadquarters(
    await freePort(port),
    { DATABASE_URL: url, LOKET_LOG: 'silent' },
    log,
  )
  const wire = httpWire(running.url)
  const stop = async () => {
    wire.close()
    await stopChild(running.child)
  }
  return { documents, wire, stop }
}

/** ms; the same question to each in turn, by desks of different centres. */
async function p95s(wires: readonly HttpWire[], ask: (desk: Desk) => Promise<unknown>): Promise<number[]> {
  const waits = wires.map((): number[] => [])
  for (let n = 0; n < askedEach; n++)
    for (const [place, wire] of wires.entries()) {
      const desk = largeDesk(wire, `C${String(1 + (n % 40)).padStart(4, '0')}`, 1)
      const began = performance.now()
      await ask(desk)
      waits[place]?.push(performance.now() - began)
    }
  return waits.map((each) => quantile(each, 0.95))
}
