import { CourierRun, partsKey, type ReadAnswer } from '#domain/courier/answer.ts'
import type { CollectionName } from '#domain/entities.ts'
import type { Checkpoint, FeedChange, FeedPage, SnapshotPart } from '#domain/sync/feed.ts'
import type { Answer, Link } from '#domain/sync/link.ts'

/** What a page or a part brings in the place of these changes. */
export type Newest = (changes: readonly FeedChange[]) => Promise<readonly FeedChange[]>

const silent = async (): Promise<Answer<never>> => ({ ok: false, problem: { code: 'unreachable' } })
const answered = <T>(value: T): Answer<T> => ({ ok: true, value })

/**
 * Headquarters at the instant of an answer, as a line to it: what pulls and primes over a line takes a file by the same
 * functions. [J3]
 */
export function answerLink({ answer, pages, parts }: ReadAnswer, newest: Newest): Link {
  return {
    enrol: silent,
    signIn: silent,
    refresh: silent,
    report: silent,
    standing: silent,
    lastWords: silent,
    rollout: silent,
    ordersToAnswer: silent,
    send: silent,
    setAside: silent,
    pokes: () => ({ ended: Promise.resolve(), close: () => {} }),
    probe: async () => false,
    protocol: () => undefined,
    async page(_token, partition, after) {
      const left = (pages.get(partition) ?? []).filter(({ end }) => end > after.seq)
      const [next] = left
      if (next === undefined) return answered(nothingAfter(after))
      const page = (JSON.parse(next.text) as CourierRun).page ?? nothingAfter(after)
      return answered({ ...page, changes: [...(await newest(page.changes))] })
    },
    async snapshotHead(_token, partition) {
      const head = answer.heads[partition]
      return head === undefined ? silent() : answered(head)
    },
    async snapshotPart(_token, { partition, collection, afterId }) {
      const all = parts.get(partsKey(partition, collection)) ?? []
      // Ids are in the order of headquarters' database, which is not that of this machine.
      const next = afterId === '' ? 0 : all.findIndex(({ end }) => end === afterId) + 1
      const run = all[next]
      if (run === undefined) return answered({ records: [], more: false })
      const { records = [] } = (JSON.parse(run.text) as CourierRun).part ?? {}
      return answered(await partOf(collection, records, next + 1 < all.length, newest))
    },
    digest: async () => answered(answer.digest),
  }
}

function nothingAfter(checkpoint: Checkpoint): FeedPage {
  return { changes: [], checkpoint, more: false }
}

async function partOf(
  collection: CollectionName,
  records: SnapshotPart['records'],
  more: boolean,
  newest: Newest,
): Promise<SnapshotPart> {
  const changes = await newest(records.map((record) => ({ collection, id: record.id, put: record })))
  return { records: changes.flatMap(({ put }) => put ?? []), more }
}
