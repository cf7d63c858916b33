import {
  addRxPlugin,
  createRxDatabase,
  getChangedDocumentsSince,
  type RxCollection,
  type RxDatabase,
  type RxStorage,
  type RxStorageDefaultCheckpoint,
  type RxStorageInstance,
} from 'rxdb/plugins/core'
import { RxDBMigrationSchemaPlugin } from 'rxdb/plugins/migration-schema'
import {
  collectionNames,
  entities,
  type AnyRecord,
  type CollectionName,
  type RecordOf,
} from '#domain/entities.ts'
import type { Entity } from '#domain/entity.ts'
import type { Ref, Write } from '#domain/sync/records.ts'
import { inTime } from '#renderer/data/in-time.ts'
import type { Surroundings } from '#renderer/data/machine.ts'
import { migrationsOf } from '#renderer/data/migrations.ts'
import { rxSchemaOf } from '#renderer/data/rx-schema.ts'
import { outboxMigrations, outboxSchema, type OutboxEntry } from '#renderer/data/outbox-schema.ts'
import { shadowSchema, type Shadow } from '#renderer/data/shadow-schema.ts'
import { gistOf, readGist, type Gist } from '#renderer/data/storage/gist.ts'
import { storedLeaves } from '#renderer/data/storage/leaf-instance.ts'
import type { Leaves } from '#renderer/data/storage/leaf-query.ts'
import { allGists } from '#renderer/data/storage/leaf-store.ts'
import type { Asked } from '#renderer/data/whole.ts'

type Collections = { [C in CollectionName]: RxCollection<RecordOf<C>> } & {
  outbox: RxCollection<OutboxEntry>
  shadows: RxCollection<Shadow>
}

/**
 * The local store: effective records, the outbox and the shadows. Only `renderer/data` sees it, and only the writer
 * (`writer.ts`) writes it. Twelve collections of the thirteen that RxDB's free version opens.
 */
export type Replica = RxDatabase<Collections> & {
  /** The questions that screens have open now. */
  readonly asked: Set<Asked>
}

/** Opens it; one that an older console left is brought to the present schemas first, with everything in it. [V8] */
export async function openReplica(
  name: string,
  storage: RxStorage<unknown, unknown>,
  around: Pick<Surroundings, 'after'>,
): Promise<Replica> {
  addRxPlugin(RxDBMigrationSchemaPlugin)
  // A migration takes its time; only the opening may hang.
  const replica = await inTime(around, 'the replica', opened(name, storage))
  try {
    for (const each of ['outbox', ...collectionNames] as const) await migrate(replica[each])
  } catch (fault) {
    await replica.close()
    throw fault
  }
  return Object.assign(replica, { asked: new Set<Asked>() })
}

async function opened(name: string, storage: RxStorage<unknown, unknown>): Promise<RxDatabase<Collections>> {
  const replica = await createRxDatabase<Collections>({
    name,
    storage,
    multiInstance: false,
    closeDuplicates: true,
  })
  try {
    await replica.addCollections({
      ...Object.fromEntries(
        collectionNames.map((each) => [
          each,
          {
            schema: rxSchemaOf(entityOf(each)),
            migrationStrategies: migrationsOf(entityOf(each)),
            autoMigrate: false,
          },
        ]),
      ),
      outbox: { schema: outboxSchema, migrationStrategies: outboxMigrations, autoMigrate: false },
      shadows: { schema: shadowSchema },
    })
    return replica
  } catch (fault) {
    await replica.close()
    throw fault
  }
}

/**
 * What a collection's older schema holds, into the present one. RxDB's own `autoMigrate` believes a failure that it wrote
 * down for ever: after one full disk the replica would never open again (tried). So each start begins where it stopped.
 */
async function migrate(collection: RxCollection): Promise<void> {
  if (!(await collection.migrationNeeded())) return
  await collection.startMigration(1000)
  // It resolves after a failure too; the old schema is forgotten only when everything was brought over.
  if (await collection.migrationNeeded()) throw new Error(`the replica keeps its old ${collection.name}`)
}

function entityOf(name: CollectionName): Entity {
  // `derive` takes the entity's own record; whoever calls it through here passes a record of that collection.
  return entities[name]
}

/**
 * What is stored under these ids now, in no particular order. Asked of the storage itself: RxDB's `findByIds` answers
 * from a cache of documents that may be older than the writer's last write (seed 107 of the simulator: an older shadow
 * came back on its author's screen).
 */
export async function storedUnder<T>(
  { storageInstance }: Pick<RxCollection<T>, 'storageInstance'>,
  ids: readonly string[],
): Promise<T[]> {
  if (ids.length === 0) return []
  return (await storageInstance.findDocumentsById([...ids], false)).map((document) => bare(document) as T)
}

export function readRecords(
  replica: Replica,
  collection: CollectionName,
  ids: readonly string[],
): Promise<AnyRecord[]> {
  // What the collections have in common is enough here.
  return storedUnder(replica[collection] as unknown as RxCollection<AnyRecord>, ids)
}

export async function readRefs(replica: Replica, refs: readonly Ref[]): Promise<Write[]> {
  const found = await Promise.all(
    [...byCollection(refs, (ref) => ref.id)].map(async ([collection, ids]) =>
      (await readRecords(replica, collection, ids)).map((record) => ({ collection, record }) as Write),
    ),
  )
  return found.flat()
}

/**
 * Stores effective records; throws when the disk refuses one, so that no checkpoint goes past it. [P3] RxDB writes one
 * collection after the other: in the order of `entities`, so that a contact never stands here before its ticket. [O1]
 */
export async function writeRecords(replica: Replica, writes: readonly Write[]): Promise<void> {
  const groups = byCollection(writes, (write) => write.record)
  for (const collection of collectionNames) {
    const records = groups.get(collection)
    if (records === undefined) continue
    const derive = entityOf(collection).derive
    const rows = records.map((record) => ({ ...record, ...derive(record as never) }))
    const refused = await upsert(replica[collection] as unknown as RxCollection<AnyRecord>, rows)
    if (refused > 0) throw new Error(`the replica refused ${refused} records of ${collection}`)
  }
}

/**
 * RxDB's own upsert makes documents of its own that nobody asked for, and takes one by one what is there already.
 * Answers how many were refused.
 */
async function upsert(
  { storageInstance }: RxCollection<AnyRecord>,
  records: readonly AnyRecord[],
): Promise<number> {
  const rows = records.map((record) => ({
    document: { ...record, _deleted: false, _attachments: {}, _rev: '', _meta: { lwt: 1 } },
  }))
  const { error: present } = await storageInstance.bulkWrite(rows, 'records')
  const again = present.flatMap((each) =>
    each.status === 409 ? [{ document: each.writeRow.document, previous: each.documentInDb }] : [],
  )
  if (again.length === 0) return present.length
  const { error } = await storageInstance.bulkWrite(again, 'records')
  return present.length - again.length + error.length
}

/** Takes records away, a contact before its ticket. [O1] */
export async function removeRecords(replica: Replica, refs: readonly Ref[]): Promise<void> {
  const groups = byCollection(refs, (ref) => ref.id)
  for (const collection of collectionNames.toReversed()) {
    const ids = groups.get(collection)
    if (ids === undefined) continue
    const { error } = await replica[collection].bulkRemove(ids)
    if (error.length > 0) throw new Error(`the replica kept records of ${collection}`)
  }
}

/**
 * Every record of a collection, in chunks: never the whole collection at once. In the order that the storage keeps for
 * itself: asked for by id, a collection with indexes of its own was read whole for each chunk.
 */
export async function* scan(
  replica: Replica,
  collection: CollectionName,
  size = 1000,
): AsyncGenerator<AnyRecord[]> {
  const { storageInstance } = replica[collection]
  for (let since: RxStorageDefaultCheckpoint | undefined; ;) {
    const { documents, checkpoint } = await getChangedDocumentsSince(
      storageInstance as RxStorageInstance<AnyRecord, unknown, unknown, RxStorageDefaultCheckpoint>,
      size,
      since,
    )
    const there = documents.filter(({ _deleted }) => !_deleted)
    if (there.length > 0) yield there.map((document) => bare(document) as AnyRecord)
    if (documents.length < size) return
    since = checkpoint
  }
}

/** The gists of a collection, some hundred at a time: as they lie on the disk, or else of every record anew. */
export async function* gistsOf(
  replica: Replica,
  collection: CollectionName,
): AsyncGenerator<readonly Gist[]> {
  const leaves = leavesUnder(replica, collection)
  if (leaves !== undefined) return yield* allGists(leaves.database)
  for await (const records of scan(replica, collection))
    yield records.map((record) => readGist(gistOf(collection, record)))
}

/** Absent where the records of a collection stand as an older console left them. */
export function leavesUnder(replica: Replica, collection: CollectionName): Leaves | undefined {
  return storedLeaves(replica[collection].internalStorageInstance as never)
}

/** A document as a record, without RxDB's own fields. */
export function plain<T>(document: { toJSON(): unknown }): T {
  const known = plains.get(document) ?? document.toJSON()
  plains.set(document, known)
  return known as T
}

/** RxDB has one document for each revision of a record: so a record that did not change is the same object in each answer. */
const plains = new WeakMap<object, unknown>()

function bare(document: object): object {
  const { _rev, _meta, _deleted, _attachments, ...record } = document as Record<string, unknown>
  return record
}

function byCollection<T extends { readonly collection: CollectionName }, R>(
  all: readonly T[],
  pick: (each: T) => R,
): Map<CollectionName, R[]> {
  const groups = Map.groupBy(all, ({ collection }) => collection)
  return new Map([...groups].map(([collection, each]) => [collection, each.map(pick)]))
}
