import { collectionNames, entities, type CollectionName } from '#domain/entities.ts'
import type { Held } from '#domain/sync/columns/ids.ts'
import type { PartAsk, SnapshotPart } from '#domain/sync/feed.ts'
import type { Sql } from '#sync-server/storage/database.ts'
import { idsIn, ofCustomersIn } from '#sync-server/storage/feed.ts'

/**
 * What a desk that has had some collections whole has of the ids that these records name: they can be told in short
 * [T12]. Nothing when it has had none. It may have less by a change since then, and then asks once more.
 */
export async function heldOf(
  sql: Sql,
  { partition, collection }: Pick<PartAsk, 'partition' | 'collection'>,
  records: SnapshotPart['records'],
  had: readonly string[],
): Promise<Held | undefined> {
  const before = collectionNames.filter((each) => each !== collection && had.includes(each))
  if (before.length === 0) return undefined
  const named = new Set(JSON.stringify(records).match(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g))
  for (const { id } of records) named.delete(id)
  const held = new Set(await idsIn(sql, partition, before, [...named]))
  const children = await ofCustomersIn(sql, partition, before.filter(isOfCustomers), [...held])
  // The order in which they came.
  children.sort((a, b) =>
    a.collection === b.collection
      ? Number(a.id > b.id) - Number(a.id < b.id)
      : before.indexOf(a.collection) - before.indexOf(b.collection),
  )
  const families = Map.groupBy(children, ({ customerId }) => customerId)
  const under = new Map(
    [...families].map(([customerId, of]) => [customerId, of.map(({ id }) => id)] as const),
  )
  return { has: (id) => held.has(id), of: () => undefined, under: (id) => under.get(id) ?? [] }
}

const isOfCustomers = (collection: CollectionName) => 'customerId' in entities[collection].schema.properties
