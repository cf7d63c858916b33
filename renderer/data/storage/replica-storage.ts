import type { RxStorage, RxStorageInstance, RxStorageInstanceCreationParams } from 'rxdb/plugins/core'
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie'
import { collectionNames } from '#domain/entities.ts'
import { openLeafInstance } from '#renderer/data/storage/leaf-instance.ts'

/** How the names of its databases begin. */
const inLeaves = (replica: string) => `leaves-${replica}--`
const onDexie = (replica: string) => `rxdb-dexie-${replica}--`

/**
 * Where the replica stands on the disk: its records in leaves, the few rows of outbox and shadows in RxDB's own Dexie
 * storage. So stood the records once; where an older console left them there, they stay until their schema's next version.
 */
export function replicaStorage(): RxStorage<unknown, unknown> {
  const dexie = getRxStorageDexie({ chromeTransactionDurability: 'strict' })
  return {
    name: 'loket',
    rxdbVersion: dexie.rxdbVersion,
    async createStorageInstance<T>(params: RxStorageInstanceCreationParams<T, unknown>) {
      const { databaseName, collectionName, schema } = params
      const name = `${schema.version}--${collectionName}`
      const isOfRecords = (collectionNames as readonly string[]).includes(collectionName)
      const instance =
        isOfRecords && !(await isThere(onDexie(databaseName) + name))
          ? await openLeafInstance(inLeaves(databaseName) + name, params as never)
          : await dexie.createStorageInstance(params as never)
      return instance as unknown as RxStorageInstance<T, unknown, unknown>
    },
  }
}

/** Whether a database of this PC is one of the replica's. */
export function isReplica(replica: string, database: string): boolean {
  return database.startsWith(inLeaves(replica)) || database.startsWith(onDexie(replica))
}

async function isThere(database: string): Promise<boolean> {
  return (await indexedDB.databases()).some(({ name }) => name === database)
}
