import type {
  EventBulk,
  RxStorageChangeEvent,
  RxStorageDefaultCheckpoint,
  RxStorageInstance,
  RxStorageInstanceCreationParams,
} from 'rxdb/plugins/core'
import { Subject } from 'rxjs'
import { entities, type CollectionName } from '#domain/entities.ts'
import type { Entity } from '#domain/entity.ts'
import { isIndexed } from '#renderer/search/fill-index.ts'
import { foldingVersion } from '#renderer/search/pack-line.ts'
import { gistOf } from '#renderer/data/storage/gist.ts'
import { indexesOf } from '#renderer/data/storage/leaf-plan.ts'
import {
  ask,
  changedSince,
  checkpointOf,
  count,
  find,
  type Leaves,
} from '#renderer/data/storage/leaf-query.ts'
import { openLeaves, removeLeaves } from '#renderer/data/storage/leaf-store.ts'
import { write } from '#renderer/data/storage/leaf-write.ts'
import type { Gisting, Kept, Stored } from '#renderer/data/storage/leaf.ts'

type Checkpoint = RxStorageDefaultCheckpoint
type Changes = EventBulk<RxStorageChangeEvent<Stored>, Checkpoint>
type LeafInstance = RxStorageInstance<Kept, Leaves, object, Checkpoint>

/** One collection in leaves, as RxDB wants a storage to be. Nothing deleted is kept, as nothing is replicated from here. */
export async function openLeafInstance(
  name: string,
  { databaseName, collectionName, schema, options }: RxStorageInstanceCreationParams<Kept, object>,
): Promise<LeafInstance> {
  const indexes = indexesOf(schema, entities[collectionName as CollectionName] as Entity)
  const gisting = gistingOf(collectionName)
  const database = await openLeaves(name, indexes, gisting)
  const leaves: Leaves = {
    database,
    schema,
    indexes,
    gisting,
    unpaged: new Set(),
    keeping: { mayHave: true },
  }
  const changes = new Subject<Changes>()
  const close = async () => {
    changes.complete()
    // What is under way comes to its end all the same.
    database.close()
  }
  return {
    databaseName,
    collectionName,
    schema,
    options,
    internals: leaves,
    async bulkWrite(rows, context) {
      const { eventBulk, newestRow, errors } = await write(leaves, rows, context)
      if (newestRow !== undefined && eventBulk.events.length > 0)
        changes.next({ ...eventBulk, checkpoint: checkpointOf(newestRow.document) })
      return { error: errors }
    },
    findDocumentsById: (ids) => find(leaves, ids),
    query: async (question) => ({ documents: await ask(leaves, question) }),
    count: async (question) => ({
      count: await count(leaves, question),
      mode: question.queryPlan.selectorSatisfiedByIndex ? 'fast' : 'slow',
    }),
    getChangedDocumentsSince: (limit, checkpoint) => changedSince(leaves, limit, checkpoint),
    changeStream: () => changes.asObservable(),
    getAttachmentData: () => Promise.reject(new Error('no document has attachments')),
    cleanup: () => Promise.resolve(true),
    close,
    async remove() {
      await close()
      await removeLeaves(name)
    },
  }
}

function gistingOf(collection: string): Gisting {
  return {
    isSearched: isIndexed(collection),
    version: isIndexed(collection) ? foldingVersion : 0,
    gistOf: (document) => gistOf(collection, document),
  }
}

/** The leaves of a collection; nothing where its records stand in no leaves. */
export function storedLeaves({ internals }: Pick<LeafInstance, 'internals'>): Leaves | undefined {
  const { gisting }: Partial<Leaves> = internals
  return gisting === undefined ? undefined : internals
}
