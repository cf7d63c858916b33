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

export function entriesOf({ ids, texts, keys }: Leaf, indexes: readonly LeafIndex[]): Entry[] {
  return ids.map((id, at) => ({
    id,
    text: texts[at] ?? '',
    keys: indexes.map(({ name }) => keys[name]?.[at] ?? id),
  }))
}

export function entryOf(document: { readonly id: string }, indexes: readonly LeafIndex[]): Entry {
  const { id } = document
  const values: Readonly<Record<string, unknown>> = { ...document }
  // A key has no place for what is not there; below everything else it is still found.
  const partOf = (value: unknown) =>
    typeof value === 'string' || typeof value === 'number' ? value : -Infinity
  return {
    id,
    text: JSON.stringify(document),
    keys: indexes.map(({ fields }) => [...fields.map((field) => partOf(values[field])), id]),
  }
}

/** Entries as leaves, the first of which begins at `from`; equally full where they are too many for one. */
export function leavesFrom(from: string, entries: readonly Entry[], indexes: readonly LeafIndex[]): Leaf[] {
  const size = Math.ceil(entries.length / Math.ceil(entries.length / mostIn(indexes)))
  const leaves: Leaf[] = []
  for (let at = 0; at < entries.length; at += size) {
    const part = entries.slice(at, at + size)
    leaves.push({
      from: at === 0 ? from : (part[0]?.id ?? from),
      ids: part.map(({ id }) => id),
      texts: part.map(({ text }) => text),
      keys: Object.fromEntries(
        indexes.map(({ name }, index) => [name, part.map(({ id, keys }) => keys[index] ?? id)]),
      ),
    })
  }
  return leaves
}
