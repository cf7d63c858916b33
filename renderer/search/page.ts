import { headWords, holdsOne, isAt, sign, type Form } from '#renderer/search/form.ts'
import { compareIds, targetOfLine, textOfLine } from '#renderer/search/pack-line.ts'

/** A page as it lies on the disk. */
export interface KeptPage {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly heads: Int32Array<ArrayBuffer>
}

/** With its heads a full page is smaller than the 64 kB from which Chromium makes a file of each value. */
export const mostBytes = 48 * 1024
/** Pages grow by little: room that nobody uses is memory all the same. */
const stepBytes = 4 * 1024
const stepLines = 32
/** The bits of the first word of a head that say where its line begins. */
const beginBits = 0xffff

/**
 * Lines in the order of their ids, one after the other, and beside them a head for each: most lines that do not hold a text
 * are passed by without being read.
 */
export class Page {
  #bytes: Uint8Array<ArrayBuffer>
  #heads: Int32Array<ArrayBuffer>
  #end: number
  #count: number

  constructor({ bytes, heads }: KeptPage = { bytes: new Uint8Array(), heads: new Int32Array() }) {
    this.#bytes = bytes
    this.#heads = heads
    this.#end = bytes.length
    this.#count = heads.length / headWords
  }

  get count(): number {
    return this.#count
  }

  kept(): KeptPage {
    return {
      bytes: this.#bytes.slice(0, this.#end),
      heads: this.#heads.slice(0, headWords * this.#count),
    }
  }

  /** Whether so many bytes more are too many. */
  isFullWith(more: number): boolean {
    return this.#end + more > mostBytes
  }

  /** Below zero when the line at this place comes before that one by its id, zero when both are of the same. */
  compare(at: number, line: Uint8Array): number {
    return compareIds(this.#bytes, this.#beginOf(at), line, 0)
  }

  /** The place of the first line that does not come before this one by its id. */
  placeOf(line: Uint8Array): number {
    let [from, to] = [0, this.#count]
    // Lines mostly come in the order of their ids.
    if (to > 0 && this.compare(to - 1, line) < 0) return to
    while (from < to) {
      const middle = (from + to) >>> 1
      if (this.compare(middle, line) < 0) from = middle + 1
      else to = middle
    }
    return from
  }

  isSame(at: number, line: Uint8Array): boolean {
    const from = this.#beginOf(at)
    return this.#beginOf(at + 1) - from === line.length && isAt(this.#bytes, from, line)
  }

  /** Takes so many lines away at a place and puts another one there. */
  splice(at: number, gone: number, line?: Uint8Array): void {
    const [from, to] = [this.#beginOf(at), this.#beginOf(at + gone)]
    const length = line?.length ?? 0
    const there = line === undefined ? 0 : 1
    const more = length - (to - from)
    const count = this.#count + there - gone
    this.#bytes = withRoom(this.#bytes, this.#end + more, stepBytes)
    this.#heads = withRoom(this.#heads, headWords * count, headWords * stepLines)
    const heads = this.#heads
    this.#bytes.copyWithin(from + length, to, this.#end)
    heads.copyWithin(headWords * (at + there), headWords * (at + gone), headWords * this.#count)
    this.#end += more
    this.#count = count
    // No line begins behind what the bits can say.
    for (let n = headWords * (at + there); n < headWords * count; n += headWords)
      heads[n] = (heads[n] ?? 0) + more
    if (line === undefined) return
    this.#bytes.set(line, from)
    heads.fill(0, headWords * at, headWords * (at + 1))
    heads[headWords * at] = from
    sign(line, textOfLine(line, 0), length, heads, headWords * at)
  }

  /** All lines from a place on, as a page of their own; they are gone from this one. */
  divide(at: number): Page {
    const from = this.#beginOf(at)
    const heads = this.#heads.slice(headWords * at, headWords * this.#count)
    for (let n = 0; n < heads.length; n += headWords) heads[n] = (heads[n] ?? 0) - from
    const behind = new Page({ bytes: this.#bytes.slice(from, this.#end), heads })
    this.#end = from
    this.#count = at
    return behind
  }

  /**
   * Shows the place of each line that holds a form of every term, until `visit` answers false. `needed` has the bits of all
   * terms. Answers whether to go on.
   */
  scan(
    needed: readonly [number, number],
    terms: readonly (readonly Form[])[],
    visit: (page: Page, at: number) => boolean,
  ): boolean {
    const [first, second] = needed
    const heads = this.#heads
    const to = headWords * this.#count
    for (let n = 0; n < to; n += headWords) {
      const mayHold = ((heads[n] ?? 0) & first) === first && ((heads[n + 1] ?? 0) & second) === second
      if (mayHold && this.holds(n / headWords, terms) && !visit(this, n / headWords)) return false
    }
    return true
  }

  holds(at: number, terms: readonly (readonly Form[])[]): boolean {
    const from = textOfLine(this.#bytes, this.#beginOf(at))
    const to = this.#beginOf(at + 1)
    for (let term = 0; term < terms.length; term++)
      if (!holdsOne(this.#bytes, from, to, terms[term] ?? [])) return false
    return true
  }

  targetOf(at: number): string {
    return targetOfLine(this.#bytes, this.#beginOf(at))
  }

  #beginOf(at: number): number {
    return at === this.#count ? this.#end : (this.#heads[headWords * at] ?? 0) & beginBits
  }
}

function withRoom<T extends Uint8Array<ArrayBuffer> | Int32Array<ArrayBuffer>>(
  list: T,
  least: number,
  by: number,
): T {
  if (least <= list.length) return list
  const Kind = list.constructor as new (length: number) => T
  const grown = new Kind(Math.ceil(least / by) * by)
  grown.set(list)
  return grown
}
