import { joined } from '#domain/joined.ts'
import { isAt } from '#renderer/search/form.ts'
import { compareGists, lineOfGist, splitGists } from '#renderer/data/storage/gist.ts'
import { evenParts } from '#renderer/data/storage/leaf.ts'
import type { Touched } from '#renderer/data/storage/leaf-store.ts'
import { idOfLine } from '#renderer/search/pack-line.ts'

/** A block of gists is one record of IndexedDB: of so many documents that writing one anew costs no more than a leaf. */
const mostInBlock = 64

/** What a document is known by from now on; only its id where it is gone. */
export interface GistChange {
  readonly gist: Uint8Array
  readonly isGone: boolean
}

/** Writes the blocks anew to which these changes belong, and answers the ids of the documents whose lines are not what they were. */
export function rewriteGists(
  store: IDBObjectStore,
  blocks: readonly Touched<Uint8Array>[],
  changes: ReadonlyMap<string, GistChange>,
): string[] {
  return blocks.flatMap(({ from, ids, value }) => {
    const own = ids.flatMap((id) => changes.get(id) ?? [])
    if (own.length === 0) return []
    const { gists, relined } = changed(value === undefined ? [] : splitGists(value), own)
    if (gists.length === 0) store.delete(from)
    for (const [at, part] of evenParts(gists, mostInBlock).entries())
      store.put(joined(...part), at === 0 ? from : idOfLine(lineOfGist(part[0])))
    return relined
  })
}

/** Both in the order of their ids. */
function changed(
  before: readonly Uint8Array[],
  changes: readonly GistChange[],
): { gists: Uint8Array[]; relined: string[] } {
  const gists: Uint8Array[] = []
  const relined: string[] = []
  let at = 0
  const orderOf = (gist: Uint8Array) => {
    const next = before[at]
    return next === undefined ? 1 : compareGists(next, gist)
  }
  for (const { gist, isGone } of changes) {
    while (orderOf(gist) < 0) gists.push(before[at++] as Uint8Array)
    const old = orderOf(gist) === 0 ? before[at++] : undefined
    if (!isGone) gists.push(gist)
    const line = lineOfGist(gist)
    const other = lineOfGist(old)
    const isSame = isGone ? old === undefined : line.length === other.length && isAt(line, 0, other)
    if (!isSame) relined.push(idOfLine(line))
  }
  gists.push(...before.slice(at))
  return { gists, relined }
}
