import { filled, indexesOf } from '#tests/bench/desk/rows.ts'
import type { ReadingPeer } from '#tests/bench/desk/page/peer.ts'

const settled = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB refused')))
  })

export const through = (transaction: IDBTransaction) =>
  new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('IndexedDB gave up')))
  })

const nameOf = (index: readonly string[]) => index.join('+')

export function openDatabase(name: string, stores = ['outbox'], keyPath = 'id'): Promise<IDBDatabase> {
  const opening = indexedDB.open(name, 1)
  opening.addEventListener('upgradeneeded', () => {
    for (const collection of filled) {
      const store = opening.result.createObjectStore(collection, { keyPath: 'id' })
      for (const index of indexesOf(collection)) store.createIndex(nameOf(index), [...index])
    }
    for (const store of stores) opening.result.createObjectStore(store, { keyPath })
  })
  return settled(opening)
}

/** IndexedDB as it is: one record a row, Chromium's own (relaxed) durability. */
export async function openRaw(name: string): Promise<ReadingPeer> {
  const database = await openDatabase(name)
  const store = (collection: string) => database.transaction(collection).objectStore(collection)
  return {
    write(collection, rows) {
      const transaction = database.transaction(collection, 'readwrite')
      const into = transaction.objectStore(collection)
      for (const row of rows) into.put(row)
      transaction.commit()
      return through(transaction)
    },
    count: (collection) => settled(store(collection).count()),
    byId: (collection, id) => settled(store(collection).get(id)),
    ask({ collection, index, equal, limit }) {
      // An array sorts after every number and text.
      const range = IDBKeyRange.bound([...equal], [...equal, []])
      return settled(store(collection).index(nameOf(index)).getAll(range, limit))
    },
    after: (collection, id, limit) =>
      settled(store(collection).getAll(IDBKeyRange.lowerBound(id, true), limit)),
  }
}
