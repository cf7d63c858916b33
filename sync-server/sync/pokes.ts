import type { Poke } from '#domain/sync/link.ts'
import type { PartitionId } from '#domain/sync/feed.ts'

export interface Listener {
  readonly deviceId: string
  readonly partitions: readonly PartitionId[]
  readonly onPoke: (poke: Poke) => void
  /** The device may not read any more, or headquarters stops. */
  readonly onEnd: () => void
}

/** What the other processes before the same database did: asked every 2 s, only while somebody listens. */
export interface Look {
  heads(partitions: readonly PartitionId[]): Promise<Readonly<Record<PartitionId, number>>>
  /** Those devices that were revoked. */
  ended(deviceIds: readonly string[]): Promise<readonly string[]>
}

export interface Pokes {
  /** Tells everybody who listens to one of the partitions; each place once. */
  publish(seqs: Readonly<Record<PartitionId, number>>): void
  listen(listener: Listener): () => void
  close(): void
}

const pollEvery = 2_000

export function pokesOf(look: Look): Pokes {
  const listeners = new Set<Listener>()
  const told = new Map<PartitionId, number>()
  const poll: { timer: NodeJS.Timeout | undefined } = { timer: undefined }

  function publish(seqs: Readonly<Record<PartitionId, number>>): void {
    for (const [partition, seq] of Object.entries(seqs)) {
      if ((told.get(partition) ?? 0) >= seq) continue
      told.set(partition, seq)
      for (const listener of listeners)
        if (listener.partitions.includes(partition)) listener.onPoke({ partition, seq })
    }
  }

  async function pollOnce(): Promise<void> {
    const partitions = new Set([...listeners].flatMap((listener) => listener.partitions))
    publish(await look.heads([...partitions]))
    const ended = new Set(await look.ended([...new Set([...listeners].map(({ deviceId }) => deviceId))]))
    for (const listener of listeners) if (ended.has(listener.deviceId)) listener.onEnd()
  }

  function schedule(): void {
    if (listeners.size === 0 || poll.timer !== undefined) return
    poll.timer = setTimeout(() => {
      // A database that is away is asked again at the next beat; the desks have timers of their own.
      void pollOnce()
        .catch(() => undefined)
        .finally(() => {
          poll.timer = undefined
          schedule()
        })
    }, pollEvery)
    poll.timer.unref()
  }

  return {
    publish,
    listen(listener) {
      listeners.add(listener)
      schedule()
      return () => listeners.delete(listener)
    },
    close() {
      for (const listener of listeners) listener.onEnd()
      listeners.clear()
      clearTimeout(poll.timer)
    },
  }
}
