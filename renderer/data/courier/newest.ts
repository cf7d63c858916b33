import { collectionNames, type AnyRecord } from '#domain/entities.ts'
import type { FeedChange } from '#domain/sync/feed.ts'
import { refKey, type RefKey } from '#domain/sync/records.ts'
import type { DeskCore } from '#renderer/data/desk-core.ts'
import { readRefs } from '#renderer/data/replica.ts'
import { shadowsOf } from '#renderer/data/shadows.ts'

/** The same changes, each at its newer revision of the two that headquarters had: the file's, or what is here already. */
export async function newestOf(
  { replica }: Pick<DeskCore, 'replica'>,
  changes: readonly FeedChange[],
): Promise<readonly FeedChange[]> {
  const refs = changes.filter(
    ({ collection, put }) => put !== undefined && collectionNames.includes(collection),
  )
  const here = new Map<RefKey, AnyRecord>()
  for (const { collection, record } of await readRefs(replica, refs))
    here.set(refKey({ collection, id: record.id }), record)
  // Under unsettled work stands what headquarters had.
  for (const [key, { record }] of await shadowsOf(replica, refs))
    if (record === undefined) here.delete(key)
    else here.set(key, record)
  return changes.map((change) => {
    const known = here.get(refKey(change))
    return change.put === undefined || known === undefined || known.rev <= change.put.rev
      ? change
      : { ...change, put: known }
  })
}
