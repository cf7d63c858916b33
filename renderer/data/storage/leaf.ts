/** Documents whose ids follow each other, as one record of IndexedDB: filling costs by the record. */
export interface Leaf {
  /** Every id from here to the next leaf's `from` belongs into this leaf; the first leaf begins at ''. */
  readonly from: string
  readonly ids: readonly string[]
  /** The documents as JSON, in the order of the ids. */
  readonly texts: readonly string[]
  /** For each index, the documents' keys in the order of the ids. IndexedDB has an entry for each of them. */
  readonly keys: Readonly<Record<string, readonly IDBValidKey[]>>
}

/** A document in a leaf, not read yet. */
export interface Entry {
  readonly id: string
  readonly text: string
  /** In the order of the indexes. */
  readonly keys: readonly IDBValidKey[]
  /** What the search index has of it, in collections that are searched. */
  readonly line?: Uint8Array
}

/** How a document becomes a line of the search index, and which way of doing so this is. */
export interface Lining {
  readonly version: number
  readonly lineOf: (document: object) => Uint8Array
}

/** An index that leaves have: its fields, and the id behind them. */
export interface LeafIndex {
  readonly name: string
  readonly fields: readonly string[]
}

/**
 * A change of one document writes its whole leaf with all entries, and a question to an index reads a leaf for each answer:
 * so the more indexes, the fewer documents. More make filling faster, and each of these slower.
 */
const mostIn = (indexes: readonly LeafIndex[]) => Math.ceil(32 / (1 + indexes.length))

export function entriesOf(
  { ids, texts, keys }: Leaf,
  indexes: readonly LeafIndex[],
  lines: readonly Uint8Array[] = [],
): Entry[] {
  return ids.map((id, at) => ({
    id,
    text: texts[at] ?? '',
    keys: indexes.map(({ name }) => keys[name]?.[at] ?? id),
    ...lineIn(lines[at]),
  }))
}

const lineIn = (line: Uint8Array | undefined) => (line === undefined ? {} : { line })

export function entryOf(
  document: { readonly id: string },
  indexes: readonly LeafIndex[],
  lining: Lining | undefined,
): Entry {
  const { id } = document
  const values: Readonly<Record<string, unknown>> = { ...document }
  // A key has no place for what is not there; below everything else it is still found.
  const partOf = (value: unknown) =>
    typeof value === 'string' || typeof value === 'number' ? value : -Infinity
  return {
    id,
    text: JSON.stringify(document),
    keys: indexes.map(({ fields }) => [...fields.map((field) => partOf(values[field])), id]),
    ...lineIn(lining?.lineOf(document)),
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
      indexes.map(({ name }, index) => [name, entries.map(({ id, keys }) => keys[index] ?? id)]),
    ),
  }
}
