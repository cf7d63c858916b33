import { Dexie } from 'dexie'
import { removeRxDatabase, type RxStorage } from 'rxdb/plugins/core'
import { isReplica } from '#renderer/data/storage/replica-storage.ts'

/**
 * Deletes a desk's replica, outbox, checkpoints and drafts. RxDB's own removal only empties its tables and leaves the
 * databases, so each database goes by its name too. Nothing of it may be open. [E3]
 */
export async function eraseStores(name: string, storage: RxStorage<unknown, unknown>): Promise<void> {
  await removeRxDatabase(name, storage, false)
  const own = (await Dexie.getDatabaseNames()).filter(
    (each) => each === `${name}-local` || isReplica(name, each),
  )
  for (const each of own) await Dexie.delete(each)
}
