import type { CollectionName } from '#domain/entities.ts'
import type { PartitionId } from '#domain/sync/feed.ts'
import type { Sql } from './database.ts'

export interface Sum {
  readonly collection: CollectionName
  readonly count: number
  readonly hash: number
}

type PartitionSum = Sum & { readonly partition: PartitionId }

export interface PartitionSums {
  readonly sums: readonly PartitionSum[]
  readonly seqs: Record<PartitionId, number>
}

/** What stands in some partitions, each summed as it is, and where they stand: one statement, so all is of one instant. */
export async function partitionSumsOf(sql: Sql, partitions: readonly PartitionId[]): Promise<PartitionSums> {
  const rows = await sql.query<Omit<PartitionSum, 'collection'> & { collection: CollectionName | null }>(
    `select partition, collection, count(*) as count, sum(hash)::bigint as hash
     from feed where partition = any($1::text[]) and op = 'put' group by partition, collection
     union all select id, null, seq, 0 from partition where id = any($1::text[])`,
    [partitions],
  )
  const isSum = (row: (typeof rows)[number]): row is PartitionSum => row.collection !== null
  const heads = rows.filter((row) => !isSum(row)).map(({ partition, count }) => [partition, count] as const)
  return {
    sums: rows.filter(isSum),
    seqs: Object.fromEntries([...partitions.map((id) => [id, 0]), ...heads]),
  }
}

/** Of which collections several of some partitions hold records; mostly of none, as what everybody carries is of others than what a centre has. */
export function sharedIn(sums: readonly PartitionSum[]): ReadonlySet<CollectionName> {
  const holders = Map.groupBy(sums, ({ collection }) => collection)
  return new Set([...holders].filter(([, held]) => held.length > 1).map(([collection]) => collection))
}

/**
 * Number and sum of hashes of the records in the partitions that were summed, each record once: what the smaller ones
 * have of a larger one is taken off. To tell all records apart would cost six times as much.
 */
export async function onceOf(sql: Sql, sums: readonly PartitionSum[]): Promise<Sum[]> {
  const sizeOf = (partition: PartitionId) =>
    sums.reduce((sum, each) => sum + (each.partition === partition ? each.count : 0), 0)
  const held = [...new Set(sums.map(({ partition }) => partition))].toSorted((a, b) => sizeOf(b) - sizeOf(a))
  const all = new Map<CollectionName, Sum>()
  const add = ({ collection, count, hash }: Sum, sign: 1 | -1) => {
    const before = all.get(collection) ?? { count: 0, hash: 0 }
    all.set(collection, { collection, count: before.count + sign * count, hash: before.hash + sign * hash })
  }
  for (const sum of sums) add(sum, 1)
  const shared = [...sharedIn(sums)]
  for (const [place, partition] of held.entries())
    if (place > 0 && shared.length > 0)
      for (const sum of await doublesOf(sql, partition, held.slice(0, place), shared)) add(sum, -1)
  return [...all.values()].filter(({ count }) => count > 0)
}

/** What a partition has of some collections that stands in others too. */
function doublesOf(
  sql: Sql,
  partition: PartitionId,
  others: readonly PartitionId[],
  collections: readonly CollectionName[],
): Promise<Sum[]> {
  return sql.query<Sum>(
    `select collection, count(*) as count, sum(hash)::bigint as hash from feed f
     where partition = $1 and collection = any($3::text[]) and op = 'put' and exists (
       select 1 from feed o where o.partition = any($2::text[]) and o.collection = f.collection
         and o.doc_id = f.doc_id and o.op = 'put')
     group by collection`,
    [partition, others, collections],
  )
}
