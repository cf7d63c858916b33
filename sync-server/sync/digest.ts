import type { Digest, PartitionId } from '#domain/sync/feed.ts'
import type { Database, Sql } from '#sync-server/storage/database.ts'
import { onceOf, partitionSumsOf, sharedIn, type PartitionSum } from '#sync-server/storage/feed-sums.ts'
import { atOneInstant } from '#sync-server/storage/feed.ts'
import { headNamesOf } from '#sync-server/storage/partitions.ts'
import { keptUpTo, type Kept } from './kept.ts'

/** What stood in a partition when it stood at a place. */
interface StoodThere {
  readonly name: string
  readonly seq: number
  readonly sums: readonly PartitionSum[]
}
export type KeptSums = Kept<StoodThere>

/** So many partitions: what everybody carries, and the centres. */
const most = 4_000
export const keptSums = (): KeptSums => keptUpTo(most, () => 1)

interface Summed {
  readonly sums: readonly PartitionSum[]
  readonly seqs: Record<PartitionId, number>
}

/** What a device should hold, at one instant: its desk compares and primes what differs anew. */
export async function digestOf(
  hq: { readonly database: Database; readonly sums: KeptSums },
  carried: readonly PartitionId[],
): Promise<Digest> {
  const summed = (await fromKept(hq, carried)) ?? (await anew(hq, carried))
  return sharedIn(summed.sums).size === 0
    ? digestFrom(hq.database, summed)
    : atOneInstant(hq.database, (sql) => digestAt(sql, carried))
}

/**
 * A partition that stands where it stood holds what it held: only the others are summed, in a statement that sees
 * whether those that are known still stand there. `undefined` when they do not.
 */
async function fromKept(
  { database, sums }: { readonly database: Database; readonly sums: KeptSums },
  carried: readonly PartitionId[],
): Promise<Summed | undefined> {
  const names = await headNamesOf(database, carried)
  const known = carried.flatMap((id) => {
    const kept = sums.get(id)
    return kept !== undefined && kept.name === names.get(id) ? [{ id, ...kept }] : []
  })
  const missing = carried.filter((id) => names.has(id) && known.every((kept) => kept.id !== id))
  const seqs = Object.fromEntries([
    ...carried.map((id) => [id, 0] as const),
    ...known.map(({ id, seq }) => [id, seq] as const),
  ])
  const held = known.flatMap((kept) => kept.sums)
  if (missing.length === 0) return { sums: held, seqs }
  if (known.length === 0) return undefined
  const now = await partitionSumsOf(
    database,
    missing,
    known.map(({ id }) => id),
  )
  if (known.some(({ id, name }) => now.heads.get(id)?.name !== name)) return undefined
  keep(sums, missing, now)
  for (const [id, { seq }] of now.heads) seqs[id] = seq
  return { sums: [...held, ...now.sums], seqs }
}

async function anew(
  { database, sums }: { readonly database: Database; readonly sums: KeptSums },
  carried: readonly PartitionId[],
): Promise<Summed> {
  const now = await partitionSumsOf(database, carried)
  keep(sums, carried, now)
  return { sums: now.sums, seqs: seqsOf(carried, now) }
}

type Now = Awaited<ReturnType<typeof partitionSumsOf>>

function keep(kept: KeptSums, partitions: readonly PartitionId[], { sums, heads }: Now): void {
  for (const id of partitions) {
    const head = heads.get(id)
    if (head !== undefined) kept.set(id, { ...head, sums: sums.filter(({ partition }) => partition === id) })
  }
}

const seqsOf = (carried: readonly PartitionId[], { heads }: Pick<Now, 'heads'>) =>
  Object.fromEntries(carried.map((id) => [id, heads.get(id)?.seq ?? 0]))

/** The same within an instant that was chosen before. */
export async function digestAt(sql: Sql, carried: readonly PartitionId[]): Promise<Digest> {
  const now = await partitionSumsOf(sql, carried)
  return digestFrom(sql, { sums: now.sums, seqs: seqsOf(carried, now) })
}

async function digestFrom(sql: Sql, { sums, seqs }: Summed): Promise<Digest> {
  const once = await onceOf(sql, sums)
  return {
    seqs,
    collections: Object.fromEntries(once.map(({ collection, count, hash }) => [collection, { count, hash }])),
  }
}
