const deepest = 32

/**
 * The same value in words that a database takes: no NUL, no half of a surrogate pair. `undefined` when it is nested
 * deeper than any operation is.
 */
export function mended(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed()
  if (typeof value !== 'object' || value === null) return value
  if (depth > deepest) throw new TooDeep('nested too deeply')
  if (Array.isArray(value)) return value.map((each) => mended(each, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [mended(key) as string, mended(each, depth + 1)]),
  )
}

export class TooDeep extends Error {
  override readonly name = 'TooDeep'
}
