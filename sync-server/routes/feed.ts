import { Type } from 'typebox'
import { id, text } from '#domain/fields.ts'
import { FeedPage, partitionsOf } from '#domain/sync/feed.ts'
import { AskColumns, FoldedPage, foldPage } from '#domain/sync/in-columns.ts'
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
  form: AskColumns,
})

export const feedRoute = readRoute(
  {
    path: '/v1/feed',
    summary: 'What happened in a partition after a checkpoint',
    ask: Ask,
    answer: Type.Union([FeedPage, FoldedPage]),
  },
  async ({ database }, { device }, { epoch, seq, commit, form, ...ask }) => {
    const page = await feedPage(database, partitionsOf(device), { ...ask, after: { epoch, seq, commit } })
    return page.ok && form !== undefined ? { ok: true, value: foldPage(page.value) } : page
  },
)
