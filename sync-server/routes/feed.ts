import { Type } from 'typebox'
import { text } from '#domain/fields.ts'
import { FeedPage, partitionsOf } from '#domain/sync/feed.ts'
import { feedPage } from '#sync-server/sync/page.ts'
import { readRoute } from './route.ts'

const Ask = Type.Object({
  partition: text(80),
  epoch: text(64),
  seq: Type.Integer({ minimum: 0 }),
  commit: text(64),
  limit: Type.Integer({ minimum: 1, maximum: 1000, default: 500 }),
})

export const feedRoute = readRoute(
  {
    path: '/v1/feed',
    summary: 'What happened in a partition after a checkpoint',
    ask: Ask,
    answer: FeedPage,
  },
  ({ database }, { device }, { partition, epoch, seq, commit, limit }) =>
    feedPage(database, partitionsOf(device), { partition, after: { epoch, seq, commit }, limit }),
)
