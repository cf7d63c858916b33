import { combineLatest, map, shareReplay, type Observable } from 'rxjs'
import type { Item } from '#domain/item/item.ts'
import { refKey, type RefKey } from '#domain/sync/records.ts'
import { changedBy } from '#domain/sync/run.ts'
import type { RecordState } from '#renderer/data/contract.ts'
import type { StateOf } from '#renderer/data/desk.ts'
import type { DeskCore } from '#renderer/data/desk-core.ts'
import { plain } from '#renderer/data/replica.ts'

/** The acknowledged truth of every record: what waits is only here, what headquarters answered is there, the rest asks for a person. [C6] */
export function recordStates({ outbox, replica }: Pick<DeskCore, 'outbox' | 'replica'>): Observable<StateOf> {
  const open = replica.items
    .find({ selector: { status: 'open' } })
    .$.pipe(map((documents) => documents.map((document) => plain<Item>(document))))
  return combineLatest([outbox.changed, open]).pipe(
    map(([entries, items]): StateOf => {
      const states = new Map<RefKey, RecordState>()
      for (const entry of entries) {
        if (entry.result !== undefined) continue
        for (const ref of changedBy(entry.operation))
          states.set(refKey(ref), entry.state === 'parked' ? 'attention' : 'saved_here')
      }
      for (const item of items)
        if (item.docId !== undefined) states.set(`${item.docCollection ?? ''}/${item.docId}`, 'attention')
      return (collection, id) => states.get(refKey({ collection, id })) ?? 'at_headquarters'
    }),
    shareReplay({ bufferSize: 1, refCount: true }),
  )
}
