/**
 * The order of IndexedDB for the keys that leaves have: numbers below texts, texts below lists, lists by their parts. Its own
 * `cmp` and `includes` say the same, but a call from JavaScript costs more than the comparison.
 */
export function compareKeys(a: IDBValidKey, b: IDBValidKey): number {
  if (a instanceof Array && b instanceof Array) {
    for (let part = 0; part < a.length && part < b.length; part++) {
      const order = compareKeys(a[part] as IDBValidKey, b[part] as IDBValidKey)
      if (order !== 0) return order
    }
    return a.length - b.length
  }
  if (typeof a !== typeof b) return rankOf(a) - rankOf(b)
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** Whether a key stands between the two ends of a range. */
export function isWithin({ lower, upper, lowerOpen, upperOpen }: IDBKeyRange, key: IDBValidKey): boolean {
  if (lower !== undefined) {
    const order = compareKeys(lower as IDBValidKey, key)
    if (lowerOpen ? order >= 0 : order > 0) return false
  }
  if (upper === undefined) return true
  const order = compareKeys(key, upper as IDBValidKey)
  return upperOpen ? order < 0 : order <= 0
}

function rankOf(key: IDBValidKey): number {
  if (typeof key === 'number') return 0
  return typeof key === 'string' ? 1 : 2
}
