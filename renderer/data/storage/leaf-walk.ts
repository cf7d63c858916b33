import { answerOf, beginOf } from '#renderer/data/storage/leaf-store.ts'
import type { Leaf } from '#renderer/data/storage/leaf.ts'

/** A document that was found, not read yet, and its key in the order in which it was looked for. */
export interface Found {
  readonly key: IDBValidKey
  readonly text: string
}

/** Never so many leaves at once that they fill the memory. */
const mostAtOnce = 128

/** The documents with ids in this range, in their order; `about` so many are wanted. */
export async function* inOrderOfIds(
  store: IDBObjectStore,
  range: IDBKeyRange,
  about: number,
): AsyncGenerator<Found[]> {
  const size = Math.min(about, mostAtOnce)
  let rest = IDBKeyRange.lowerBound((await beginOf(store, range.lower as IDBValidKey)) ?? range.lower)
  for (;;) {
    const leaves: Leaf[] = await answerOf(store.getAll(rest, size))
    yield leaves.flatMap((leaf) => foundIn(leaf, leaf.ids, range))
    const [last] = leaves.slice(-1)
    if (last === undefined || leaves.length < size || indexedDB.cmp(last.from, range.upper) > 0) return
    rest = IDBKeyRange.lowerBound(last.from, true)
  }
}

/** The documents with keys in this range of an index, in their order; about so many are wanted. */
export async function* inOrderOf(
  index: string,
  store: IDBObjectStore,
  range: IDBKeyRange,
  about: number,
): AsyncGenerator<Found[]> {
  const size = Math.min(about, mostAtOnce)
  for (let rest = range; ;) {
    // IndexedDB answers with the leaf of each next key, not with the document: a leaf may come several times.
    const leaves: Leaf[] = await answerOf(store.index(index).getAll(rest, size))
    const once = new Map(leaves.map((leaf) => [leaf.from, leaf]))
    const within = rest
    const found = [...once.values()]
      .flatMap((leaf) => foundIn(leaf, leaf.keys[index] ?? [], within))
      .toSorted((a, b) => indexedDB.cmp(a.key, b.key))
      .slice(0, size)
    yield found
    const last = found.at(-1)
    if (last === undefined || leaves.length < size || indexedDB.cmp(last.key, range.upper) >= 0) return
    rest = IDBKeyRange.bound(last.key, range.upper, true, range.upperOpen)
  }
}

function foundIn({ texts }: Leaf, keys: readonly IDBValidKey[], range: IDBKeyRange): Found[] {
  return keys.flatMap((key, at) => (range.includes(key) ? [{ key, text: texts[at] ?? '' }] : []))
}
