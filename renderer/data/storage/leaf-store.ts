import { joined } from '#domain/joined.ts'
import { readGist, splitGists, type Gist } from '#renderer/data/storage/gist.ts'
import {
  documentOf,
  entriesIn,
  textAt,
  type Gisting,
  type Leaf,
  type LeafIndex,
} from '#renderer/data/storage/leaf.ts'

const leaves = 'leaves'
/** Blocks of gists: a block has those of all documents with ids from its key to the next one's. What is read of all documents is read here. */
const gists = 'gists'
const blocksAtOnce = 128
/**
 * The lines of the search index as it holds them. A page has those of all documents with ids from its key to the next page's
 * key, or it is `null`: then their gists are to be read. Without any page all gists are.
 */
const pages = 'pages'
/**
 * Of the stores above; a console before gists had 1, one that wrote a text for each document 2, one before pages 3, before coarse
 * indexes and blocks 4.
 */
const layout = 5

export function openLeaves(
  name: string,
  indexes: readonly LeafIndex[],
  gisting: Gisting,
): Promise<IDBDatabase> {
  const opening = indexedDB.open(name, 100 * layout + gisting.version)
  opening.addEventListener('upgradeneeded', ({ oldVersion }) => {
    const { result: database, transaction } = opening
    if (oldVersion === 0) {
      const store = database.createObjectStore(leaves, { keyPath: 'from' })
      for (const index of indexes) createIndex(store, index)
    } else if (oldVersion < 100 * layout && transaction !== null) coarsen(transaction, indexes)
    if (database.objectStoreNames.contains(pages)) database.deleteObjectStore(pages)
    database.createObjectStore(pages)
    if (oldVersion >= 100 * layout && oldVersion % 100 === gisting.version) return
    if (database.objectStoreNames.contains(gists)) database.deleteObjectStore(gists)
    database.createObjectStore(gists)
    if (oldVersion > 0 && transaction !== null) gistAnew(transaction, gisting)
  })
  return answerOf(opening)
}

function createIndex(store: IDBObjectStore, { name, grain }: LeafIndex): void {
  const path = grain === undefined ? `keys.${name}` : `entries.${name}`
  store.createIndex(name, path, { multiEntry: true })
}

/** Every index of an older console has an entry for each document. */
function coarsen(transaction: IDBTransaction, indexes: readonly LeafIndex[]): void {
  const coarse = indexes.filter(({ grain }) => grain !== undefined)
  const store = transaction.objectStore(leaves)
  for (const index of coarse) {
    store.deleteIndex(index.name)
    createIndex(store, index)
  }
  if (coarse.length === 0) return
  const walking = store.openCursor()
  walking.addEventListener('success', () => {
    const cursor = walking.result
    if (cursor === null) return
    const leaf = cursor.value as Leaf
    cursor.update({ ...leaf, entries: entriesIn(leaf.keys, coarse) })
    cursor.continue()
  })
}

/** Leaves of an older console have no gists, or gists of another kind: each leaf’s make a block. */
function gistAnew(transaction: IDBTransaction, { gistOf }: Gisting): void {
  const into = transaction.objectStore(gists)
  const walking = transaction.objectStore(leaves).openCursor()
  walking.addEventListener('success', () => {
    const cursor = walking.result
    if (cursor === null) return
    const leaf = cursor.value as Leaf
    into.put(joined(...leaf.ids.map((_, at) => gistOf(documentOf(textAt(leaf, at))))), leaf.from)
    cursor.continue()
  })
}

export async function removeLeaves(name: string): Promise<void> {
  await answerOf(indexedDB.deleteDatabase(name))
}

export function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(faultOf(request)))
  })
}

export function reading(database: IDBDatabase): IDBObjectStore {
  return database.transaction(leaves, 'readonly').objectStore(leaves)
}

export function readingGists(database: IDBDatabase): IDBObjectStore {
  return database.transaction(gists, 'readonly').objectStore(gists)
}

export function readingPages(database: IDBDatabase): IDBObjectStore {
  return database.transaction(pages, 'readonly').objectStore(pages)
}

/** All gists, of some thousand documents at a time. What is written meanwhile is read or told of, or both. */
export async function* allGists(database: IDBDatabase): AsyncGenerator<Gist[]> {
  const begins = await answerOf(readingGists(database).getAllKeys())
  for (let at = 0; at < begins.length; at += blocksAtOnce) {
    // A block that is divided stays within the range, as the ranges leave nothing out between them.
    const next = begins[at + blocksAtOnce]
    const range =
      next === undefined
        ? IDBKeyRange.lowerBound(begins[at])
        : IDBKeyRange.bound(begins[at], next, false, true)
    const read = (await answerOf(readingGists(database).getAll(range))) as Uint8Array[]
    yield read.flatMap(splitGists).map(readGist)
  }
}

/** All of it is on the disk afterwards, or nothing. */
export function writing<T>(database: IDBDatabase, write: (store: IDBObjectStore) => Promise<T>): Promise<T> {
  const transaction = database.transaction([leaves, gists, pages], 'readwrite', { durability: 'strict' })
  return ended(transaction, write(transaction.objectStore(leaves)))
}

/** For the pages beside the gists of which they are made. Should they be lost with the power, they are made again. */
export function paging<T>(database: IDBDatabase, write: (store: IDBObjectStore) => Promise<T>): Promise<T> {
  const transaction = database.transaction([gists, pages], 'readwrite')
  return ended(transaction, write(transaction.objectStore(pages)))
}

async function ended<T>(transaction: IDBTransaction, writing: Promise<T>): Promise<T> {
  const end = new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', () => reject(faultOf(transaction)))
  })
  try {
    const written = await writing
    await end
    return written
  } catch (fault) {
    end.catch(() => undefined)
    // A request that failed has ended it already.
    if (transaction.error === null) transaction.abort()
    throw fault
  }
}

function faultOf({ error }: IDBRequest | IDBTransaction): Error {
  return error ?? new Error('the transaction was given up')
}

export function leafAt(store: IDBObjectStore, from: IDBValidKey): Promise<Leaf | undefined> {
  return answerOf(store.get(from) as IDBRequest<Leaf | undefined>)
}

/** In the same transaction. */
export function gistsBeside(store: IDBObjectStore): IDBObjectStore {
  return store.transaction.objectStore(gists)
}

/** In the same transaction. */
export function pagesBeside(store: IDBObjectStore): IDBObjectStore {
  return store.transaction.objectStore(pages)
}

/** The leaf to which an id belongs, if there is one. */
export async function leafOf(store: IDBObjectStore, id: string): Promise<Leaf | undefined> {
  const cursor = await answerOf(store.openCursor(IDBKeyRange.upperBound(id), 'prev'))
  return cursor?.value as Leaf | undefined
}

/** Where that leaf, block or page begins. */
export async function beginOf(store: IDBObjectStore, id: IDBValidKey): Promise<string | undefined> {
  const cursor = await answerOf(store.openKeyCursor(IDBKeyRange.upperBound(id), 'prev'))
  return cursor?.key as string | undefined
}

/** Where the leaves, blocks or pages begin to which these ids belong; of many ids also where those between them begin. */
export async function beginsOf(store: IDBObjectStore, ids: readonly string[]): Promise<string[]> {
  const few = 16
  const [first = '', last = ''] = [ids[0], ids.at(-1)]
  const found = await Promise.all((ids.length <= few ? ids : [first]).map((id) => beginOf(store, id)))
  const between =
    ids.length <= few ? [] : await answerOf(store.getAllKeys(IDBKeyRange.bound(first, last, true)))
  return [...new Set([...found.flatMap((begin) => begin ?? []), ...(between as string[])])]
}

/** Which of these ids, in order, belong into what begins where; '' for those before every beginning. Both are in order. */
export function byBegin(begins: readonly string[], ids: readonly string[]): Map<string, string[]> {
  const idsFrom = new Map<string, string[]>()
  let at = -1
  for (const id of ids) {
    while ((begins[at + 1] ?? '\uffff') <= id) at++
    const from = begins[at] ?? ''
    const own = idsFrom.get(from)
    if (own === undefined) idsFrom.set(from, [id])
    else own.push(id)
  }
  return idsFrom
}

/** A leaf or a block as it stands, and those ids of a write that belong into it. */
export interface Touched<T> {
  readonly from: string
  readonly ids: readonly string[]
  readonly value?: T
}

/** For ids that are in order. */
export async function touchedIn<T>(store: IDBObjectStore, ids: readonly string[]): Promise<Touched<T>[]> {
  const begins = (await beginsOf(store, ids)).toSorted()
  return Promise.all(
    [...byBegin(begins, ids)].map(async ([from, own]) => {
      const value = await answerOf(store.get(from) as IDBRequest<T | undefined>)
      return { from, ids: own, ...(value === undefined ? {} : { value }) }
    }),
  )
}
