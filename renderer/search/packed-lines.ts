import { holdsOne, isAt, signatureOf, type Form } from '#renderer/search/form.ts'
import { idLength, longestId, readId, writeId } from '#renderer/search/packed-id.ts'

/** Lines lie in pages of so many bytes (a power of two), none across two: so room for more never means moving what is there. */
const pageSize = 1 << 17
/** So many more lines at a time have a place in the lists beside them. */
const step = 1 << 13
/** In the byte of its kind: the line leads to another record than the one that it names. */
const leads = 128
const none = new Uint8Array()

/**
 * Lines of text, each with the id that names it and the id that it leads to. Beside them stand 64 bits a line, one for each
 * pair of neighbouring letters: most lines that do not hold a text are passed by without being read.
 */
export class PackedLines {
  readonly #pages: Uint8Array[] = []
  #end = 0
  /** Where each line begins, page by page; how long its text is; and its signature. */
  #from = new Uint32Array(step)
  #texts = new Uint16Array(step)
  #signatures = new Int32Array(2 * step)
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
    const place = this.#placeOf(kind, line, text)
    const before = (this.#places[place] ?? 0) - 1
    if (before >= 0) {
      if (this.#isSame(before, line, text)) return
      if (!this.#isGone(before)) this.#drop(before)
    }
    this.#append(line, text, place)
    this.#there.set(kind, this.countOf(kind) + 1)
  }

  remove(kind: number, id: string): void {
    writeId(id, this.#asked, 1)
    const line = (this.#places[this.#placeOf(kind, this.#asked, 0)] ?? 0) - 1
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
    const page = this.#pageOf(line)
    const from = this.#fromOf(line)
    const to = from + (this.#texts[line] ?? 0)
    for (let term = 0; term < terms.length; term++)
      if (!holdsOne(page, from, to, terms[term] ?? [])) return false
    return true
  }

  kindOf(line: number): number {
    return (this.#pageOf(line)[this.#tailOf(line)] ?? 0) & ~leads
  }

  targetOf(line: number): string {
    const page = this.#pageOf(line)
    const tail = this.#tailOf(line)
    const doesLead = ((page[tail] ?? 0) & leads) !== 0
    return readId(page, doesLead ? tail + 1 + idLength(page, tail + 1) : tail + 1)
  }

  #pageOf(line: number): Uint8Array {
    return this.#pages[Math.floor((this.#from[line] ?? 0) / pageSize)] ?? none
  }

  /** Within its page, as all that follow. */
  #fromOf(line: number): number {
    return (this.#from[line] ?? 0) & (pageSize - 1)
  }

  #tailOf(line: number): number {
    return this.#fromOf(line) + (this.#texts[line] ?? 0)
  }

  #endOf(line: number): number {
    const page = this.#pageOf(line)
    const tail = this.#tailOf(line)
    const named = tail + 1 + idLength(page, tail + 1)
    return ((page[tail] ?? 0) & leads) === 0 ? named : named + idLength(page, named)
  }

  /** A text begins with a space; where it was taken away stand zeros. */
  #isGone(line: number): boolean {
    return this.#pageOf(line)[this.#fromOf(line)] === 0
  }

  #isSame(line: number, other: Uint8Array, text: number): boolean {
    const from = this.#fromOf(line)
    if (this.#texts[line] !== text || this.#endOf(line) - from !== other.length) return false
    const page = this.#pageOf(line)
    const rest = text + 1
    return isAt(page, from, other, 0, text) && isAt(page, from + rest, other, rest, other.length - rest)
  }

  #drop(line: number): void {
    const from = this.#fromOf(line)
    this.#pageOf(line).fill(0, from, this.#tailOf(line))
    this.#signatures.fill(0, 2 * line, 2 * line + 2)
    this.#gone += this.#endOf(line) - from
    const kind = this.kindOf(line)
    this.#there.set(kind, this.countOf(kind) - 1)
  }

  #append(line: Uint8Array, text: number, place: number): void {
    if (this.#gone > this.#end / 4) {
      this.#packAnew()
      return this.#append(line, text, this.#placeOf(line[text] ?? 0, line, text))
    }
    const n = this.#count
    this.#from = withRoom(this.#from, n + 1, step)
    this.#texts = withRoom(this.#texts, n + 1, step)
    this.#signatures = withRoom(this.#signatures, 2 * n + 2, 2 * step)
    this.#from[n] = this.#lay(line)
    this.#texts[n] = text
    if (text + 1 + idLength(line, text + 1) < line.length) this.#mark(n)
    const { low, high } = signatureOf(line, text)
    this.#signatures[2 * n] = low
    this.#signatures[2 * n + 1] = high
    this.#count = n + 1
    this.#places[place] = n + 1
    if (this.#count > this.#places.length * 0.8) this.#place(this.#places.length * 2)
  }

  /** It leads to another record than the one that it names. */
  #mark(line: number): void {
    const tail = this.#tailOf(line)
    const page = this.#pageOf(line)
    page[tail] = (page[tail] ?? 0) | leads
  }

  /** Lays a line behind what is there, on the next page where it has no room on this one. Answers where. */
  #lay(line: Uint8Array): number {
    const within = this.#end % pageSize
    const from = within + line.length > pageSize ? this.#end - within + pageSize : this.#end
    const page = (this.#pages[Math.floor(from / pageSize)] ??= new Uint8Array(pageSize))
    page.set(line, from % pageSize)
    this.#end = from + line.length
    return from
  }

  /** Leaves out what is gone. No line moves further back than it stood, so none is written over before it was read. */
  #packAnew(): void {
    let count = 0
    this.#end = 0
    for (let line = 0; line < this.#count; line++) {
      if (this.#isGone(line)) continue
      const bytes = this.#pageOf(line).subarray(this.#fromOf(line), this.#endOf(line))
      this.#signatures.copyWithin(2 * count, 2 * line, 2 * line + 2)
      this.#texts[count] = this.#texts[line] ?? 0
      this.#from[count] = this.#lay(bytes)
      count += 1
    }
    this.#pages.length = Math.ceil(this.#end / pageSize)
    this.#count = count
    this.#gone = 0
    this.#place(this.#places.length)
  }

  #place(size: number): void {
    this.#places = new Uint32Array(size)
    for (let line = 0; line < this.#count; line++)
      this.#places[this.#placeOf(this.kindOf(line), this.#pageOf(line), this.#tailOf(line))] = line + 1
  }

  /** Where the line of this kind, and of the id that stands behind this place, is named or is to be named. */
  #placeOf(kind: number, bytes: Uint8Array, at: number): number {
    const mask = this.#places.length - 1
    const length = idLength(bytes, at + 1)
    const hash = hashOf(kind, bytes, at + 1, at + 1 + length)
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const line = (this.#places[place] ?? 0) - 1
      if (line < 0) return place
      const isIt = isAt(this.#pageOf(line), this.#tailOf(line) + 1, bytes, at + 1, length)
      if (isIt && this.kindOf(line) === kind) return place
    }
  }
}

/** FNV-1a. */
function hashOf(kind: number, bytes: Uint8Array, from: number, to: number): number {
  let hash = Math.imul(0x811c9dc5 ^ kind, 0x01000193)
  for (let n = from; n < to; n++) hash = Math.imul(hash ^ (bytes[n] ?? 0), 0x01000193)
  return hash >>> 0
}

/** Grows by little: room that nobody uses is memory all the same. */
function withRoom<T extends Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Int32Array<ArrayBuffer>>(
  list: T,
  least: number,
  by: number,
): T {
  if (least <= list.length) return list
  const Kind = list.constructor as new (length: number) => T
  const grown = new Kind(list.length + by)
  grown.set(list)
  return grown
}
