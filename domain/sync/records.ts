import type { CollectionName, RecordOf } from '#domain/entities.ts'

/** A record's name: its collection and its id. */
export interface Ref {
  readonly collection: CollectionName
  readonly id: string
}
/** The same as text, for maps. */
export type RefKey = string
export const refKey = (ref: Ref): RefKey => `${ref.collection}/${ref.id}`

/** The records that a step may look at: those it declared, as they are after the steps before it. */
export interface Records {
  get<C extends CollectionName>(collection: C, id: string): RecordOf<C> | undefined
}

/** Nothing but these records. */
export function onlyThese(records: Records, refs: readonly Ref[]): Records {
  const keys = new Set(refs.map(refKey))
  return {
    get: (collection, id) => (keys.has(refKey({ collection, id })) ? records.get(collection, id) : undefined),
  }
}

/** A record as a step leaves it. */
export type Write = {
  [C in CollectionName]: { readonly collection: C; readonly record: RecordOf<C> }
}[CollectionName]

/** Records in memory, laid over others that may be known below. */
export class RecordMap implements Records {
  readonly #own = new Map<RefKey, Write>()
  readonly #below: Records | undefined

  constructor(below?: Records) {
    this.#below = below
  }

  get<C extends CollectionName>(collection: C, id: string): RecordOf<C> | undefined {
    const own = this.#own.get(refKey({ collection, id }))
    // A key names its collection, so the record under it has that collection's type.
    return own === undefined ? this.#below?.get(collection, id) : (own.record as RecordOf<C>)
  }

  put(write: Write): void {
    this.#own.set(refKey({ collection: write.collection, id: write.record.id }), write)
  }

  /** What was put here, in the order of the first put. */
  writes(): readonly Write[] {
    return [...this.#own.values()]
  }
}
