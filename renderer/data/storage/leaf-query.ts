import {
  getQueryMatcher,
  getSortComparator,
  type PreparedQuery,
  type RxJsonSchema,
  type RxStorageDefaultCheckpoint,
} from 'rxdb/plugins/core'
import { placeOf, type Place } from '#renderer/data/storage/leaf-plan.ts'
import { leafFinder } from '#renderer/data/storage/leaf-guess.ts'
import { answerOf, reading } from '#renderer/data/storage/leaf-store.ts'
import {
  inCoarseOrderOf,
  inOrderOf,
  inOrderOfIds,
  mostAtOnce,
  type Found,
} from '#renderer/data/storage/leaf-walk.ts'
import {
  documentOf,
  textAt,
  type Gisting,
  type Kept,
  type LeafIndex,
  type Stored,
} from '#renderer/data/storage/leaf.ts'

type Question = PreparedQuery<Kept>

/** A collection's leaves, and what is known of its documents. */
export interface Leaves {
  readonly database: IDBDatabase
  readonly schema: Readonly<RxJsonSchema<Stored>>
  readonly indexes: readonly LeafIndex[]
  readonly gisting: Gisting
  /** Where pages begin that are not kept. The disk knows it too, but only by reading all; here may be more than are. */
  readonly unpaged: Set<string>
  /** False only when it is known that no page is kept: a filling does not ask for any. */
  readonly keeping: { mayHave: boolean }
}

export async function ask(
  { database, schema, indexes }: Leaves,
  { query, queryPlan }: Question,
): Promise<Stored[]> {
  const place = placeOf(queryPlan, indexes)
  if (place === undefined) return []
  const skip = query.skip ?? 0
  const enough = skip + (query.limit ?? Infinity)
  const isMatch = place.isExact ? () => true : getQueryMatcher(schema, query as never)
  // Of documents that may not match nobody knows how many must be read for enough of them.
  const about = place.isExact || enough === Infinity ? enough : mostAtOnce
  const documents: Stored[] = []
  if (enough === 0) return documents
  for await (const found of walk(reading(database), place, place.isSorted ? about : Infinity)) {
    for (const { text } of found) {
      const document = documentOf(text)
      if (isMatch(document)) documents.push(document)
    }
    if (place.isSorted && documents.length >= enough) break
  }
  if (!place.isSorted) documents.sort(getSortComparator(schema, query as never))
  return documents.slice(skip, enough)
}

/** How many there are; without reading them where an index knows. */
export async function count(leaves: Leaves, question: Question): Promise<number> {
  const place = placeOf(question.queryPlan, leaves.indexes)
  if (place === undefined) return 0
  const { index, range, isExact } = place
  if (index === undefined || index.grain !== undefined || !isExact)
    return (await ask(leaves, question)).length
  return answerOf(reading(leaves.database).index(index.name).count(range))
}

export async function find({ database }: Leaves, ids: readonly string[]): Promise<Stored[]> {
  const leafWith = await leafFinder(database, ids.length)
  const found = await Promise.all(
    ids.map(async (id) => {
      const leaf = await leafWith(id)
      return leaf === undefined ? [] : documentOf(textAt(leaf, leaf.ids.indexOf(id)))
    }),
  )
  return found.flat()
}

/** RxDB's migrations read an older schema's documents with this. Nobody writes those any more: the order of ids serves. */
export async function changedSince(
  { database }: Leaves,
  limit: number,
  since: RxStorageDefaultCheckpoint = { id: '', lwt: 0 },
): Promise<{ documents: Stored[]; checkpoint: RxStorageDefaultCheckpoint }> {
  const documents: Stored[] = []
  for await (const found of inOrderOfIds(reading(database), IDBKeyRange.bound(since.id, [], true), limit)) {
    documents.push(...found.slice(0, limit - documents.length).map(({ text }) => documentOf(text)))
    if (documents.length === limit) break
  }
  const last = documents.at(-1)
  return { documents, checkpoint: last === undefined ? since : checkpointOf(last) }
}

export function checkpointOf({ id, _meta: { lwt } }: Stored): RxStorageDefaultCheckpoint {
  return { id, lwt }
}

function walk(store: IDBObjectStore, { index, range }: Place, about: number): AsyncGenerator<Found[]> {
  if (index === undefined) return inOrderOfIds(store, range, about)
  const { name, grain } = index
  return grain === undefined
    ? inOrderOf(name, store, range, about)
    : inCoarseOrderOf({ name, grain }, store, range, about)
}
