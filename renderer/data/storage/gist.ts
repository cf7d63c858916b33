import { recordHash } from '#domain/sync/record-hash.ts'
import { isIndexed, packedLineOf } from '#renderer/search/fill-index.ts'
import { compareIds, packId } from '#renderer/search/pack-line.ts'

/** What is asked of every document at once, without reading it: its hash for the proof by count and digest, and its search line. */
export interface Gist {
  /** Absent for a record that headquarters has not seen yet. [P5] */
  readonly hash?: number
  /** Of a collection that is not searched only the id. */
  readonly line: Uint8Array
}

/** Whether there is a hash in one byte, the hash in four, the length of the line in two, and the line. */
const lineAt = 7
const none: Uint8Array = new Uint8Array()

export function gistOf(
  collection: string,
  record: { readonly id: string; readonly rev: number },
): Uint8Array {
  const { id, rev } = record
  const line = isIndexed(collection) ? packedLineOf(collection, record) : packId(id)
  return written(line, rev === 0 ? undefined : recordHash(id, rev))
}

/** To find the gist of the document with this id. */
export function bareGist(id: string): Uint8Array {
  return written(packId(id))
}

function written(line: Uint8Array, hash?: number): Uint8Array {
  const bytes = new Uint8Array(lineAt + line.length)
  const view = new DataView(bytes.buffer)
  if (hash !== undefined) {
    view.setUint8(0, 1)
    view.setUint32(1, hash)
  }
  view.setUint16(5, line.length)
  bytes.set(line, lineAt)
  return bytes
}

export function readGist(bytes: Uint8Array): Gist {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const line = lineOfGist(bytes)
  return view.getUint8(0) === 0 ? { line } : { hash: view.getUint32(1), line }
}

/** Empty where there is no gist. */
export function lineOfGist(bytes: Uint8Array = none): Uint8Array {
  return bytes.subarray(lineAt)
}

/** The order of the ids of two gists. */
export function compareGists(a: Uint8Array, b: Uint8Array): number {
  return compareIds(a, lineAt, b, lineAt)
}

/** The gists of a block, which lie one after the other in the order of their ids. */
export function splitGists(joined: Uint8Array): Uint8Array[] {
  const view = new DataView(joined.buffer, joined.byteOffset)
  const gists: Uint8Array[] = []
  for (let at = 0; at < joined.length;) {
    const end = at + lineAt + view.getUint16(at + 5)
    gists.push(joined.subarray(at, end))
    at = end
  }
  return gists
}
