import { Type } from 'typebox'
import { collectionNames } from '#domain/entities.ts'
import { oneOf, text } from '#domain/fields.ts'
import { SnapshotHead, SnapshotPart, partitionsOf } from '#domain/sync/feed.ts'
import { AskColumns, foldPart } from '#domain/sync/in-columns.ts'
import { heldOf } from '#sync-server/sync/held.ts'
import { snapshotHead, snapshotPart } from '#sync-server/sync/snapshot.ts'
import { readRoute, Written } from './route.ts'

export const snapshotRoute = readRoute(
  {
    path: '/v1/snapshot',
    summary: 'Where the feed goes on after a snapshot, and how much there is to carry',
    ask: Type.Object({ partition: text(80) }),
    answer: SnapshotHead,
  },
  async ({ database, settings, log }, { device }, { partition }) => {
    const head = await snapshotHead(database, partitionsOf(device), partition, settings.mostRecords)
    // A desk asks for all its partitions at once; one line says it.
    const isFirst = partition === partitionsOf(device)[0]
    if (isFirst && !head.ok && head.problem.code === 'too_much_to_carry')
      log.warn({ device: device.label, records: head.problem.detail }, 'a desk would carry too much')
    return head
  },
)

const PartAsk = Type.Object({
  partition: text(80),
  collection: oneOf(collectionNames),
  afterId: text(64),
  limit: Type.Integer({ minimum: 1, maximum: 2000, default: 1000 }),
  upTo: Type.Optional(Type.Integer({ minimum: 0 })),
  form: AskColumns,
  /** Collections of this partition that the desk has had whole, with commas: their ids need not be told again. */
  held: Type.Optional(text(400)),
})

export const snapshotPartRoute = readRoute(
  {
    path: '/v1/snapshot/part',
    summary: 'Records of one collection above an id',
    ask: PartAsk,
    answer: SnapshotPart,
  },
  async ({ database }, { device }, { form, held, ...ask }) => {
    const part = await snapshotPart(database, partitionsOf(device), ask)
    if (!part.ok || form === undefined) return part
    const short = await heldOf(database, ask, part.value.records, held?.split(',') ?? [])
    const columns = foldPart(part.value, short)
    return columns === undefined ? part : { ok: true, value: new Written(columns) }
  },
)
