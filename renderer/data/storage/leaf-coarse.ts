import { compareKeys } from '#renderer/data/storage/leaf-key.ts'
import type { LeafKey } from '#renderer/data/storage/leaf.ts'

/** A key of a coarse index as far as the index tells: its fields without the id behind them, the last one in whole grains. */
export function coarseKey(key: readonly IDBValidKey[], grain: number): IDBValidKey[] {
  return key
    .slice(0, -1)
    .map((part, at) => (at === key.length - 2 && typeof part === 'number' ? Math.floor(part / grain) : part))
}

/** What a leaf has entries for in a coarse index, in order, each once. */
export function coarseEntries(keys: readonly LeafKey[], grain: number): IDBValidKey[][] {
  const inOrder = keys
    .flatMap((key) => (key instanceof Array ? [coarseKey(key, grain)] : []))
    .toSorted(compareKeys)
  return inOrder.filter((key, at) => compareKeys(key, inOrder[at - 1] ?? []) !== 0)
}

/** Where the entries are of all leaves that may have a document within this range. */
export function coarseRange({ lower, upper }: IDBKeyRange, grain: number): IDBKeyRange {
  const [from, to] = [lower, upper].map((key) => coarseKey(key as IDBValidKey[], grain))
  return IDBKeyRange.bound(from, to)
}
