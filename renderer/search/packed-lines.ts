import { idLength, longestId, readId, writeId } from '#renderer/search/packed-id.ts'

/** A text that may stand in a line, with its signature. A term has at most two forms. */
export interface Form {
  readonly bytes: Uint8Array
  readonly low: number
  readonly high: number
}

/**
 * Lines of text in one buffer, each with the id that names it and the id that it leads to. Beside it stand 64 bits a line,
 * one for each pair of neighbouring letters: most lines that do not hold a text are passed by without being read.
 */
export class PackedLines {
  #bytes = new Uint8Array(1 << 16)
  #end = 0
  /** Where each line begins, how long its text is, and its signature. */
  #from = new Uint32Array(1024)
  #texts = new Uint16Array(1024)
  #signatures = new Int32Array(2048)
  #count = 0
  /** Line numbers plus one by the hash of their ids. A line that is gone keeps its place until the lines are packed anew. */
  #places = new Uint32Array(2048)
  #gone = 0
  readonly #there = new Map<number, number>()
  readonly #asked = new Uint8Array(1 + longestId)

  /** How many lines of a kind are there. */
  countOf(kind: number): number {
    return this.#there.get(kind) ?? 0
  }

  /** A line as `packLine` made it, in the place of the one with the same kind and id. Ids of two kinds may be alike. */
  put(packed: Uint8Array): void {
    const line = packed.subarray(2)
    const text = (packed[0] ?? 0) + 256 * (packed[1] ?? 0)
    const kind = line[text] ?? 0
    const place = this.#placeOf(line, text, text + 1 + idLength(line, text + 1))
    const before = (this.#places[place] ?? 0) - 1
    if (before >= 0) {
      if (this.#isSame(before, line, text)) return
      if (!this.#isGone(before)) this.#drop(before)
    }
    this.#append(line, text, place)
    this.#there.set(kind, this.countOf(kind) + 1)
  }

  remove(kind: number, id: string): void {
    this.#asked[0] = kind
    const line = (this.#places[this.#placeOf(this.#asked, 0, writeId(id, this.#asked, 1))] ?? 0) - 1
    if (line >= 0 && !this.#isGone(line)) this.#drop(line)
  }

  /** Shows each line that holds a form of every term, until `visit` answers false. The first term should be the longest. */
  scan(terms: readonly (readonly Form[])[], visit: (line: number) => boolean): void {
    const [[one, other = one] = []] = terms
    if (one === undefined || other === undefined) return
    const signatures = this.#signatures
    const count = this.#count
    for (let line = 0; line < count; line++) {
      const low = signatures[2 * line] ?? 0
      const high = signatures[2 * line + 1] ?? 0
      const mayHold =
        ((low & one.low) === one.low && (high & one.high) === one.high) ||
        ((low & other.low) === other.low && (high & other.high) === other.high)
      if (mayHold && this.holds(line, terms) && !visit(line)) return
    }
  }

  holds(line: number, terms: readonly (readonly Form[])[]): boolean {
    const from = this.#from[line] ?? 0
    const to = from + (this.#texts[line] ?? 0)
    for (let term = 0; term < terms.length; term++)
      if (!holdsOne(this.#bytes, from, to, terms[term] ?? [])) return false
    return true
  }

  kindOf(line: number): number {
    return this.#bytes[this.#tailOf(line)] ?? 0
  }

  targetOf(line: number): string {
    const named = this.#tailOf(line) + 1
    const after = named + idLength(this.#bytes, named)
    return readId(this.#bytes, after < this.#endOf(line) ? after : named)
  }

  #tailOf(line: number): number {
    return (this.#from[line] ?? 0) + (this.#texts[line] ?? 0)
  }

  #endOf(line: number): number {
    return line + 1 < this.#count ? (this.#from[line + 1] ?? 0) : this.#end
  }

  /** A text begins with a space; where it was taken away stand zeros. */
  #isGone(line: number): boolean {
    return this.#bytes[this.#from[line] ?? 0] === 0
  }

  #isSame(line: number, other: Uint8Array, text: number): boolean {
    const from = this.#from[line] ?? 0
    if (this.#texts[line] !== text || this.#endOf(line) - from !== other.length) return false
    return isAt(this.#bytes, from, other, 0, other.length)
  }

  #drop(line: number): void {
    const from = this.#from[line] ?? 0
    this.#bytes.fill(0, from, this.#tailOf(line))
    this.#signatures.fill(0, 2 * line, 2 * line + 2)
    this.#gone += this.#endOf(line) - from
    const kind = this.kindOf(line)
    this.#there.set(kind, this.countOf(kind) - 1)
  }

  #append(line: Uint8Array, text: number, place: number): void {
    if (this.#gone > this.#end / 4) {
      this.#packAnew()
      return this.#append(line, text, this.#placeOf(line, text, text + 1 + idLength(line, text + 1)))
    }
    const n = this.#count
    const end = line.length
    this.#bytes = withRoom(this.#bytes, this.#end + end)
    this.#from = withRoom(this.#from, n + 1)
    this.#texts = withRoom(this.#texts, n + 1)
    this.#signatures = withRoom(this.#signatures, 2 * n + 2)
    this.#bytes.set(line, this.#end)
    this.#from[n] = this.#end
    this.#texts[n] = text
    const { low, high } = signatureOf(line, text)
    this.#signatures[2 * n] = low
    this.#signatures[2 * n + 1] = high
    this.#end += end
    this.#count = n + 1
    this.#places[place] = n + 1
    if (this.#count > this.#places.length * 0.8) this.#place(this.#places.length * 2)
  }

  /** Leaves out what is gone. */
  #packAnew(): void {
    let end = 0
    let count = 0
    for (let line = 0; line < this.#count; line++) {
      const from = this.#from[line] ?? 0
      const to = this.#endOf(line)
      if (this.#isGone(line)) continue
      this.#bytes.copyWithin(end, from, to)
      this.#signatures.copyWithin(2 * count, 2 * line, 2 * line + 2)
      this.#texts[count] = this.#texts[line] ?? 0
      // The next line's beginning is still needed, and stands behind this one.
      this.#from[count] = end
      end += to - from
      count += 1
    }
    this.#end = end
    this.#count = count
    this.#gone = 0
    this.#place(this.#places.length)
  }

  #place(size: number): void {
    this.#places = new Uint32Array(size)
    for (let line = 0; line < this.#count; line++) {
      const tail = this.#tailOf(line)
      const place = this.#placeOf(this.#bytes, tail, tail + 1 + idLength(this.#bytes, tail + 1))
      this.#places[place] = line + 1
    }
  }

  /** Where the line of this kind and id is named, or is to be named. */
  #placeOf(bytes: Uint8Array, from: number, to: number): number {
    const mask = this.#places.length - 1
    for (let place = hashOf(bytes, from, to) & mask; ; place = (place + 1) & mask) {
      const line = (this.#places[place] ?? 0) - 1
      if (line < 0 || isAt(this.#bytes, this.#tailOf(line), bytes, from, to - from)) return place
    }
  }
}

/** For every pair of neighbouring letters of a text one bit of 64. */
export function signatureOf(text: Uint8Array, length = text.length): { low: number; high: number } {
  let low = 0
  let high = 0
  for (let n = 1; n < length; n++) {
    const pair = Math.imul(256 * (text[n - 1] ?? 0) + (text[n] ?? 0), 0x9e3779b1) >>> 26
    if (pair < 32) low |= 1 << pair
    else high |= 1 << (pair - 32)
  }
  return { low, high }
}

function holdsOne(bytes: Uint8Array, from: number, to: number, forms: readonly Form[]): boolean {
  for (let form = 0; form < forms.length; form++) {
    const text = forms[form]?.bytes
    if (text !== undefined && stands(bytes, from, to, text)) return true
  }
  return false
}

function stands(bytes: Uint8Array, from: number, to: number, text: Uint8Array): boolean {
  const { length } = text
  const first = text[0]
  for (let at = from; at <= to - length; at++)
    if (bytes[at] === first && isAt(bytes, at, text, 0, length)) return true
  return false
}

function isAt(bytes: Uint8Array, at: number, text: Uint8Array, from: number, length: number): boolean {
  for (let n = 0; n < length; n++) if (bytes[at + n] !== text[from + n]) return false
  return true
}

/** FNV-1a. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let n = from; n < to; n++) hash = Math.imul(hash ^ (bytes[n] ?? 0), 0x01000193)
  return hash >>> 0
}

/** Grows by little: room that nobody uses is memory all the same. */
function withRoom<
  T extends
    | Uint8Array<ArrayBuffer>
    | Uint16Array<ArrayBuffer>
    | Uint32Array<ArrayBuffer>
    | Int32Array<ArrayBuffer>,
>(list: T, least: number): T {
  if (least <= list.length) return list
  const Kind = list.constructor as new (length: number) => T
  const grown = new Kind(Math.max(least, Math.ceil(list.length * 1.04)))
  grown.set(list)
  return grown
}
