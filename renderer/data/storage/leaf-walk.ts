import { coarseKey, coarseRange } from '#renderer/data/storage/leaf-coarse.ts'
import { compareKeys, isWithin } from '#renderer/data/storage/leaf-key.ts'
import { answerOf, beginOf, leafAt } from '#renderer/data/storage/leaf-store.ts'
import { textAt, type Leaf, type LeafKey } from '#renderer/data/storage/leaf.ts'

/** A document that was found, not read yet, and its key in the order in which it was looked for. */
export interface Found {
  readonly key: IDBValidKey
  readonly text: Uint8Array
}

/** Never so many leaves at once that they fill the memory. */
export const mostAtOnce = 128

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

/** The documents with keys in this range of an index, in their order; about so many are wanted, or all of them. */
export async function* inOrderOf(
  index: string,
  store: IDBObjectStore,
  range: IDBKeyRange,
  about: number,
): AsyncGenerator<Found[]> {
  if (about === Infinity) return yield* allOf(index, store, range)
  const size = Math.min(about, mostAtOnce)
  for (let rest = range; ;) {
    // IndexedDB answers with the leaf of each next key, not with the document: a leaf may come several times.
    const leaves: Leaf[] = await answerOf(store.index(index).getAll(rest, size))
    const once = new Map(leaves.map((leaf) => [leaf.from, leaf]))
    const within = rest
    const found = [...once.values()]
      .flatMap((leaf) => foundIn(leaf, leaf.keys[index] ?? [], within))
      .toSorted((a, b) => compareKeys(a.key, b.key))
      .slice(0, size)
    yield found
    const last = found.at(-1)
    if (last === undefined || leaves.length < size || compareKeys(last.key, range.upper) >= 0) return
    rest = IDBKeyRange.bound(last.key, range.upper, true, range.upperOpen)
  }
}

/** The same from an index that has one entry for many documents of a leaf: all that share entries are read together. */
export async function* inCoarseOrderOf(
  { name: index, grain }: { readonly name: string; readonly grain: number },
  store: IDBObjectStore,
  range: IDBKeyRange,
  about: number,
): AsyncGenerator<Found[]> {
  const entries = coarseRange(range, grain)
  if (about === Infinity) return yield* allOf(index, store, range, entries)
  const size = Math.min(about, mostAtOnce)
  const read = new Map<string, Leaf>()
  const named = async (within: IDBKeyRange, most?: number) => {
    const begins = (await answerOf(store.index(index).getAllKeys(within, most))) as string[]
    const unread = [...new Set(begins)].filter((from) => !read.has(from))
    for (const leaf of await Promise.all(unread.map((from) => leafAt(store, from))))
      if (leaf !== undefined) read.set(leaf.from, leaf)
    return begins
  }
  for (let rest = entries; ;) {
    const begins = await named(rest, size)
    const last = begins.length < size ? undefined : lastEntry(begins, rest)
    // Others may share the last one.
    if (last !== undefined) await named(IDBKeyRange.only(last))
    const within = last === undefined ? rest : IDBKeyRange.bound(rest.lower, last, rest.lowerOpen)
    yield [...read.values()]
      .flatMap((leaf) => foundIn(leaf, leaf.keys[index] ?? [], range))
      .filter(({ key }) => isWithin(within, coarseKey(key as IDBValidKey[], grain)))
      .toSorted((a, b) => compareKeys(a.key, b.key))
    if (last === undefined) return
    rest = IDBKeyRange.bound(last, rest.upper, true)
  }

  /** The index names leaves in the order of its entries: the last of them by the how manieth of its leaf it is. */
  function lastEntry(begins: readonly string[], within: IDBKeyRange): IDBValidKey | undefined {
    const from = begins.at(-1) ?? ''
    const own = read.get(from)?.entries?.[index]?.filter((entry) => isWithin(within, entry)) ?? []
    return own[begins.filter((begin) => begin === from).length - 1]
  }
}

/** Whoever wants all of them reads no leaf twice: the index names the leaves first. */
async function* allOf(
  index: string,
  store: IDBObjectStore,
  range: IDBKeyRange,
  entries = range,
): AsyncGenerator<Found[]> {
  const named = (await answerOf(store.index(index).getAllKeys(entries))) as string[]
  const begins = [...new Set(named)].toSorted()
  const inOne = begins.length > mostAtOnce && (await areMost(begins, store))
  const found: Found[] = []
  for (let at = 0; at < begins.length; at += mostAtOnce) {
    const some = begins.slice(at, at + mostAtOnce)
    const leaves = inOne
      ? await answerOf(store.getAll(IDBKeyRange.bound(some[0], some.at(-1))) as IDBRequest<Leaf[]>)
      : await Promise.all(some.map((from) => leafAt(store, from)))
    for (const leaf of leaves)
      if (leaf !== undefined) found.push(...foundIn(leaf, leaf.keys[index] ?? [], range))
  }
  yield found.toSorted((a, b) => compareKeys(a.key, b.key))
}

/** Where most leaves are named, reading past the others costs less than asking for each. Only so many are counted as say it. */
async function areMost(begins: readonly string[], store: IDBObjectStore): Promise<boolean> {
  const most = 2 * begins.length
  const range = IDBKeyRange.bound(begins[0], begins.at(-1))
  return (await answerOf(store.getAllKeys(range, most))).length < most
}

function foundIn(leaf: Leaf, keys: readonly LeafKey[], range: IDBKeyRange): Found[] {
  return keys.flatMap((key, at) =>
    key !== null && isWithin(range, key) ? [{ key, text: textAt(leaf, at) }] : [],
  )
}
