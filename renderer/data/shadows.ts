import type { Ref, RefKey } from '#domain/sync/records.ts'
import { refKey } from '#domain/sync/records.ts'
import { readRefs, storedUnder, type Replica } from '#renderer/data/replica.ts'
import type { Shadow } from '#renderer/data/shadow-schema.ts'

export async function shadowsOf(replica: Replica, refs: readonly Ref[]): Promise<Map<RefKey, Shadow>> {
  const found = await storedUnder<Shadow>(replica.shadows, refs.map(refKey))
  return new Map(found.map((shadow) => [shadow.id, shadow]))
}

export async function putShadows(replica: Replica, shadows: readonly Shadow[]): Promise<void> {
  if (shadows.length === 0) return
  const { error } = await replica.shadows.bulkUpsert(shadows as Shadow[])
  if (error.length > 0) throw new Error('the replica refused a shadow')
}

export async function dropShadows(replica: Replica, keys: readonly RefKey[]): Promise<void> {
  if (keys.length > 0) await replica.shadows.bulkRemove([...keys])
}

/** Keeps headquarters' state of records that get their first unsettled operation: what stands in the replica is still it. */
export async function shade(replica: Replica, refs: readonly Ref[]): Promise<void> {
  const known = await shadowsOf(replica, refs)
  // Several operations may touch one record, and RxDB takes an id once in a batch.
  const once = new Map(refs.map((ref) => [refKey(ref), ref]))
  const fresh = [...once.values()].filter((ref) => !known.has(refKey(ref)))
  const present = new Map(
    (await readRefs(replica, fresh)).map((write) => [
      refKey({ collection: write.collection, id: write.record.id }),
      write.record,
    ]),
  )
  await putShadows(
    replica,
    fresh.map((ref) => {
      const record = present.get(refKey(ref))
      const shadow = { id: refKey(ref), of: ref.collection, docId: ref.id }
      return record === undefined ? shadow : { ...shadow, record }
    }),
  )
}
