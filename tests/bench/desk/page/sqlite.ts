import type { ReadingPeer } from '#tests/bench/desk/page/peer.ts'
import type { Asked } from '#tests/bench/desk/page/sqlite-worker.ts'

interface Waiting {
  readonly resolve: (value: never) => void
  readonly reject: (fault: Error) => void
}

/** The page's end of SQLite's worker. */
export async function openSqlite(name: string): Promise<ReadingPeer> {
  const worker = new Worker(new URL('./sqlite-worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, Waiting>()
  const asked = { count: 0 }
  worker.addEventListener(
    'message',
    ({ data }: MessageEvent<{ id: number; value: never; fault?: string }>) => {
      const { resolve, reject } = waiting.get(data.id) ?? {}
      waiting.delete(data.id)
      if (data.fault === undefined) resolve?.(data.value)
      else reject?.(new Error(data.fault))
    },
  )
  const call = <T>(what: Asked) =>
    new Promise<T>((resolve, reject) => {
      const id = (asked.count += 1)
      waiting.set(id, { resolve, reject })
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no other origin
      worker.postMessage({ id, asked: what })
    })
  await call({ do: 'open', name })
  return {
    write: (collection, rows) => call({ do: 'write', collection, rows }),
    count: (collection) => call({ do: 'count', collection }),
    byId: (collection, id) => call({ do: 'byId', collection, id }),
    ask: (ask) => call({ do: 'ask', ask }),
    after: (collection, id, limit) => call({ do: 'after', collection, id, limit }),
  }
}
