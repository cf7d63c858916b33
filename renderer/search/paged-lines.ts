import { neededBits, type Form } from '#renderer/search/form.ts'
import { packId } from '#renderer/search/pack-line.ts'
import { Page } from '#renderer/search/page.ts'

/** The lines of one collection, each with the id that names it, in the order of their ids: in pages, none of them empty. */
export class PagedLines {
  readonly #pages: Page[] = []
  #count = 0

  get count(): number {
    return this.#count
  }

  /** A page with lines behind all that are there. */
  add(page: Page): void {
    if (page.count === 0) return
    this.#pages.push(page)
    this.#count += page.count
  }

  /** A line that `packLine` made, in the place of the one with the same id. */
  put(line: Uint8Array): void {
    const number = this.#pageFor(line)
    const page = this.#pages[number] ?? this.#begun(number)
    const at = page.placeOf(line)
    const there = this.#isAt(page, at, line) ? 1 : 0
    if (there === 1 && page.isSame(at, line)) return
    if (page.isFullWith(line.length)) {
      // Behind all others a new page begins: pages that are filled in the order of ids are full.
      const isLast = number === this.#pages.length - 1 && at === page.count
      this.#pages.splice(number + 1, 0, isLast ? new Page() : page.divide(page.count >>> 1))
      if (isLast) this.#pages[number + 1]?.splice(0, 0, line)
      else return this.put(line)
    } else page.splice(at, there, line)
    this.#count += 1 - there
  }

  remove(id: string): void {
    const line = packId(id)
    const number = this.#pageFor(line)
    const page = this.#pages[number]
    const at = page?.placeOf(line) ?? 0
    if (page === undefined || !this.#isAt(page, at, line)) return
    page.splice(at, 1)
    if (page.count === 0) this.#pages.splice(number, 1)
    this.#count -= 1
  }

  /** Shows each line that holds a form of every term, until `visit` answers false. The first term should be the longest. */
  scan(terms: readonly (readonly Form[])[], visit: (page: Page, at: number) => boolean): boolean {
    const needed = neededBits(terms)
    return this.#pages.every((page) => page.scan(needed, terms, visit))
  }

  #begun(number: number): Page {
    const page = new Page()
    this.#pages[number] = page
    return page
  }

  #isAt(page: Page, at: number, line: Uint8Array): boolean {
    return at < page.count && page.compare(at, line) === 0
  }

  /** The last page that begins at or before this line, or else the first. */
  #pageFor(line: Uint8Array): number {
    let [from, to] = [0, this.#pages.length]
    if (to > 0 && (this.#pages[to - 1]?.compare(0, line) ?? 0) <= 0) return to - 1
    while (to - from > 1) {
      const middle = (from + to) >>> 1
      if ((this.#pages[middle]?.compare(0, line) ?? 0) <= 0) from = middle
      else to = middle
    }
    return from
  }
}
