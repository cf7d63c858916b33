import { categorizeBulkWriteRows, type BulkWriteRow } from 'rxdb/plugins/core'
import type { Leaves } from '#renderer/data/storage/leaf-query.ts'
import { bareGist } from '#renderer/data/storage/gist.ts'
import { rewriteGists } from '#renderer/data/storage/leaf-gists.ts'
import { dropPages } from '#renderer/data/storage/leaf-pages.ts'
import {
  gistsBeside,
  pagesBeside,
  touchedIn,
  writing,
  type Touched,
} from '#renderer/data/storage/leaf-store.ts'
import {
  documentOf,
  entriesOf,
  entryOf,
  leafFrom,
  leavesOf,
  type Entry,
  type Kept,
  type Leaf,
  type Stored,
} from '#renderer/data/storage/leaf.ts'

type Rows = BulkWriteRow<Kept>[]
/** What RxDB makes of rows that meet what is stored: what is to be written, conflicts, and what to tell of. */
type Written = ReturnType<typeof categorizeBulkWriteRows<Kept>>

/** What a leaf holds, and those ids of a write that belong into it. */
interface TouchedLeaf extends Touched<Leaf> {
  readonly entries: ReadonlyMap<string, Entry>
}

/** Writes what does not conflict with what is stored, in one transaction. */
export function write(leaves: Leaves, rows: Rows, context: string): Promise<Written> {
  const ids = rows.map(({ document }) => document.id).toSorted()
  return writing(leaves.database, async (store) => {
    const [found, blocks] = await Promise.all([
      touchedIn<Leaf>(store, ids),
      touchedIn<Uint8Array>(gistsBeside(store), ids),
    ])
    const touched = found.map((each): TouchedLeaf => ({ ...each, entries: entriesIn(each.value, leaves) }))
    const stored = new Map(touched.flatMap(storedIn))
    const written = categorizeBulkWriteRows<Kept>(
      { schema: leaves.schema } as never,
      'id',
      stored,
      rows,
      context,
    )
    const accepted = [...written.bulkInsertDocs, ...written.bulkUpdateDocs]
    const documents = new Map(accepted.map(({ document }) => [document.id, document]))
    for (const each of touched) rewrite(store, leaves, each, documents)
    const gists = new Map(
      [...documents].map(([id, document]) => {
        const { _deleted: isGone } = document
        return [id, { gist: isGone ? bareGist(id) : leaves.gisting.gistOf(document), isGone }]
      }),
    )
    const relined = rewriteGists(gistsBeside(store), blocks, gists)
    if (leaves.gisting.isSearched && relined.length > 0) await dropPages(pagesBeside(store), leaves, relined)
    return written
  })
}

function entriesIn(leaf: Leaf | undefined, { indexes }: Leaves): Map<string, Entry> {
  const entries = leaf === undefined ? [] : entriesOf(leaf, indexes)
  return new Map(entries.map((entry) => [entry.id, entry]))
}

function storedIn({ entries, ids }: TouchedLeaf): [string, Stored][] {
  return ids.flatMap((id): [string, Stored][] => {
    const entry = entries.get(id)
    return entry === undefined ? [] : [[id, documentOf(entry.text)]]
  })
}

function rewrite(
  store: IDBObjectStore,
  { indexes }: Leaves,
  { from, entries, ids }: TouchedLeaf,
  documents: ReadonlyMap<string, Stored>,
): void {
  const changed = ids.flatMap((id) => documents.get(id) ?? [])
  if (changed.length === 0) return
  const after = new Map(entries)
  for (const document of changed) {
    const { _deleted: isGone } = document
    if (isGone) after.delete(document.id)
    else after.set(document.id, entryOf(document, indexes))
  }
  const inOrder = [...after.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  if (inOrder.length === 0) store.delete(from)
  for (const [at, part] of leavesOf(inOrder, indexes).entries())
    store.put(leafFrom(at === 0 ? from : (part[0]?.id ?? from), part, indexes))
}
