import { centrePartition, type PartitionId } from '#domain/sync/feed.ts'
import type { Operation, OperationResult } from '#domain/sync/operation.ts'
import type { Write } from '#domain/sync/records.ts'
import type { Clock } from '#sync-server/clock.ts'
import { commitWrites, type Turn } from '#sync-server/storage/commit-writes.ts'
import type { Sql } from '#sync-server/storage/database.ts'
import type { Device } from '#sync-server/storage/devices.ts'
import { storeOperations } from '#sync-server/storage/operations.ts'
import type { Effect } from './effect.ts'
import { place, type Around } from './place.ts'

/** An operation and what it comes to. */
export interface Entry {
  readonly operation: Operation
  readonly effect: Effect
}

/** Whose operations are taken, when and by which clock. */
export interface Taking {
  readonly clock: Clock
  readonly device: Device
  readonly at: number
}

/**
 * Stores what operations come to, and the answers that they get from now on. `around`: what was looked at for them.
 * Throws `TransactionsMet` when one of them came in another transaction meanwhile.
 */
export async function answerWith(
  tx: Sql,
  taking: Taking,
  entries: readonly Entry[],
  around?: Around,
): Promise<OperationResult[]> {
  if (entries.length === 0) return []
  const seqs = await commit(tx, taking, entries, around)
  const answered = entries.map((entry, turn) => ({
    operation: entry.operation,
    result: resultOf(entry, taking.at, seqs[turn] ?? {}),
  }))
  await storeOperations(tx, answered, taking.at)
  return answered.map(({ result }) => result)
}

/** Each operation takes a step of its own in the feeds, so that a page may end between any two. [F2] */
async function commit(
  tx: Sql,
  { clock, device, at }: Taking,
  entries: readonly Entry[],
  around: Around | undefined,
): Promise<Record<PartitionId, number>[]> {
  const stored = entries.map(({ effect }) => storedOf(effect))
  const placed = await place(tx, stored.flat(), device.centreId, around)
  const turns = entries.map(({ effect: { entering, leaving } }, turn): Turn => ({
    placed: placed.splice(0, stored[turn]?.length),
    entering,
    leaving,
    touched: [centrePartition(device.centreId)],
  }))
  return commitWrites(tx, turns, { now: at, newCommitId: () => clock.newId(), asRead: true })
}

/** The records that an operation leaves, its items among them. */
export const storedOf = ({ writes, items }: Pick<Effect, 'writes' | 'items'>): Write[] => [
  ...writes,
  ...items.map((record): Write => ({ collection: 'items', record })),
]

function resultOf(
  { operation, effect }: Entry,
  at: number,
  seqs: Record<PartitionId, number>,
): OperationResult {
  const { outcome, items, movedTo } = effect
  const [first] = items
  return {
    opId: operation.opId,
    outcome,
    at,
    seqs,
    ...(first === undefined ? {} : { problem: first.problem, itemIds: items.map(({ id }) => id) }),
    ...(movedTo === undefined ? {} : { movedTo }),
  }
}
