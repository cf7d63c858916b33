import { Type } from 'typebox'
import { id, text } from '#domain/fields.ts'
import { FeedPage, partitionsOf } from '#domain/sync/feed.ts'
import { feedPage } from '#sync-server/sync/page.ts'
import { readRoute } from './route.ts'

const Ask = Type.Object({
  partition: text(80),
  epoch: text(64),
  seq: Type.Integer({ minimum: 0 }),
  commit: text(64),
  limit: Type.Integer({ minimum: 1, maximum: 1000, default: 500 }),
  /** An operation that was answered with a place in this partition. */
  answered: Type.Optional(id()),
})

export const feedRoute = readRoute(
  {
    path: '/v1/feed',
    summary: 'What happened in a partition after a checkpoint',
    ask: Ask,
    answer: FeedPage,
  },
  ({ database }, { device }, { epoch, seq, commit, ...ask }) =>
    feedPage(database, partitionsOf(device), { ...ask, after: { epoch, seq, commit } }),
)
