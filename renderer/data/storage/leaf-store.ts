import type { Leaf, LeafIndex } from '#renderer/data/storage/leaf.ts'

const leaves = 'leaves'

export function openLeaves(name: string, indexes: readonly LeafIndex[]): Promise<IDBDatabase> {
  const opening = indexedDB.open(name, 1)
  opening.addEventListener('upgradeneeded', () => {
    const store = opening.result.createObjectStore(leaves, { keyPath: 'from' })
    for (const index of indexes) store.createIndex(index.name, `keys.${index.name}`, { multiEntry: true })
  })
  return answerOf(opening)
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

/** All of it is on the disk afterwards, or nothing. */
export async function writing<T>(
  database: IDBDatabase,
  write: (store: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction(leaves, 'readwrite', { durability: 'strict' })
  const ended = new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', () => reject(faultOf(transaction)))
  })
  try {
    const written = await write(transaction.objectStore(leaves))
    await ended
    return written
  } catch (fault) {
    ended.catch(() => undefined)
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

/** The leaf to which an id belongs, if there is one. */
export async function leafOf(store: IDBObjectStore, id: string): Promise<Leaf | undefined> {
  const cursor = await answerOf(store.openCursor(IDBKeyRange.upperBound(id), 'prev'))
  return cursor?.value as Leaf | undefined
}

/** Where that leaf begins. */
export async function beginOf(store: IDBObjectStore, id: IDBValidKey): Promise<string | undefined> {
  const cursor = await answerOf(store.openKeyCursor(IDBKeyRange.upperBound(id), 'prev'))
  return cursor?.key as string | undefined
}

/** Where the leaves begin to which these ids belong; of many ids also where those between them begin. */
export async function beginsOf(store: IDBObjectStore, ids: readonly string[]): Promise<string[]> {
  const few = 16
  const [first = '', last = ''] = [ids[0], ids.at(-1)]
  const found = await Promise.all((ids.length <= few ? ids : [first]).map((id) => beginOf(store, id)))
  const between =
    ids.length <= few ? [] : await answerOf(store.getAllKeys(IDBKeyRange.bound(first, last, true)))
  return [...new Set([...found.flatMap((begin) => begin ?? []), ...(between as string[])])]
}
