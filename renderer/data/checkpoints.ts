import type { Checkpoint, PartitionId } from '#domain/sync/feed.ts'
import type { LocalStore } from '#renderer/data/local-store.ts'

export const beginning: Checkpoint = { epoch: '', seq: 0, commit: '' }

/** Where this desk stands in each partition's feed. Stored after the records of the page it follows. [P3] */
export interface Checkpoints {
  of(partition: PartitionId): Checkpoint | undefined
  move(partition: PartitionId, to: Checkpoint): Promise<void>
  forget(partition: PartitionId): Promise<void>
}

export async function openCheckpoints(local: LocalStore): Promise<Checkpoints> {
  const key = 'checkpoints'
  const known = new Map<PartitionId, Checkpoint>(
    Object.entries((await local.get<Record<PartitionId, Checkpoint>>(key)) ?? {}),
  )
  const store = () => local.set(key, Object.fromEntries(known))
  return {
    of: (partition) => known.get(partition),
    move: async (partition, to) => {
      known.set(partition, to)
      await store()
    },
    forget: async (partition) => {
      known.delete(partition)
      await store()
    },
  }
}
