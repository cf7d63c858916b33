import type { RxCollection } from 'rxdb/plugins/core'
import { map, Observable } from 'rxjs'
import type { CollectionName, RecordOf } from '#domain/entities.ts'
import { plain, type Replica } from '#renderer/data/replica.ts'
import type { Asked } from '#renderer/data/whole.ts'

interface Question {
  readonly selector: Readonly<Record<string, unknown>>
  readonly sort?: readonly Readonly<Record<string, 'asc'>>[]
  readonly limit?: number
}

/** A collection's answer to a question that one of its indexes serves, again after each change. Sorts only upwards (design 8). */
export function live<C extends CollectionName>(
  replica: Replica,
  collection: C,
  question: Question,
): Observable<RecordOf<C>[]> {
  const query = collectionOf(replica, collection).find(question as never)
  return asked(replica, query).pipe(
    map((documents) => documents.map((document) => plain<RecordOf<C>>(document))),
  )
}

export function liveOne<C extends CollectionName>(
  replica: Replica,
  collection: C,
  id: string,
): Observable<RecordOf<C> | undefined> {
  const query = collectionOf(replica, collection).findOne(id)
  return asked(replica, query).pipe(
    map((document) => (document === null ? undefined : plain<RecordOf<C>>(document))),
  )
}

/** A query's results, known to the writer for as long as somebody looks at them. [C7] */
function asked<T>(replica: Replica, query: { readonly $: Observable<T> } & Asked): Observable<T> {
  return new Observable<T>((observer) => {
    const own: Asked = { exec: () => query.exec() }
    replica.asked.add(own)
    const watching = query.$.subscribe(observer)
    return () => {
      watching.unsubscribe()
      replica.asked.delete(own)
    }
  })
}

/** TypeScript cannot call a method of a union of collections; what they have in common is enough here. */
function collectionOf(replica: Replica, collection: CollectionName): RxCollection<{ id: string }> {
  return replica[collection] as unknown as RxCollection<{ id: string }>
}
