import { leavesUnder, type Replica } from '#renderer/data/replica.ts'
import { answerOf } from '#renderer/data/storage/leaf-store.ts'
import { textAt, type Leaf } from '#renderer/data/storage/leaf.ts'

/** The database in which a collection of a replica lies. */
export function databaseOf(replica: Replica, collection: 'customers' | 'tickets'): IDBDatabase {
  const leaves = leavesUnder(replica, collection)
  if (leaves === undefined) throw new Error('it stands in no leaves')
  return leaves.database
}

/** Writes a database that is closed as a console of that version did: with an entry for each document, and gists of its own kind. */
export async function asThen(name: string, version: number): Promise<void> {
  const present = await answerOf(indexedDB.open(name))
  const store = present.transaction('leaves').objectStore('leaves')
  const indexes = [...store.indexNames]
  const leaves = (await answerOf(store.getAll())) as Leaf[]
  present.close()
  await answerOf(indexedDB.deleteDatabase(name))
  const opening = indexedDB.open(name, version)
  opening.addEventListener('upgradeneeded', () => {
    const then = opening.result.createObjectStore('leaves', { keyPath: 'from' })
    for (const index of indexes) then.createIndex(index, `keys.${index}`, { multiEntry: true })
    for (const { entries: _, ...leaf } of leaves) then.put(version < 300 ? inTexts(leaf) : leaf)
    if (version === 1) return
    const gists = opening.result.createObjectStore('gists')
    for (const { from } of leaves) gists.put(new Uint8Array(9), from)
    if (version >= 400) opening.result.createObjectStore('pages').put(null, '')
  })
  ;(await answerOf(opening)).close()
}

function inTexts({ ends, ...leaf }: Leaf): Leaf {
  const texts = leaf.ids.map((_, at) => new TextDecoder().decode(textAt({ ...leaf, ends: ends ?? [] }, at)))
  return { ...leaf, texts }
}
