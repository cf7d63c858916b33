import { categorizeBulkWriteRows, type BulkWriteRow } from 'rxdb/plugins/core'
import { joined } from '#domain/joined.ts'
import type { Leaves } from '#renderer/data/storage/leaf-query.ts'
import { isAt } from '#renderer/search/form.ts'
import { lineOfGist } from '#renderer/data/storage/gist.ts'
import { dropPages } from '#renderer/data/storage/leaf-pages.ts'
import {
  beginsOf,
  byBegin,
  gistsAt,
  gistsBeside,
  leafAt,
  pagesBeside,
  writing,
} from '#renderer/data/storage/leaf-store.ts'
import {
  documentOf,
  entriesOf,
  entryOf,
  leafFrom,
  leavesOf,
  type Entry,
  type Kept,
  type Stored,
} from '#renderer/data/storage/leaf.ts'

type Rows = BulkWriteRow<Kept>[]
/** What RxDB makes of rows that meet what is stored: what is to be written, conflicts, and what to tell of. */
type Written = ReturnType<typeof categorizeBulkWriteRows<Kept>>

/** A leaf as it stands, and those ids of a write that belong into it. */
interface Touched {
  readonly from: string
  readonly ids: readonly string[]
  readonly entries: ReadonlyMap<string, Entry>
}

/** Writes what does not conflict with what is stored, in one transaction. */
export function write(leaves: Leaves, rows: Rows, context: string): Promise<Written> {
  const ids = rows.map(({ document }) => document.id).toSorted()
  return writing(leaves.database, async (store) => {
    const touched = await touchedBy(store, ids, leaves)
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
    const relined = touched.flatMap((each) => rewrite(store, leaves, each, documents))
    if (relined.length > 0) await dropPages(pagesBeside(store), leaves, relined)
    return written
  })
}

async function touchedBy(
  store: IDBObjectStore,
  ids: readonly string[],
  { indexes }: Leaves,
): Promise<Touched[]> {
  const begins = (await beginsOf(store, ids)).toSorted()
  return Promise.all(
    [...byBegin(begins, ids)].map(async ([from, own]) => {
      const [leaf, gists] = await Promise.all([leafAt(store, from), gistsAt(store, from)])
      const entries = leaf === undefined ? [] : entriesOf(leaf, indexes, gists)
      return { from, ids: own, entries: new Map(entries.map((entry) => [entry.id, entry])) }
    }),
  )
}

function storedIn({ entries, ids }: Touched): [string, Stored][] {
  return ids.flatMap((id): [string, Stored][] => {
    const entry = entries.get(id)
    return entry === undefined ? [] : [[id, documentOf(entry.text)]]
  })
}

/** Answers the documents whose lines are not what they were. */
function rewrite(
  store: IDBObjectStore,
  { indexes, gisting }: Leaves,
  { from, entries, ids }: Touched,
  documents: ReadonlyMap<string, Stored>,
): string[] {
  const changed = ids.flatMap((id) => documents.get(id) ?? [])
  if (changed.length === 0) return []
  const after = new Map(entries)
  for (const document of changed) {
    const { _deleted: isGone } = document
    if (isGone) after.delete(document.id)
    else after.set(document.id, entryOf(document, indexes, gisting))
  }
  const relined = changed.flatMap(({ id }) => {
    const [line, other] = [lineOfGist(entries.get(id)?.gist), lineOfGist(after.get(id)?.gist)]
    return line.length === other.length && isAt(line, 0, other) ? [] : [id]
  })
  const inOrder = [...after.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  if (inOrder.length === 0) {
    store.delete(from)
    gistsBeside(store).delete(from)
    return relined
  }
  for (const [at, part] of leavesOf(inOrder, indexes).entries()) {
    const begin = at === 0 ? from : (part[0]?.id ?? from)
    store.put(leafFrom(begin, part, indexes))
    gistsBeside(store).put(joined(...part.map(({ gist }) => gist)), begin)
  }
  return relined
}
