import { createRxDatabase, type RxCollection } from 'rxdb/plugins/core'
import { replicateRxCollection } from 'rxdb/plugins/replication'
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie'
import { entities } from '#domain/entities.ts'
import type { Entity } from '#domain/entity.ts'
import { rxSchemaOf } from '#renderer/data/rx-schema.ts'
import { filled, rowsOf, type Filled, type Row, type Sizes } from '#tests/bench/desk/rows.ts'

const page = 1000

interface Made {
  ms: number
}

/**
 * RxDB's own replication, as its documentation sets it up: a collection after the other, pages of 1,000. Two-way keeps
 * a second copy of every record, to tell what to push.
 */
export async function replicated(
  name: string,
  sizes: Sizes,
  way: 'two-way' | 'pull-only',
): Promise<{ readonly ms: number; readonly counts: readonly number[] }> {
  const database = await createRxDatabase<Record<Filled, RxCollection<Row>>>({
    name,
    storage: getRxStorageDexie(),
    multiInstance: false,
  })
  await database.addCollections(
    Object.fromEntries(
      // Nothing is there that would have to be migrated.
      filled.map((each) => [
        each,
        { schema: { ...rxSchemaOf(entities[each] as unknown as Entity), version: 0 } as never },
      ]),
    ),
  )
  const made: Made = { ms: 0 }
  const began = performance.now()
  for (const collection of filled) await pulled(database[collection], collection, sizes, way, made)
  const ms = performance.now() - began - made.ms
  const counts: number[] = []
  for (const collection of filled) counts.push(await database[collection].count().exec())
  return { ms, counts }
}

async function pulled(
  collection: RxCollection<Row>,
  name: Filled,
  sizes: Sizes,
  way: 'two-way' | 'pull-only',
  made: Made,
): Promise<void> {
  const state = replicateRxCollection<Row, { readonly n: number }>({
    collection,
    replicationIdentifier: `headquarters-${name}`,
    live: false,
    waitForLeadership: false,
    pull: {
      batchSize: page,
      async handler(last) {
        const from = last?.n ?? 0
        const to = Math.min(sizes[name], from + page)
        const begin = performance.now()
        const documents = rowsOf(name, from, to, sizes).map((row) => ({ ...row, _deleted: false }))
        made.ms += performance.now() - begin
        return { documents, checkpoint: { n: to } }
      },
    },
    ...(way === 'two-way' ? { push: { batchSize: 100, handler: async () => [] } } : {}),
  })
  state.error$.subscribe((fault) => {
    throw fault
  })
  await state.awaitInitialReplication()
  if (way === 'two-way') await state.awaitInSync()
}
