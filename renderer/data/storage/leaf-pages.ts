import { compareIds, idOfLine, packId } from '#renderer/search/pack-line.ts'
import { mostBytes, Page, type KeptPage } from '#renderer/search/page.ts'
import { lineOfGist, splitGists } from '#renderer/data/storage/gist.ts'
import type { Leaves } from '#renderer/data/storage/leaf-query.ts'
import {
  answerOf,
  beginOf,
  beginsOf,
  byBegin,
  gistsBeside,
  paging,
  readingGists,
  readingPages,
} from '#renderer/data/storage/leaf-store.ts'

/** Some megabytes. */
const pagesAtOnce = 64
/** About what a page takes. */
const blocksAtOnce = 12
/** A page that grew too large is cut here: what is left of it is no crumb, and what is cut has room for more. */
const cutBytes = (mostBytes * 2) / 3

/**
 * All lines of a collection in the order of their ids: in pages as they are kept, and where one is not, from the gists. What is
 * written meanwhile is read or told of, or both.
 */
export async function* storedPages({ database, unpaged, keeping }: Leaves): AsyncGenerator<Page> {
  const begins = (await answerOf(readingPages(database).getAllKeys())) as string[]
  if (begins.length === 0) {
    keeping.mayHave = false
    begins.push('')
  }
  for (let at = 0; at < begins.length; at += pagesAtOnce) {
    const some = begins.slice(at, at + pagesAtOnce)
    const range = IDBKeyRange.bound(some[0], some.at(-1))
    const there: unknown[] = await answerOf(readingPages(database).getAll(range))
    for (const [n, from] of some.entries()) {
      const page = there[n]
      if (isKept(page)) yield new Page(page)
      else {
        unpaged.add(from)
        yield* madePages(database, from, begins[at + n + 1])
      }
    }
  }
}

/** Keeps what is not kept, a page after the other, as long as `goesOn` says so. A write waits for one of them at most. */
export async function keepPages(leaves: Leaves, goesOn: () => boolean): Promise<void> {
  const { unpaged } = leaves
  for (const from of unpaged) {
    if (!goesOn()) return
    unpaged.delete(from)
    try {
      await keepPage(leaves, from)
    } catch (fault) {
      unpaged.add(from)
      throw fault
    }
  }
}

/** In the transaction that changes the lines of these documents, which are in order: their pages are gone with it. */
export async function dropPages(
  pages: IDBObjectStore,
  { unpaged, keeping }: Leaves,
  ids: readonly string[],
): Promise<void> {
  if (!keeping.mayHave) {
    unpaged.add('')
    return
  }
  const begins = (await beginsOf(pages, ids)).toSorted()
  const touched = byBegin(begins, ids)
  for (const from of begins)
    if (touched.has(from)) {
      pages.put(null, from)
      unpaged.add(from)
    }
}

function keepPage({ database, unpaged, keeping }: Leaves, from: string): Promise<void> {
  return paging(database, async (pages) => {
    const [there, behind] = await Promise.all([
      answerOf(pages.get(from) as IDBRequest<unknown>),
      answerOf(pages.openKeyCursor(IDBKeyRange.lowerBound(from, true))),
    ])
    // It is kept, or has become a part of the page before it.
    if (isKept(there) || (there === undefined && from !== '')) return
    const { page, next } = await pageFrom(gistsBeside(pages), from, behind?.key as string | undefined)
    // Where there are no documents the page before it is right as it is, and an empty desk needs none.
    const isAlone = from === '' && behind === null
    if (page.heads.length === 0 && (from !== '' || isAlone)) {
      pages.delete(from)
      return
    }
    // Before this transaction ends: a write that comes behind it asks.
    keeping.mayHave = true
    pages.put(page, from)
    if (next === undefined) return
    pages.put(null, next)
    unpaged.add(next)
  })
}

async function* madePages(database: IDBDatabase, begin: string, to?: string): AsyncGenerator<Page> {
  for (let from: string | undefined = begin; from !== undefined;) {
    const { page, next }: Made = await pageFrom(readingGists(database), from, to)
    yield new Page(page)
    from = next
  }
}

interface Made {
  readonly page: KeptPage
  /** Where the next one begins, when it is too much for one. */
  readonly next?: string
}

/** The lines of the documents with ids from here to there, or as many of the first as make a page. */
async function pageFrom(gists: IDBObjectStore, from: string, to?: string): Promise<Made> {
  const [least, end] = [packId(from), to === undefined ? undefined : packId(to)]
  const isWithin = (line: Uint8Array) =>
    compareIds(line, 0, least, 0) >= 0 && (end === undefined || compareIds(line, 0, end, 0) < 0)
  const lines: Uint8Array[] = []
  let bytes = 0
  // Blocks begin elsewhere than pages.
  let rest = rangeTo((await beginOf(gists, from)) ?? from, to)
  while (rest !== undefined && bytes <= mostBytes) {
    const [begins, read] = await Promise.all([
      answerOf(gists.getAllKeys(rest, blocksAtOnce)),
      answerOf(gists.getAll(rest, blocksAtOnce) as IDBRequest<Uint8Array[]>),
    ])
    for (const gist of read.flatMap(splitGists)) {
      const line = lineOfGist(gist)
      if (!isWithin(line)) continue
      lines.push(line)
      bytes += line.length
    }
    rest = begins.length < blocksAtOnce ? undefined : rangeTo(begins.at(-1) as string, to, true)
  }
  const made = new Page()
  let left = bytes > mostBytes ? cutBytes : Infinity
  for (const line of lines) {
    left -= line.length
    if (left < 0) return { page: made.kept(), next: idOfLine(line) }
    made.splice(made.count, 0, line)
  }
  return { page: made.kept() }
}

function rangeTo(from: string, to: string | undefined, isOpen = false): IDBKeyRange | undefined {
  if (to === undefined) return IDBKeyRange.lowerBound(from, isOpen)
  return from < to ? IDBKeyRange.bound(from, to, isOpen, true) : undefined
}

function isKept(page: unknown): page is KeptPage {
  const { bytes, heads } = (page ?? {}) as Partial<KeptPage>
  return bytes instanceof Uint8Array && heads instanceof Int32Array
}
