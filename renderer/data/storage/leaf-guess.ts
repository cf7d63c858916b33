import { answerOf, leafAt, leafOf, reading } from '#renderer/data/storage/leaf-store.ts'
import type { Leaf } from '#renderer/data/storage/leaf.ts'

/** For fewer ids than these nobody reads where all leaves begin. */
const many = 8
/** So many wrong guesses are cheaper than reading that again. */
const patience = 64

/** Where the leaves of a database begin, in order, as it was when somebody asked for many documents. */
interface Begins {
  readonly from: readonly string[]
  wrong: number
}
/** As promises: lists that ask at once, as behind an unlock, read it once. */
const remembered = new WeakMap<IDBDatabase, Promise<Begins>>()

/**
 * Finds the leaf that has an id, for so many ids in one transaction; `undefined` where none has it.
 *
 * Where it begins is guessed from memory, and a cursor is asked only where the id is not in there: leaves are divided and go. A cursor
 * always knows, but each leaves a pipe to the browser’s process behind that only the collector closes. After some seventy
 * lists of fifty names it stopped for 31 to 41 ms, and 3,600 tasks followed (a trace of `bench -- read`, 2026-11-29).
 */
export async function leafFinder(
  database: IDBDatabase,
  count: number,
): Promise<(id: string) => Promise<Leaf | undefined>> {
  const begins = count < many ? undefined : await beginsIn(database)
  // Only now: while it waits for what another one asked, a transaction would end.
  const store = reading(database)
  const having = (leaf: Leaf | undefined, id: string) => (leaf?.ids.includes(id) === true ? leaf : undefined)
  return async (id) => {
    const from = begins?.from[lastUpTo(begins.from, id)]
    const guessed = from === undefined ? undefined : having(await leafAt(store, from), id)
    if (guessed !== undefined) return guessed
    const known = having(await leafOf(store, id), id)
    if (begins !== undefined && known !== undefined) begins.wrong += 1
    return known
  }
}

/** Reads it ahead, for whoever asks for many documents soon: all keys of a large collection take a while. */
export async function rememberBegins(database: IDBDatabase): Promise<void> {
  await beginsIn(database)
}

async function beginsIn(database: IDBDatabase): Promise<Begins> {
  const known = remembered.get(database)
  const last = await known?.catch(() => undefined)
  if (last !== undefined && last.wrong <= patience) return last
  // Another one may have asked anew meanwhile.
  const asked = remembered.get(database)
  const read = asked === undefined || asked === known ? readBegins(database) : asked
  remembered.set(database, read)
  return read
}

async function readBegins(database: IDBDatabase): Promise<Begins> {
  return { from: (await answerOf(reading(database).getAllKeys())) as string[], wrong: 0 }
}

/** The place of the last text that is not above this one; -1 where all are. */
function lastUpTo(sorted: readonly string[], text: string): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if ((sorted[middle] ?? '') <= text) low = middle + 1
    else high = middle
  }
  return low - 1
}
