import { Type } from 'typebox'
import { collectionNames } from '#domain/entities.ts'
import { oneOf, text } from '#domain/fields.ts'
import { SnapshotHead, SnapshotPart, partitionsOf } from '#domain/sync/feed.ts'
import { snapshotHead, snapshotPart } from '#sync-server/sync/snapshot.ts'
import { deskRoute } from './route.ts'

export const snapshotRoute = deskRoute(
  {
    method: 'GET',
    path: '/v1/snapshot',
    summary: 'Where the feed goes on after a snapshot, and how much there is to carry',
    query: Type.Object({ partition: text(80) }),
    answer: SnapshotHead,
  },
  ({ database }, { device }, { query }) => snapshotHead(database, partitionsOf(device), query.partition),
)

const PartAsk = Type.Object({
  partition: text(80),
  collection: oneOf(collectionNames),
  afterId: text(64),
  limit: Type.Integer({ minimum: 1, maximum: 2000, default: 1000 }),
})

export const snapshotPartRoute = deskRoute(
  {
    method: 'GET',
    path: '/v1/snapshot/part',
    summary: 'Records of one collection above an id',
    query: PartAsk,
    answer: SnapshotPart,
  },
  ({ database }, { device }, { query }) => snapshotPart(database, partitionsOf(device), query),
)
