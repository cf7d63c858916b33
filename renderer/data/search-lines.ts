import { Subject, merge, type Observable } from 'rxjs'
import { refKey, type RefKey } from '#domain/sync/records.ts'
import { gistsOf, type Replica } from '#renderer/data/replica.ts'
import { index, type Indexed } from '#renderer/search/fill-index.ts'
import { indexed } from '#renderer/search/line.ts'
import { idOfLine } from '#renderer/search/pack-line.ts'
import type { SearchIndex } from '#renderer/search/search-index.ts'

export interface Filling {
  readonly changes: Observable<void>
  /** When every record of the replica is in the index: only from then on "not found" is true. */
  readonly filled: Promise<void>
  close(): Promise<void>
}

/** Fills the index from the replica, while the desk is open already, and keeps it so: every change of the replica passes here. */
export function fillIndex(replica: Replica, search: SearchIndex): Filling {
  const changes = new Subject<void>()
  const state = { filling: true, closed: false }
  /** What changed since the filling began: what the filling reads of it may be older. */
  const newer = new Set<RefKey>()
  // By the bulk: RxDB keeps for ever each event that it tells one by one (its `EVENT_BULK_CACHE` is no weak map).
  const bulks = merge(...indexed.map((collection) => replica[collection].eventBulks$))
  const watching = bulks.subscribe(({ collectionName, events }) => {
    const collection = collectionName as Indexed['collection']
    for (const { operation, documentId: id, documentData: record } of events) {
      if (state.filling) newer.add(refKey({ collection, id }))
      index(search, operation === 'DELETE' ? { collection, id } : { collection, id, record })
    }
    changes.next()
  })
  const fill = async () => {
    for (const collection of indexed)
      for await (const gists of gistsOf(replica, collection)) {
        if (state.closed) return
        for (const { line } of gists) {
          const isOld = newer.size > 0 && newer.has(refKey({ collection, id: idOfLine(line) }))
          if (!isOld) search.put(line)
        }
      }
    state.filling = false
    newer.clear()
  }
  const filled = fill()
  // A filling that failed is told to whoever searches.
  const over = filled.catch(() => undefined)
  return {
    changes,
    filled,
    async close() {
      state.closed = true
      watching.unsubscribe()
      await over
    },
  }
}
