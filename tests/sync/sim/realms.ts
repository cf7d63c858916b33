import { registerHooks } from 'node:module'
import type * as doorModule from '#renderer/data/door.ts'
import type * as openDeskModule from '#renderer/data/open-desk.ts'
import type * as localStoreModule from '#renderer/data/local-store.ts'
import type * as storageModule from '#renderer/data/storage/replica-storage.ts'
import type * as memoryModule from 'rxdb/plugins/storage-memory'

/** The data folder of one PC with an RxDB of its own: the free version opens thirteen collections in one realm, a desk has ten. */
export interface Realm {
  readonly openDesk: (typeof openDeskModule)['openDesk']
  readonly doorOf: (typeof doorModule)['doorOf']
  readonly openLocalStore: (typeof localStoreModule)['openLocalStore']
  readonly memory: ReturnType<(typeof memoryModule)['getRxStorageMemory']>
  readonly disk: (typeof storageModule)['replicaStorage']
}

const realms = new Map<number, Promise<Realm>>()

/** The realm of the desk with this number, loaded once for all runs of the process. */
export function realmOf(slot: number): Promise<Realm> {
  const known = realms.get(slot) ?? load(slot)
  realms.set(slot, known)
  return known
}

// A module that is asked for as `…?realm=2` asks for its own imports in the same way: so each desk loads everything anew.
registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context)
    const realm = new URL(context.parentURL ?? 'file:///').searchParams.get('realm')
    const isOurs = found.url.startsWith('file:') && found.format !== 'commonjs'
    return realm === null || !isOurs ? found : { ...found, url: `${found.url}?realm=${realm}` }
  },
})

async function load(slot: number): Promise<Realm> {
  const [{ openDesk }, { doorOf }, { openLocalStore }, { getRxStorageMemory }, { replicaStorage }] =
    await Promise.all([
      moduleOf<typeof openDeskModule>('#renderer/data/open-desk.ts', slot),
      moduleOf<typeof doorModule>('#renderer/data/door.ts', slot),
      moduleOf<typeof localStoreModule>('#renderer/data/local-store.ts', slot),
      moduleOf<typeof memoryModule>('rxdb/plugins/storage-memory', slot),
      moduleOf<typeof storageModule>('#renderer/data/storage/replica-storage.ts', slot),
    ])
  return { openDesk, doorOf, openLocalStore, memory: getRxStorageMemory(), disk: replicaStorage }
}

async function moduleOf<M>(name: string, slot: number): Promise<M> {
  return (await import(`${import.meta.resolve(name)}?realm=${slot}`)) as M
}
