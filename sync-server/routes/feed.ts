import { Type } from 'typebox'
import { id, text } from '#domain/fields.ts'
import { FeedPage, partitionsOf } from '#domain/sync/feed.ts'
import { AskColumns, foldPage } from '#domain/sync/in-columns.ts'
import { writtenPage } from '#sync-server/sync/written-page.ts'
import { readRoute, Written } from './route.ts'

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

const recordByRecord = { name: 'records', write: (page: FeedPage) => JSON.stringify(page) }
const inColumns = { name: 'columns', write: (page: FeedPage) => foldPage(page) ?? JSON.stringify(page) }

export const feedRoute = readRoute(
  {
    path: '/v1/feed',
    summary: 'What happened in a partition after a checkpoint',
    ask: Ask,
    answer: FeedPage,
  },
  async (hq, { device }, { epoch, seq, commit, form, ...ask }) => {
    const page = await writtenPage(
      hq,
      partitionsOf(device),
      { ...ask, after: { epoch, seq, commit } },
      form === undefined ? recordByRecord : inColumns,
    )
    return page.ok ? { ok: true, value: new Written(page.value) } : page
  },
)
