import type { PartitionId } from '#domain/sync/feed.ts'
import type { Poke } from '#domain/sync/link.ts'

/** Where headquarters stands, as far as the stream of pokes that is open now has told. */
export interface Heads {
  /** A stream begins: what an earlier one told may be of another history. */
  begin(): void
  hear(poke: Poke): void
  /** Whether a desk that stands here in a partition may find something new there. */
  mayBeNew(partition: PartitionId, here: number): boolean
  /** Whether headquarters has told of more than what stands here. */
  isAhead(partition: PartitionId, here: number): boolean
  /** The partition is asked for now. */
  asking(partition: PartitionId): void
}

export function newHeads(): Heads {
  const told = new Map<PartitionId, { readonly seq: number; isFirst: boolean }>()
  return {
    begin: () => told.clear(),
    hear: ({ partition, seq }) =>
      void told.set(partition, { seq, isFirst: told.get(partition)?.isFirst ?? true }),
    mayBeNew(partition, here) {
      const head = told.get(partition)
      // Headquarters tells all heads at the beginning of a stream, but of what has no history. [K1]
      if (head === undefined) return told.size === 0 || here > 0
      // The first word of a stream may come from a headquarters that was restored, at whatever place. [F6]
      return head.isFirst || head.seq > here
    },
    isAhead: (partition, here) => (told.get(partition)?.seq ?? 0) > here,
    asking(partition) {
      const head = told.get(partition)
      if (head !== undefined) head.isFirst = false
    },
  }
}
