import type { CourierAnswer, CourierRun } from '#domain/courier/answer.ts'
import type { Bytes } from '#domain/courier/primitives.ts'
import { sealFile } from '#domain/courier/seal.ts'
import { collectionNames } from '#domain/entities.ts'
import { partitionsOf, type Checkpoint, type PartitionId, type SnapshotHead } from '#domain/sync/feed.ts'
import type { OperationResult } from '#domain/sync/operation.ts'
import { protocolVersion } from '#domain/sync/session.ts'
import type { Headquarters } from '#sync-server/headquarters.ts'
import { courierKeysOf } from '#sync-server/storage/courier-keys.ts'
import type { Sql } from '#sync-server/storage/database.ts'
import type { Device } from '#sync-server/storage/devices.ts'
import { atOneInstant } from '#sync-server/storage/feed.ts'
import { keysOf } from '#sync-server/storage/meta.ts'
import { digestAt } from '#sync-server/sync/digest.ts'
import { isOurs, pageAt } from '#sync-server/sync/page.ts'
import { headAt, partAt } from '#sync-server/sync/snapshot.ts'
import { courierKeys, courierSecrets } from './keys.ts'
import { nodePacking } from './packing.ts'
import { nodePrimitives } from './primitives.ts'

/** What a desk is to be answered; without a file that it sent, it is filled for the first time. */
export interface AnswerAsk {
  readonly to?: string
  readonly places: Readonly<Record<PartitionId, Checkpoint>>
  readonly whole: boolean
  readonly results: readonly OperationResult[]
}

const start: Checkpoint = { epoch: '', seq: 0, commit: '' }
const pageSize = 500
const partSize = 1000

/** A file for one desk: its results, and headquarters at one instant as far as the desk carries it. `undefined` before it told its keys. */
export async function writeAnswer(
  { database, clock }: Pick<Headquarters, 'database' | 'clock'>,
  device: Device,
  ask: AnswerAsk,
): Promise<Bytes | undefined> {
  const keys = await keysOf(database)
  const to = await courierKeysOf(database, device.id)
  if (to === undefined) return undefined
  const at = clock.now()
  const packed = await atOneInstant(database, (sql) => packAnswer(sql, partitionsOf(device), ask, at))
  const head = {
    kind: 'answer' as const,
    fileId: clock.newId(),
    deviceId: device.id,
    label: device.label,
    headquarters: courierKeys(keys).sign,
    createdAt: at,
  }
  return sealFile(nodePrimitives, { from: courierSecrets(keys), to }, head, packed)
}

async function packAnswer(
  sql: Sql,
  carried: readonly PartitionId[],
  { to, places, whole, results }: AnswerAsk,
  at: number,
): Promise<Bytes> {
  const from = Object.fromEntries(
    carried.flatMap((partition) => {
      const place = places[partition]
      return place === undefined ? [] : [[partition, place]]
    }),
  )
  const restored = !(await areOurs(sql, from))
  const answer: CourierAnswer = {
    protocol: protocolVersion,
    ...(to === undefined ? {} : { to }),
    at,
    restored,
    from: {},
    heads: {},
    results: [...results],
    digest: await digestAt(sql, carried),
  }
  const pages = whole || restored ? undefined : await pagesFrom(sql, carried, from)
  return nodePacking.pack(
    pages === undefined ? wholeLines(sql, carried, answer) : [JSON.stringify({ ...answer, from }), ...pages],
  )
}

async function areOurs(sql: Sql, places: Readonly<Record<PartitionId, Checkpoint>>): Promise<boolean> {
  for (const [partition, place] of Object.entries(places))
    if (!(await isOurs(sql, partition, place))) return false
  return true
}

const lineOf = (run: CourierRun) => JSON.stringify(run)

/** The feed of each partition from a place to its head; `undefined` when a transaction is too large for a page. [F7] */
async function pagesFrom(
  sql: Sql,
  carried: readonly PartitionId[],
  from: Readonly<Record<PartitionId, Checkpoint>>,
): Promise<string[] | undefined> {
  const lines: string[] = []
  for (const partition of carried) {
    let after = from[partition] ?? start
    for (let more = true; more;) {
      const page = await pageAt(sql, carried, { partition, after, limit: pageSize })
      if (!page.ok) return undefined
      lines.push(lineOf({ partition, page: page.value }))
      ;({ checkpoint: after, more } = page.value)
    }
  }
  return lines
}

/** Everything, partition by partition and collection by collection; too much to be in memory at once. */
async function* wholeLines(
  sql: Sql,
  carried: readonly PartitionId[],
  answer: CourierAnswer,
): AsyncGenerator<string> {
  const heads: Record<PartitionId, SnapshotHead> = {}
  for (const partition of carried) heads[partition] = await headAt(sql, partition)
  yield JSON.stringify({ ...answer, heads })
  for (const partition of carried)
    for (const collection of collectionNames)
      for (let afterId = '', more = true; more;) {
        const part = await partAt(sql, { partition, collection, afterId, limit: partSize })
        yield lineOf({ partition, collection, part })
        afterId = part.records.at(-1)?.id ?? afterId
        more = part.more
      }
}
