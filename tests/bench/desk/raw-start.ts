import type { Page } from '@playwright/test'
import type { Placed } from '#sync-server/storage/database.ts'

/** Raw IndexedDB in the window of the console: one record a row, with the index of each question. */
const database = 'peer'
const stores = ['customers', 'subscriptions', 'tickets', 'ticketEvents', 'contacts'] as const

/** Puts the same records into a database of its own. */
export async function fillRaw(page: Page, records: Iterable<Placed>): Promise<void> {
  await page.evaluate(
    async ({ database, stores }) => {
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(database, 1)
        opening.onupgradeneeded = () => {
          for (const name of stores) {
            const store = opening.result.createObjectStore(name, { keyPath: 'id' })
            if (name !== 'customers') store.createIndex('customerId', 'customerId')
            if (name === 'tickets') store.createIndex('status', 'status')
          }
        }
        opening.addEventListener('error', () => reject(new Error('it does not open')))
        opening.onsuccess = () => {
          opening.result.close()
          resolve()
        }
      })
    },
    { database, stores },
  )
  let batch: Placed[] = []
  const store = async () => {
    await page.evaluate(
      async ({ database, rows }) => {
        const opened = await new Promise<IDBDatabase>((resolve) => {
          const opening = indexedDB.open(database, 1)
          opening.onsuccess = () => resolve(opening.result)
        })
        const names = [...new Set(rows.map(({ collection }) => collection))]
        await new Promise<void>((resolve, reject) => {
          const writing = opened.transaction(names, 'readwrite')
          for (const { collection, record } of rows) writing.objectStore(collection).put(record)
          writing.oncomplete = () => resolve()
          writing.addEventListener('error', () => reject(new Error('it does not store')))
        })
        opened.close()
      },
      {
        database,
        rows: batch.map(({ collection, record }) => ({ collection: collection as string, record })),
      },
    )
    batch = []
  }
  for (const placed of records) {
    batch.push(placed)
    if (batch.length === 2_000) await store()
  }
  if (batch.length > 0) await store()
}

/** Opens it and reads what a first screen shows: a customer with what hangs on it, and fifty open tickets. ms. */
export function openRaw(page: Page, customerId: string): Promise<number> {
  return page.evaluate(
    async ({ database, customerId }) => {
      const began = performance.now()
      const opened = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open(database, 1)
        opening.onsuccess = () => resolve(opening.result)
      })
      const read = <T>(asking: IDBRequest<T>) =>
        new Promise<T>((resolve) => (asking.onsuccess = () => resolve(asking.result)))
      const store = (name: string) => opened.transaction(name).objectStore(name)
      await Promise.all([
        read(store('customers').get(customerId)),
        ...['subscriptions', 'tickets', 'contacts'].map((name) =>
          read(store(name).index('customerId').getAll(customerId, 50)),
        ),
        read(store('tickets').index('status').getAll('in_progress', 50)),
      ])
      opened.close()
      return performance.now() - began
    },
    { database, customerId },
  )
}
