import { Subject, merge, type Observable } from 'rxjs'
import { scan, type Replica } from '#renderer/data/replica.ts'
import { index, type Indexed } from '#renderer/search/fill-index.ts'
import type { SearchIndex } from '#renderer/search/search-index.ts'

const searched = ['customers', 'subscriptions', 'tickets'] as const

/** Fills the index from the replica and keeps it so: every change of the replica passes here. */
export async function fillIndex(
  replica: Replica,
  search: SearchIndex,
): Promise<{ readonly changes: Observable<void>; readonly close: () => void }> {
  const changes = new Subject<void>()
  const watching = merge(...searched.map((collection) => replica[collection].$)).subscribe((event) => {
    const collection = event.collectionName as Indexed['collection']
    const id = event.documentId
    index(
      search,
      event.operation === 'DELETE' ? { collection, id } : { collection, id, record: event.documentData },
    )
    changes.next()
  })
  for (const collection of searched) {
    for await (const records of scan(replica, collection)) {
      for (const record of records) index(search, { collection, id: record.id, record: record as never })
    }
  }
  return { changes, close: () => watching.unsubscribe() }
}
