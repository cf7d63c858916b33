import type { Poke } from '#domain/sync/link.ts'
import type { PartitionId } from '#domain/sync/feed.ts'

export interface Listener {
  /** Whose words it hears: the hash of the access token. */
  readonly session: string
  readonly partitions: readonly PartitionId[]
  readonly onPoke: (poke: Poke) => void
  /** The session is over, or headquarters stops. */
  readonly onEnd: () => void
}

/**
 * What other processes before the same database did: two statements at each beat for all listeners together, only while
 * somebody listens.
 */
export interface Look {
  heads(partitions: readonly PartitionId[]): Promise<Readonly<Record<PartitionId, number>>>
  /** Those sessions that go on. */
  lasting(sessions: readonly string[]): Promise<readonly string[]>
}

export interface Pokes {
  /** Tells everybody who listens to one of the partitions; of places that follow close on each other only the last. */
  publish(seqs: Readonly<Record<PartitionId, number>>): void
  listen(listener: Listener): () => void
  close(): void
}

/** ms: a poke is to cross processes within a second. */
const pollEvery = 750
/** ms: what comes to a partition so soon after a poke waits for the next. Each poke lets every desk of a centre ask. */
const gathering = 300

export function pokesOf(look: Look): Pokes {
  const listeners = new Set<Listener>()
  const byPartition = new Map<PartitionId, Set<Listener>>()
  const told = new Map<PartitionId, number>()
  /** Partitions that were told of just now, with what came since. */
  const resting = new Map<PartitionId, { seq: number; readonly timer: NodeJS.Timeout }>()
  const poll: { timer: NodeJS.Timeout | undefined } = { timer: undefined }

  function publish(seqs: Readonly<Record<PartitionId, number>>): void {
    for (const [partition, seq] of Object.entries(seqs)) {
      const rest = resting.get(partition)
      if (rest === undefined) tell(partition, seq)
      else rest.seq = Math.max(rest.seq, seq)
    }
  }

  function tell(partition: PartitionId, seq: number): void {
    if ((told.get(partition) ?? 0) >= seq) return
    told.set(partition, seq)
    const listening = byPartition.get(partition)
    if (listening === undefined) return
    for (const listener of listening) listener.onPoke({ partition, seq })
    const timer = setTimeout(() => {
      const since = resting.get(partition)?.seq ?? 0
      resting.delete(partition)
      tell(partition, since)
    }, gathering)
    resting.set(partition, { seq: 0, timer: timer.unref() })
  }

  async function pollOnce(): Promise<void> {
    const asked = [...listeners]
    publish(await look.heads([...byPartition.keys()]))
    const lasting = new Set(await look.lasting([...new Set(asked.map(({ session }) => session))]))
    for (const listener of asked) if (!lasting.has(listener.session)) listener.onEnd()
  }

  function schedule(): void {
    if (listeners.size === 0 || poll.timer !== undefined) return
    poll.timer = setTimeout(() => {
      // A database that is away ends no session and is asked again at the next beat; the desks have timers of their own.
      void pollOnce()
        .catch(() => undefined)
        .finally(() => {
          poll.timer = undefined
          schedule()
        })
    }, pollEvery)
    poll.timer.unref()
  }

  function forget(listener: Listener): void {
    listeners.delete(listener)
    for (const partition of listener.partitions) {
      const there = byPartition.get(partition)
      there?.delete(listener)
      if (there?.size === 0) byPartition.delete(partition)
    }
  }

  return {
    publish,
    listen(listener) {
      listeners.add(listener)
      for (const partition of listener.partitions) {
        const there = byPartition.get(partition) ?? new Set()
        byPartition.set(partition, there.add(listener))
      }
      schedule()
      return () => forget(listener)
    },
    close() {
      for (const listener of listeners) {
        listener.onEnd()
        forget(listener)
      }
      clearTimeout(poll.timer)
      for (const { timer } of resting.values()) clearTimeout(timer)
    },
  }
}
