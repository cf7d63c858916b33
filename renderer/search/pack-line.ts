import { alsoMuhammad, fold } from '#renderer/search/fold.ts'
import { indexed, type Line } from '#renderer/search/line.ts'
import { longestId, readId, writeId } from '#renderer/search/packed-id.ts'

/** Raised when the same record makes another line: what lies on the disk is then made anew (a test keeps watch). */
export const foldingVersion = 2

const encoder = new TextEncoder()
const longestText = 4096 - 2 * longestId
const scratch = new Uint8Array(2 + longestText + 1 + 2 * longestId)

/**
 * A line as it lies in the index and on the disk: the length of its text in two bytes, the text, its kind in one, its id,
 * and the id that it leads to where that is another one.
 */
export function packLine({
  collection,
  id,
  words = '',
  codes = [],
  digits = [],
  target = id,
}: Line): Uint8Array {
  const joined = codes.map((code) => fold(code).replaceAll(' ', ''))
  const text = ` ${[alsoMuhammad(fold(words)), ...joined, ...digits].filter((part) => part !== '').join(' ')} `
  const { written } = encoder.encodeInto(text, scratch.subarray(2, 2 + longestText))
  scratch[0] = written & 255
  scratch[1] = written >> 8
  scratch[2 + written] = indexed.indexOf(collection)
  const named = writeId(id, scratch, 3 + written)
  return scratch.slice(0, target === id ? named : writeId(target, scratch, named))
}

export function idOfLine(line: Uint8Array): string {
  return readId(line, 3 + (line[0] ?? 0) + 256 * (line[1] ?? 0))
}
