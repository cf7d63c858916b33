import { Dexie } from 'dexie'
import { filled, indexesOf, type Row } from '#tests/bench/desk/rows.ts'
import type { ReadingPeer } from '#tests/bench/desk/page/peer.ts'

/** A compound index in Dexie's words; one of a single field too, so that all are asked alike. */
const nameOf = (index: readonly string[]) => (index.length === 1 ? (index[0] ?? '') : `[${index.join('+')}]`)

export async function openDexie(name: string): Promise<ReadingPeer> {
  const database = new Dexie(name)
  database
    .version(1)
    .stores(
      Object.fromEntries(filled.map((each) => [each, ['id', ...indexesOf(each).map(nameOf)].join(', ')])),
    )
  await database.open()
  const table = (collection: string) => database.table<Row, string>(collection)
  return {
    write: async (collection, rows) => void (await table(collection).bulkPut([...rows])),
    count: (collection) => table(collection).count(),
    byId: (collection, id) => table(collection).get(id),
    ask({ collection, index, equal, limit }) {
      const where = table(collection).where(nameOf(index))
      const rest = index.slice(equal.length)
      const found =
        index.length === 1
          ? where.equals(equal[0] ?? '')
          : where.between(
              [...equal, ...rest.map(() => Dexie.minKey)],
              [...equal, ...rest.map(() => Dexie.maxKey)],
              true,
              true,
            )
      return found.limit(limit).toArray()
    },
    after: (collection, id, limit) => table(collection).where('id').above(id).limit(limit).toArray(),
  }
}
