import { Subject, merge, type Observable } from 'rxjs'
import { scan, type Replica } from '#renderer/data/replica.ts'
import { index, lineOf, type Indexed } from '#renderer/search/fill-index.ts'
import type { SearchIndex } from '#renderer/search/search-index.ts'

const searched = ['customers', 'subscriptions', 'tickets'] as const

export interface Filling {
  readonly changes: Observable<void>
  /** When every record of the replica is in the index: only from then on "not found" is true. */
  readonly filled: Promise<void>
  /** Customers in the index. */
  customers(): number
  close(): Promise<void>
}

/** Fills the index from the replica, while the desk is open already, and keeps it so: every change of the replica passes here. */
export function fillIndex(replica: Replica, search: SearchIndex): Filling {
  const changes = new Subject<void>()
  const state = { filling: true, closed: false, customers: 0 }
  const take = (line: Indexed) => {
    const key = lineOf(line)
    const before = search.has(key)
    index(search, line)
    if (line.collection === 'customers') state.customers += Number(search.has(key)) - Number(before)
  }
  /** What changed since the filling began: what the filling reads of it may be older. */
  const newer = new Set<string>()
  const watching = merge(...searched.map((collection) => replica[collection].$)).subscribe((event) => {
    const collection = event.collectionName as Indexed['collection']
    const id = event.documentId
    if (state.filling) newer.add(lineOf({ collection, id }))
    take(event.operation === 'DELETE' ? { collection, id } : { collection, id, record: event.documentData })
    changes.next()
  })
  const fill = async () => {
    for (const collection of searched)
      for await (const records of scan(replica, collection)) {
        if (state.closed) return
        for (const record of records)
          if (!newer.has(lineOf({ collection, id: record.id })))
            take({ collection, id: record.id, record: record as never })
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
    customers: () => state.customers,
    async close() {
      state.closed = true
      watching.unsubscribe()
      await over
    },
  }
}
