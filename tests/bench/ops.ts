import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { stopChild } from '#build/child.ts'
import { freePort, startHeadquarters } from '#build/local-headquarters.ts'
import { openPglite } from '#sync-server/storage/pglite.ts'
import { stepOf } from '#domain/steps.ts'
import type { Operation, OperationResult } from '#domain/sync/operation.ts'
import { binaries, postgresql, type Cluster } from '#tests/server/postgresql.ts'
import { contact, ticket } from '#tests/server/payloads.ts'
import type { Desk } from '#tests/server/wire-desk.ts'
import { median, quantile, type Figure } from './figure.ts'
import { customerIdOf, seedOperator } from './operator.ts'

const runs = 3
const customersPerCentre = 200
const batch = 50
const oneCentre = { what: 'one centre, 5 desks', centres: 1, desksPerCentre: 5, customersPerCentre }
const manyCentres = { what: '16 centres, 16 desks', centres: 16, desksPerCentre: 1, customersPerCentre }

/**
 * What an operation costs: a contact that opens a ticket, sent by desks in full batches over HTTP, beside pgbench writing
 * the same rows in one transaction each, with prepared statements, on the same server. PGlite stands beside PostgreSQL.
 */
export async function ops(): Promise<Figure[]> {
  await using cluster = await postgresql({ durable: true })
  const one = await onPostgresql(cluster, oneCentre)
  const many = await onPostgresql(cluster, manyCentres, 2)
  const embedded = await onPglite(join(cluster.folder, 'embedded'), oneCentre)
  const [first, second] = one
  const onBoth = { bench: 'ops', peerName: 'the same on PostgreSQL', unit: 'ms' }
  return [
    ...one,
    ...many,
    {
      ...onBoth,
      what: `one operation, ${oneCentre.what}, on PGlite`,
      ours: embedded.perOperation,
      peer: first?.ours ?? Number.NaN,
    },
    {
      ...onBoth,
      what: `a batch of ${batch}, p95, ${oneCentre.what}, on PGlite`,
      ours: quantile(embedded.batches, 0.95),
      peer: second?.ours ?? Number.NaN,
    },
  ]
}

const notes = [
  `ops: ours is headquarters as a process of its own, asked over HTTP by desks that each send batches of ${batch}, checked, applied, and answered one by one; so many ms are 1,000 / ms operations a second`,
  'pgbench: -n -M prepared -j 1, as many clients as desks, 8 s, one transaction for one operation with the same rows, after it on the same server; PostgreSQL as it comes (fsync on) for both',
]

type Operator = typeof oneCentre

async function onPostgresql(cluster: Cluster, operator: Operator, goal?: number): Promise<Figure[]> {
  const url = await cluster.createDatabase()
  const desks = await seedOperator({ ...operator, url })
  const env = { DATABASE_URL: url, LOKET_LOG: 'silent' }
  const running = await startHeadquarters(await freePort(8790), env, join(cluster.folder, 'headquarters.log'))
  const [ours, peers, waits]: [number[], number[], number[]] = [[], [], []]
  // The first batches warm both up.
  await send(running.url, desks, 2)
  const script = await scriptFor(url, cluster.folder, operator.centres)
  for (let run = 0; run < runs; run++) {
    const { perOperation, batches } = await send(running.url, desks, 8)
    ours.push(perOperation)
    waits.push(...batches)
    peers.push(await pgbench(url, cluster.folder, script, desks.length))
  }
  await stopChild(running.child)
  return [
    {
      bench: 'ops',
      what: `one operation, ${operator.what}`,
      ours: median(ours),
      peer: median(peers),
      peerName: 'pgbench, same rows',
      unit: 'ms',
      notes,
      ...(goal === undefined ? {} : { goal }),
    },
    {
      bench: 'ops',
      what: `a batch of ${batch}, p95, ${operator.what}`,
      ours: quantile(waits, 0.95),
      peer: median(peers) * batch * desks.length,
      peerName: 'as many of pgbench’s at its median pace',
      unit: 'ms',
    },
  ]
}

/** The same of headquarters on its embedded default. */
async function onPglite(folder: string, operator: Operator): ReturnType<typeof send> {
  const database = await openPglite(folder)
  const desks = await seedOperator({ ...operator, database })
  const running = await startHeadquarters(
    await freePort(8790),
    { LOKET_DATA: folder, LOKET_LOG: 'silent' },
    `${folder}.log`,
  )
  await send(running.url, desks, 2)
  const [ours, waits]: [number[], number[]] = [[], []]
  for (let run = 0; run < runs; run++) {
    const { perOperation, batches } = await send(running.url, desks, 2)
    ours.push(perOperation)
    waits.push(...batches)
  }
  await stopChild(running.child)
  return { perOperation: median(ours), batches: waits }
}

/** Every desk sends batches, the next one after the last answer. ms for one operation of all, and for each batch. */
async function send(
  address: string,
  desks: readonly Desk[],
  batches: number,
): Promise<{ readonly perOperation: number; readonly batches: readonly number[] }> {
  const waits: number[] = []
  const begin = performance.now()
  await Promise.all(
    desks.map(async (desk) => {
      for (let n = 0; n < batches; n++) {
        const operations = Array.from({ length: batch }, () => aContact(desk))
        const asked = performance.now()
        const response = await fetch(`${address}/v1/operations`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'x-loket-protocol': '1',
            authorization: `Bearer ${desk.session.accessToken}`,
          },
          body: JSON.stringify({ protocol: 1, operations }),
        })
        const { results } = (await response.json()) as { results: OperationResult[] }
        waits.push(performance.now() - asked)
        const refused = results.find(({ outcome }) => outcome !== 'accepted')
        if (refused !== undefined) throw new Error(`an operation was not taken: ${JSON.stringify(refused)}`)
      }
    }),
  )
  return { perOperation: (performance.now() - begin) / (desks.length * batches * batch), batches: waits }
}

const made = { count: 0 }

function aContact(desk: Desk): Operation {
  const { label, centre } = desk.enrolment
  const n = (made.count += 1)
  const customerId = customerIdOf(centre.id, (n * 31) % customersPerCentre)
  const ticketId = `${label}-t${n}`
  return desk.operation(
    stepOf('openTicket', ticket(ticketId, label, { customerId, ownerId: desk.session.person.id })),
    stepOf(
      'recordContact',
      contact(`${label}-k${n}`, {
        customerId,
        ticketIds: [ticketId],
        note: 'Sinyal hilang sejak pagi, sudah restart.',
      }),
    ),
  )
}

/** The rows of the newest operation, as a transaction that writes the same with other ids. */
async function scriptFor(url: string, folder: string, centres: number): Promise<string> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const rows = async (sql: string, values: readonly unknown[] = []) =>
    (await client.query<Record<string, string>>(sql, values as unknown[])).rows
  const [operation = {}] = await rows(
    'select *, body::text as words from operation order by op_id desc limit 1',
  )
  const seqs = (JSON.parse(operation['result'] ?? '{}') as OperationResult).seqs
  const [place] = Object.entries(seqs)
  if (place === undefined) throw new Error('the operation has no place')
  const written = await rows(
    `select d.collection, d.body::text as words from feed f join document d on d.collection = f.collection and d.id = f.doc_id
     where f.partition = $1 and f.seq = $2`,
    place,
  )
  await client.end()
  // pgbench takes `:name` for a variable, in the middle of a text too.
  const body = (words: unknown) => `'${String(words).replaceAll("'", "''").replaceAll(':', ': ')}'`
  const file = join(folder, 'same-rows.sql')
  const lines = [
    '\\set r random(1, 1000000000000000)',
    `\\set centre :client_id % ${centres}`,
    'begin;',
    `insert into operation (op_id, device_id, device_seq, actor_id, centre_id, captured_at, accepted_at, body, result)
      values ('o' || :r::text, 'd' || :client_id::text, 1, 'ani', 'C', 1, 1, ${body(operation['words'])}, ${body(operation['result'])}::text);`,
    `update device set last_seq = greatest(last_seq, 2) where label = 'none';`,
    `insert into document (collection, id, home, rev, body) values ${written
      .map(({ collection, words }, n) => `('${collection}', 'b${n}-' || :r::text, 'B', 1, ${body(words)})`)
      .join(', ')};`,
    `insert into partition (id, seq) values ('b:' || :centre::text, 1)
      on conflict (id) do update set seq = partition.seq + 1 returning seq as place \\gset`,
    `insert into partition_commit (partition, seq, commit_id, at) values ('b:' || :centre::text, :place::bigint, 'c' || :r::text, 1);`,
    `insert into feed (partition, collection, doc_id, seq, rev, op, hash) values ${written
      .map(
        ({ collection }, n) =>
          `('b:' || :centre::text, '${collection}', 'b${n}-' || :r::text, :place::bigint, 1, 'put', :r::bigint)`,
      )
      .join(', ')};`,
    'commit;',
  ]
  await writeFile(file, lines.map((line) => line.replaceAll('\n', ' ')).join('\n'))
  return file
}

/** ms for one transaction of all clients together. */
async function pgbench(url: string, folder: string, script: string, clients: number): Promise<number> {
  const database = new URL(url).pathname.slice(1)
  const options = `-h ${folder} -U loket -n -M prepared -f ${script} -c ${clients} -j 1 -T 8 ${database}`
  const { stdout } = await promisify(execFile)(join(binaries, 'pgbench'), options.split(' '))
  const perSecond = Number(/tps = ([\d.]+)/.exec(stdout)?.[1])
  if (!(perSecond > 0)) throw new Error(`pgbench said: ${stdout}`)
  return 1000 / perSecond
}
