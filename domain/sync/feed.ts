import { Type, type Static } from 'typebox'
import { id, text } from '#domain/fields.ts'
import type { CollectionName } from '#domain/entities.ts'

/** `global`, `c:<centre>` or `d:<device>`. */
export type PartitionId = string
export const globalPartition: PartitionId = 'global'
export const centrePartition = (centreId: string): PartitionId => `c:${centreId}`
const devicePartition = (deviceId: string): PartitionId => `d:${deviceId}`

/** What one device carries, in the order it pulls. */
export function partitionsOf(device: {
  readonly id: string
  readonly centreId: string
}): readonly PartitionId[] {
  return [globalPartition, centrePartition(device.centreId), devicePartition(device.id)]
}

/** A place in one partition's history. `commit` is a random id per (partition, seq): it tells a restored server from a slow one. */
export const Checkpoint = Type.Object({
  epoch: id(),
  seq: Type.Integer({ minimum: 0 }),
  commit: text(64),
})
export type Checkpoint = Static<typeof Checkpoint>

const collection = () => Type.Unsafe<CollectionName>(Type.String({ maxLength: 32 }))

/** `put`: the record's present state. `left`: it is no longer in any partition of this device; not a deletion. */
export const FeedChange = Type.Object({
  collection: collection(),
  id: id(),
  put: Type.Optional(
    Type.Object({ id: id(), rev: Type.Integer({ minimum: 1 }) }, { additionalProperties: true }),
  ),
})
export type FeedChange = Static<typeof FeedChange>

/** A run of one partition's feed in commit order, ending at a transaction's edge. `checkpoint` is where the next page begins. */
export const FeedPage = Type.Object({
  changes: Type.Array(FeedChange),
  checkpoint: Checkpoint,
  more: Type.Boolean(),
})
export type FeedPage = Static<typeof FeedPage>

/** The beginning of priming: where the feed goes on after the snapshot, and how much there is to carry. */
export const SnapshotHead = Type.Object({
  checkpoint: Checkpoint,
  counts: Type.Record(Type.String(), Type.Integer({ minimum: 0 })),
})
export type SnapshotHead = Static<typeof SnapshotHead>

/** One part of a partition's snapshot, by collection and id; asked for again after a cut with the last id that was stored. */
export const SnapshotPart = Type.Object({
  records: Type.Array(
    Type.Object({ id: id(), rev: Type.Integer({ minimum: 1 }) }, { additionalProperties: true }),
  ),
  more: Type.Boolean(),
})
export type SnapshotPart = Static<typeof SnapshotPart>

/** Records of one collection with ids above `afterId`, in the order of ids. `upTo`: the feed's place from which it goes on. [R5] */
export interface PartAsk {
  readonly partition: PartitionId
  readonly collection: CollectionName
  readonly afterId: string
  readonly limit: number
  readonly upTo?: number
}

const CollectionDigest = Type.Object({ count: Type.Integer({ minimum: 0 }), hash: Type.Integer() })
/** Count and sum of record hashes of everything in the device's partitions, and the feed's places at which that was so. */
export const Digest = Type.Object({
  seqs: Type.Record(Type.String(), Type.Integer({ minimum: 0 })),
  collections: Type.Record(Type.String(), CollectionDigest),
})
export type Digest = Static<typeof Digest>

/** `detail` of `history_changed`: the history is the same, but a transaction is too large for the pages asked for. [F7] */
export const tooLargeForPages = 'prime again'
