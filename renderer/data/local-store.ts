import { Dexie, liveQuery, type Table } from 'dexie'
import { Observable } from 'rxjs'

interface Row {
  readonly key: string
  readonly value: unknown
}

/** What belongs to this PC alone and is never replicated: checkpoints, how far priming came, drafts. */
export interface LocalStore {
  get<T>(key: string): Promise<T | undefined>
  set(key: string, value: unknown): Promise<void>
  remove(key: string): Promise<void>
  watch<T>(key: string): Observable<T | undefined>
  close(): void
}

export async function openLocalStore(name: string): Promise<LocalStore> {
  const database = new Dexie(name, { chromeTransactionDurability: 'strict' }) as Dexie & {
    rows: Table<Row, string>
  }
  database.version(1).stores({ rows: 'key' })
  await database.open()
  const { rows } = database
  const valueOf = async <T>(key: string) => (await rows.get(key))?.value as T | undefined
  return {
    get: valueOf,
    set: async (key, value) => void (await rows.put({ key, value })),
    remove: (key) => rows.delete(key),
    watch: <T>(key: string) =>
      new Observable<T | undefined>((observer) => {
        const subscription = liveQuery(() => valueOf<T>(key)).subscribe(observer)
        return () => subscription.unsubscribe()
      }),
    close: () => database.close(),
  }
}
