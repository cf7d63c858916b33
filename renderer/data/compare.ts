import { collectionNames, type AnyRecord, type CollectionName } from '#domain/entities.ts'
import type { Problem } from '#domain/problems.ts'
import type { Digest, FeedChange, PartitionId } from '#domain/sync/feed.ts'
import type { Answer } from '#domain/sync/link.ts'
import { recordHash } from '#domain/sync/record-hash.ts'
import type { Checkpoints } from '#renderer/data/checkpoints.ts'
import type { DeskCore } from '#renderer/data/desk-core.ts'
import { paced } from '#renderer/data/paced.ts'
import { gistsOf, plain, readRecords, scan } from '#renderer/data/replica.ts'
import type { Shadow } from '#renderer/data/shadow-schema.ts'
import { take } from '#renderer/data/take.ts'

export type Comparison =
  | { readonly kind: 'equal' }
  | { readonly kind: 'moved' }
  | { readonly kind: 'different'; readonly collections: readonly CollectionName[] }

/** Count and hash of headquarters' state as this desk holds it, against headquarters' own. *Ready* is said only when they agree. [P5] */
export async function compare(core: DeskCore, digest: Digest, checkpoints: Checkpoints): Promise<Comparison> {
  const moved = Object.entries(digest.seqs).some(
    ([partition, seq]) => (checkpoints.of(partition)?.seq ?? 0) !== seq,
  )
  if (moved) return { kind: 'moved' }
  const different: CollectionName[] = []
  for (const collection of collectionNames) {
    const theirs = digest.collections[collection] ?? { count: 0, hash: 0 }
    const ours = await core.exclusive(() => digestOf(core, collection))
    if (ours.count !== theirs.count || ours.hash !== theirs.hash) different.push(collection)
  }
  return different.length === 0 ? { kind: 'equal' } : { kind: 'different', collections: different }
}

async function digestOf(
  { replica }: DeskCore,
  collection: CollectionName,
): Promise<{ count: number; hash: number }> {
  const shadows = (await replica.shadows.find({ selector: { of: collection } }).exec()).map((document) =>
    plain<Shadow>(document),
  )
  let count = 0
  let hash = 0
  const add = ({ id, rev }: Pick<AnyRecord, 'id' | 'rev'>, times: 1 | -1) => {
    if (rev === 0) return
    count += times
    hash += times * recordHash(id, rev)
  }
  for await (const gists of gistsOf(replica, collection))
    for (const gist of gists)
      if (gist.hash !== undefined) {
        count += 1
        hash += gist.hash
      }
  // What is captured here and not settled counts as headquarters has it.
  const effective = await readRecords(
    replica,
    collection,
    shadows.map(({ docId }) => docId),
  )
  for (const record of effective) add(record, -1)
  for (const { record } of shadows) if (record !== undefined) add(record, 1)
  return { count, hash }
}

type Call = <T>(ask: (token: string) => Promise<Answer<T>>) => Promise<Answer<T>>

/**
 * Pulls collections anew that do not agree: takes every record, then lets go of what headquarters does not have. That
 * goes at once, for a ticket alone would leave the contact that it was opened with. [O1]
 */
export async function pullAnew(
  core: DeskCore,
  call: Call,
  partitions: readonly PartitionId[],
  collections: readonly CollectionName[],
  checkpoints: Checkpoints,
): Promise<Problem | undefined> {
  const gone: FeedChange[] = []
  for (const collection of collections) {
    const there = await call((token) => takeAll(core, token, partitions, collection, checkpoints))
    if (!there.ok) return there.problem
    for await (const records of scan(core.replica, collection))
      for (const { id, rev } of records) if (rev > 0 && !there.value.has(id)) gone.push({ collection, id })
  }
  if (gone.length > 0) await take(core, gone)
  return undefined
}

/** Takes every record of a collection that headquarters has for this desk. Answers their ids. */
async function takeAll(
  core: DeskCore,
  token: string,
  partitions: readonly PartitionId[],
  collection: CollectionName,
  checkpoints: Checkpoints,
): Promise<Answer<ReadonlySet<string>>> {
  const ids = new Set<string>()
  for (const partition of partitions) {
    const upTo = checkpoints.of(partition)?.seq ?? 0
    for (let afterId = '', more = true; more;) {
      const after = afterId
      const part = await paced(core.around, core.paces.part, {
        ask: (limit) => core.link.snapshotPart(token, { partition, collection, afterId: after, limit, upTo }),
        weight: ({ records }) => records.length,
      })
      if (!part.ok) return part
      const { records } = part.value
      await take(
        core,
        records.map((record): FeedChange => ({ collection, id: record.id, put: record })),
      )
      for (const { id } of records) ids.add(id)
      afterId = records.at(-1)?.id ?? afterId
      more = part.value.more
    }
  }
  return { ok: true, value: ids }
}
