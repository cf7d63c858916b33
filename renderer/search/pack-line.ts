import { alsoMuhammad, fold } from '#renderer/search/fold.ts'
import type { Line } from '#renderer/search/line.ts'
import { idLength, isUuid, longestId, readId, writeId } from '#renderer/search/packed-id.ts'

/** Raised when the same record makes another line: what lies on the disk is then made anew (a test keeps watch). */
export const foldingVersion = 3

/** In the first byte of a line: its id is no UUID; it leads to another record than the one that it names; and that id is none. */
const isText = 1
const leads = 2
const leadsToText = 4

const encoder = new TextEncoder()
const longestText = 4096 - 2 * longestId
const scratch = new Uint8Array(1 + 2 * longestId + longestText)

/**
 * A line as it lies in the index and on the disk: in one byte how its ids are written, its id, the id that it leads to where
 * that is another one, and its text.
 */
export function packLine({ id, words = '', codes = [], digits = [], target = id }: Line): Uint8Array {
  const joined = codes.map((code) => fold(code).replaceAll(' ', ''))
  const text = ` ${[alsoMuhammad(fold(words)), ...joined, ...digits].filter((part) => part !== '').join(' ')} `
  const doesLead = target !== id
  scratch[0] =
    (isUuid(id) ? 0 : isText) | (doesLead ? leads : 0) | (doesLead && !isUuid(target) ? leadsToText : 0)
  const named = writeId(id, scratch, 1)
  const from = doesLead ? writeId(target, scratch, named) : named
  const { written } = encoder.encodeInto(text, scratch.subarray(from, from + longestText))
  return scratch.slice(0, from + written)
}

/** A line without a text, to look for the one with this id. */
export function packId(id: string): Uint8Array {
  scratch[0] = isUuid(id) ? 0 : isText
  return scratch.slice(0, writeId(id, scratch, 1))
}

/** Of the line that begins here. */
export function idOfLine(from: Uint8Array, at = 0): string {
  return readId(from, at + 1, ((from[at] ?? 0) & isText) !== 0)
}

/** The record to which the line leads that begins here. */
export function targetOfLine(from: Uint8Array, at: number): string {
  const flags = from[at] ?? 0
  if ((flags & leads) === 0) return idOfLine(from, at)
  return readId(from, at + 1 + idLength(from, at + 1, (flags & isText) !== 0), (flags & leadsToText) !== 0)
}

/** Where the text begins of the line that begins here. */
export function textOfLine(from: Uint8Array, at: number): number {
  const flags = from[at] ?? 0
  const named = at + 1 + idLength(from, at + 1, (flags & isText) !== 0)
  return (flags & leads) === 0 ? named : named + idLength(from, named, (flags & leadsToText) !== 0)
}

/** The order of the ids of two lines, as texts have it: below zero when the first one's comes first, zero for the same. */
export function compareIds(a: Uint8Array, atA: number, b: Uint8Array, atB: number): number {
  if ((((a[atA] ?? 0) | (b[atB] ?? 0)) & isText) === 0) {
    for (let n = 1; n <= 16; n++) {
      const order = (a[atA + n] ?? 0) - (b[atB + n] ?? 0)
      if (order !== 0) return order
    }
    return 0
  }
  const [one, other] = [idOfLine(a, atA), idOfLine(b, atB)]
  if (one === other) return 0
  return one < other ? -1 : 1
}
