import type { RxDocumentData } from 'rxdb/plugins/core'

/** What leaves know of a record. */
export interface Kept {
  id: string
  rev: number
}

/** A record as RxDB stores it. */
export type Stored = RxDocumentData<Kept>

/** Documents whose ids follow each other, as one record of IndexedDB: filling costs by the record. */
export interface Leaf {
  /** Every id from here to the next leaf's `from` belongs into this leaf; the first leaf begins at ''. */
  readonly from: string
  readonly ids: readonly string[]
  /** The documents as JSON, in the order of the ids. */
  readonly texts: readonly string[]
  /** For each index, the documents' keys in the order of the ids. IndexedDB has an entry for each of them that is one. */
  readonly keys: Readonly<Record<string, readonly LeafKey[]>>
}

/** A document's key in an index; null in one that only has others. */
export type LeafKey = IDBValidKey | null

/** A document in a leaf, not read yet. */
export interface Entry {
  readonly id: string
  readonly text: string
  /** In the order of the indexes. */
  readonly keys: readonly LeafKey[]
  readonly gist: Uint8Array
}

/** How the gists of a collection are made, and which way of doing so this is. */
export interface Gisting {
  readonly version: number
  readonly gistOf: (document: Stored) => Uint8Array
}

/** An index that leaves have: its fields, and the id behind them. */
export interface LeafIndex {
  readonly name: string
  readonly fields: readonly string[]
  /** Documents with another value of one of these fields have no entry. */
  readonly only: Readonly<Record<string, string>>
}

/**
 * A change of one document writes its whole leaf with all entries, and a question to an index reads a leaf for each answer:
 * so the more indexes, the fewer documents. More make filling faster, and each of these slower. A list of fifty tickets reads fifty
 * customers by their ids for their names: so never more than 16.
 */
const mostIn = (indexes: readonly LeafIndex[]) => Math.min(16, Math.ceil(32 / (1 + indexes.length)))

export function entriesOf(
  { ids, texts, keys }: Leaf,
  indexes: readonly LeafIndex[],
  gists: readonly Uint8Array[],
): Entry[] {
  return ids.map((id, at) => ({
    id,
    text: texts[at] ?? '',
    keys: indexes.map(({ name }) => keys[name]?.[at] ?? null),
    gist: gists[at] ?? new Uint8Array(),
  }))
}

export function entryOf(document: Stored, indexes: readonly LeafIndex[], { gistOf }: Gisting): Entry {
  const { id } = document
  const values: Readonly<Record<string, unknown>> = { ...document }
  // A key has no place for what is not there; below everything else it is still found.
  const partOf = (value: unknown) =>
    typeof value === 'string' || typeof value === 'number' ? value : -Infinity
  return {
    id,
    text: JSON.stringify(document),
    keys: indexes.map(({ fields, only }) =>
      Object.entries(only).every(([field, value]) => values[field] === value)
        ? [...fields.map((field) => partOf(values[field])), id]
        : null,
    ),
    gist: gistOf(document),
  }
}

/** Entries as the leaves take them: equally full where they are too many for one. */
export function leavesOf(entries: readonly Entry[], indexes: readonly LeafIndex[]): (readonly Entry[])[] {
  const size = Math.ceil(entries.length / Math.ceil(entries.length / mostIn(indexes)))
  const parts: (readonly Entry[])[] = []
  for (let at = 0; at < entries.length; at += size) parts.push(entries.slice(at, at + size))
  return parts
}

export function leafFrom(from: string, entries: readonly Entry[], indexes: readonly LeafIndex[]): Leaf {
  return {
    from,
    ids: entries.map(({ id }) => id),
    texts: entries.map(({ text }) => text),
    keys: Object.fromEntries(
      indexes.map(({ name }, index) => [name, entries.map(({ keys }) => keys[index] ?? null)]),
    ),
  }
}
