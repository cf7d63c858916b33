import type { RxDocumentData } from 'rxdb/plugins/core'
import { joined } from '#domain/joined.ts'
import { coarseEntries } from '#renderer/data/storage/leaf-coarse.ts'

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
  /**
   * The documents as JSON in UTF-8, one after the other in the order of the ids: whoever wants one of them has no text of each
   * other in its heap. An older console wrote a text for each.
   */
  readonly texts: Uint8Array | readonly string[]
  /** Where each of them ends. */
  readonly ends?: readonly number[]
  /** For each index, the documents' keys in the order of the ids. IndexedDB has an entry for each of them that is one. */
  readonly keys: Readonly<Record<string, readonly LeafKey[]>>
  /** For each coarse index what IndexedDB has an entry for, instead of the keys. An older console has none of them. */
  readonly entries?: Readonly<Record<string, readonly IDBValidKey[]>>
}

/** A document's key in an index; null in one that only has others. */
export type LeafKey = IDBValidKey | null

/** A document in a leaf, not read yet. */
export interface Entry {
  readonly id: string
  readonly text: Uint8Array
  /** In the order of the indexes. */
  readonly keys: readonly LeafKey[]
}

/** How the gists of a collection are made, and which way of doing so this is. */
export interface Gisting {
  readonly isSearched: boolean
  readonly version: number
  readonly gistOf: (document: Stored) => Uint8Array
}

/** An index that leaves have: its fields, and the id behind them. */
export interface LeafIndex {
  readonly name: string
  readonly fields: readonly string[]
  /** Documents with another value of one of these fields have no entry. */
  readonly only: Readonly<Record<string, string>>
  /** Of a coarse index: documents whose last fields are in one stretch of this length, counted from 0, share an entry. */
  readonly grain?: number
}

/**
 * A change of one document writes its whole leaf with all entries, and a question to an index reads a leaf for each answer:
 * so the more indexes, the fewer documents. More make filling faster, and each of these slower. A list of fifty tickets reads fifty
 * customers by their ids for their names: so never more than 16.
 */
const mostIn = (indexes: readonly LeafIndex[]) => Math.min(16, Math.ceil(32 / (1 + indexes.length)))

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** The JSON of one document of a leaf, by its place among the ids. */
export function textAt({ texts, ends = [] }: Leaf, at: number): Uint8Array {
  return texts instanceof Uint8Array ? texts.subarray(ends[at - 1] ?? 0, ends[at]) : encoder.encode(texts[at])
}

export function documentOf(text: Uint8Array): Stored {
  return JSON.parse(decoder.decode(text)) as Stored
}

export function entriesOf(leaf: Leaf, indexes: readonly LeafIndex[]): Entry[] {
  const { ids, keys } = leaf
  return ids.map((id, at) => ({
    id,
    text: textAt(leaf, at),
    keys: indexes.map(({ name }) => keys[name]?.[at] ?? null),
  }))
}

export function entryOf(document: Stored, indexes: readonly LeafIndex[]): Entry {
  const { id } = document
  const values: Readonly<Record<string, unknown>> = { ...document }
  // A key has no place for what is not there; below everything else it is still found.
  const partOf = (value: unknown) =>
    typeof value === 'string' || typeof value === 'number' ? value : -Infinity
  return {
    id,
    text: encoder.encode(JSON.stringify(document)),
    keys: indexes.map(({ fields, only }) =>
      Object.entries(only).every(([field, value]) => values[field] === value)
        ? [...fields.map((field) => partOf(values[field])), id]
        : null,
    ),
  }
}

/** Entries as the leaves take them. */
export function leavesOf(entries: readonly Entry[], indexes: readonly LeafIndex[]): (readonly Entry[])[] {
  return evenParts(entries, mostIn(indexes))
}

/** In order, and equally many in each part where they are too many for one. */
export function evenParts<T>(all: readonly T[], most: number): (readonly T[])[] {
  const size = Math.ceil(all.length / Math.ceil(all.length / most))
  const parts: (readonly T[])[] = []
  for (let at = 0; at < all.length; at += size) parts.push(all.slice(at, at + size))
  return parts
}

export function leafFrom(from: string, entries: readonly Entry[], indexes: readonly LeafIndex[]): Leaf {
  let end = 0
  const keys = Object.fromEntries(
    indexes.map(({ name }, index) => [name, entries.map((entry) => entry.keys[index] ?? null)]),
  )
  return {
    from,
    ids: entries.map(({ id }) => id),
    texts: joined(...entries.map(({ text }) => text)),
    ends: entries.map(({ text }) => (end += text.length)),
    keys,
    entries: entriesIn(keys, indexes),
  }
}

/** What the coarse indexes of a leaf with these keys have entries for. */
export function entriesIn(keys: Leaf['keys'], indexes: readonly LeafIndex[]): NonNullable<Leaf['entries']> {
  return Object.fromEntries(
    indexes.flatMap(({ name, grain }) =>
      grain === undefined ? [] : [[name, coarseEntries(keys[name] ?? [], grain)]],
    ),
  )
}
