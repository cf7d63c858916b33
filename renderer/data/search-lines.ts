import { Subject, type Observable } from 'rxjs'
import { refKey, type RefKey } from '#domain/sync/records.ts'
import type { DeskCore } from '#renderer/data/desk-core.ts'
import { leavesUnder, scan } from '#renderer/data/replica.ts'
import { rememberBegins } from '#renderer/data/storage/leaf-guess.ts'
import { keepPages, storedPages } from '#renderer/data/storage/leaf-pages.ts'
import { index, isIndexed, type Indexed } from '#renderer/search/fill-index.ts'
import { indexed, type IndexedName } from '#renderer/search/line.ts'
import type { SearchIndex } from '#renderer/search/search-index.ts'

export interface Filling {
  readonly changes: Observable<void>
  /** When every record of the replica is in the index: only from then on "not found" is true. */
  readonly filled: Promise<void>
  close(): Promise<void>
}

/** ms without any write of this desk after which pages are kept again. */
const calm = 5_000

/** Fills the index from the replica, while the desk is open already, and keeps it so: every change of the replica passes here. */
export function fillIndex(
  { replica, around, machine }: Pick<DeskCore, 'replica' | 'around' | 'machine'>,
  search: SearchIndex,
): Filling {
  const changes = new Subject<void>()
  const state = { filling: true, closed: false, changed: 0, keeping: Promise.resolve(), cancel: () => {} }
  /** What changed since the filling began: what the filling reads of it may be older, and pages want their order. */
  const newer = new Map<RefKey, Indexed>()
  // By the bulk: RxDB keeps for ever each event that it tells one by one (its `EVENT_BULK_CACHE` is no weak map).
  const watching = replica.eventBulks$.subscribe(({ collectionName: collection = '', events }) => {
    state.changed += 1
    keepWhenCalm()
    if (!isIndexed(collection)) return
    for (const { operation, documentId: id, documentData: record } of events) {
      const change = operation === 'DELETE' ? { collection, id } : { collection, id, record }
      if (state.filling) newer.set(refKey(change), change)
      else index(search, change)
    }
    changes.next()
  })
  const fillWith = async (collection: IndexedName) => {
    const leaves = leavesUnder(replica, collection)
    if (leaves === undefined)
      for await (const records of scan(replica, collection)) {
        if (state.closed) return
        for (const record of records) index(search, { collection, id: record.id, record: record as never })
      }
    else
      for await (const page of storedPages(leaves)) {
        if (state.closed) return
        search.add(collection, page)
      }
  }
  const fill = async () => {
    for (const collection of indexed) await fillWith(collection)
    if (state.closed) return
    state.filling = false
    for (const change of newer.values()) index(search, change)
    newer.clear()
    keepWhenCalm()
  }
  const keepWhenCalm = () => {
    state.cancel()
    if (!state.filling && !state.closed)
      state.cancel = around.after(calm, () => void (state.keeping = keep()))
  }
  /** A disk that refuses pages is asked again after the next change: they are read faster than gists, and say no more. */
  const keep = () => state.keeping.then(keepAll).catch(() => undefined)
  const keepAll = async () => {
    const { changed } = state
    const goesOn = () => !state.closed && state.changed === changed
    if ((await machine.diskRoom()) === 'stop') return
    for (const collection of indexed) {
      const leaves = leavesUnder(replica, collection)
      if (leaves !== undefined) await keepPages(leaves, goesOn)
    }
  }
  /** Where hits will be read: mostly somebody still types a password, and the first answer need not wait for it. */
  const readAhead = async () => {
    const leaves = leavesUnder(replica, 'customers')
    // A desk that is about to be filled has other ones soon.
    if (leaves !== undefined && !state.closed && search.customers() > 0) await rememberBegins(leaves.database)
  }
  const filled = fill()
  // A filling that failed is told to whoever searches.
  const over = filled.then(readAhead).catch(() => undefined)
  return {
    changes,
    filled,
    async close() {
      state.closed = true
      state.cancel()
      watching.unsubscribe()
      await over
      await state.keeping
    },
  }
}
