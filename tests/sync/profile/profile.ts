/** Everything that a console leaves on a PC: its databases row by row, the texts beside them, and its journal. */
export interface Profile {
  readonly protocol: number
  /** Sits in the databases' names. */
  readonly name: string
  /** The PC's clock when it was shut down, ms UTC. */
  readonly at: number
  readonly texts: Readonly<Record<string, string>>
  readonly journal: string
  readonly databases: readonly StoredDatabase[]
}

interface StoredDatabase {
  readonly name: string
  readonly version: number
  readonly stores: readonly Store[]
}

interface Store {
  readonly name: string
  readonly keyPath: string | string[] | null
  readonly autoIncrement: boolean
  readonly indexes: readonly {
    readonly name: string
    readonly keyPath: string | string[]
    readonly unique: boolean
    readonly multiEntry: boolean
  }[]
  readonly rows: readonly { readonly key: IDBValidKey; readonly value: unknown }[]
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('refused')))
  })
}

/** Reads every database that stands here. */
export async function databasesNow(): Promise<StoredDatabase[]> {
  const found: StoredDatabase[] = []
  for (const { name = '', version = 1 } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name))
    const stores: Store[] = []
    for (const store of database.objectStoreNames) stores.push(await storeNow(database, store))
    found.push({ name, version, stores })
    database.close()
  }
  return found.toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

async function storeNow(database: IDBDatabase, name: string): Promise<Store> {
  const store = database.transaction(name).objectStore(name)
  const keys = await done(store.getAllKeys())
  const values: unknown[] = await done(store.getAll())
  return {
    name,
    keyPath: store.keyPath,
    autoIncrement: store.autoIncrement,
    indexes: [...store.indexNames].map((each) => {
      const { keyPath, unique, multiEntry } = store.index(each)
      return { name: each, keyPath, unique, multiEntry }
    }),
    rows: keys.map((key, place) => ({ key, value: values[place] })),
  }
}

/** Puts the databases back as they were. */
export async function putBack(databases: readonly StoredDatabase[]): Promise<void> {
  for (const { name, version, stores } of databases) {
    const opening = indexedDB.open(name, version)
    opening.addEventListener('upgradeneeded', () => {
      for (const { name: storeName, keyPath, autoIncrement, indexes } of stores) {
        const store = opening.result.createObjectStore(storeName, { keyPath, autoIncrement })
        for (const index of indexes)
          store.createIndex(index.name, index.keyPath, { unique: index.unique, multiEntry: index.multiEntry })
      }
    })
    const database = await done(opening)
    for (const { name: storeName, keyPath, rows } of stores) {
      const store = database.transaction(storeName, 'readwrite').objectStore(storeName)
      for (const { key, value } of rows)
        await done(keyPath === null ? store.put(value, key) : store.put(value))
    }
    database.close()
  }
}
