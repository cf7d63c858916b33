import { openLocalStore } from '#renderer/data/local-store.ts'
import type { Keep } from '#renderer/data/machine.ts'
import type { KeepStore } from '#electron/shared/bridge.ts'

type Texts = Readonly<Record<string, string>>

export interface OpenKeep extends Keep {
  /** All of them as they are now. */
  texts(): Texts
}

const prefix = 'loket:'
const count = 'writes'

/**
 * The small texts of this PC, each kept three times. `localStorage` outlives Chromium's database, which a full disk
 * takes away whole, but Chromium writes it seconds later: a kill soon after an enrolment took the enrolment back, and
 * its code was used. The database has them at once. The machine's own file outlives both; a plain browser has none.
 * The one that counts more writes is the newest. [T1]
 */
export async function openKeep(file?: KeepStore): Promise<OpenKeep> {
  const store = await openLocalStore('loket-keep')
  const copies = [
    textsIn(localStorage),
    (await store.get<Texts>('texts')) ?? {},
    readTexts(await file?.read()),
  ]
  const newest = copies.reduce((best, copy) => (writesOf(copy) > writesOf(best) ? copy : best))
  const texts = new Map(Object.entries(newest))
  for (const [key, text] of texts) localStorage.setItem(prefix + key, text)
  let stored: Promise<unknown> = Promise.resolve()
  const write = (key: string, text: string) => {
    // Throws when the text is too long for it; then nothing has changed.
    localStorage.setItem(prefix + key, text)
    texts.set(key, text)
  }
  const storeAll = () => {
    const all = Object.fromEntries(texts)
    // A store that takes nothing any more leaves the others, which is why there are several.
    const inDatabase = stored.then(() => store.set('texts', all)).catch(() => undefined)
    const inFile = file?.write(JSON.stringify(all)).catch(() => undefined)
    stored = Promise.all([inDatabase, inFile])
  }
  const change = (changing: () => void) => {
    const writes = writesOf(Object.fromEntries(texts)) + 1
    changing()
    write(count, String(writes))
    storeAll()
  }
  // A copy that fell behind, or was lost with its store, is made whole at once.
  if (copies.some((copy) => writesOf(copy) < writesOf(newest))) storeAll()
  return {
    texts: () => Object.fromEntries(texts),
    get: (key) => texts.get(key),
    set: (key, text) => change(() => write(key, text)),
    forgetAllBut: (keys) =>
      change(() => {
        for (const key of [...texts.keys()].filter((each) => !keys.includes(each))) {
          texts.delete(key)
          localStorage.removeItem(prefix + key)
        }
      }),
    stored: async () => void (await stored),
  }
}

function textsIn(storage: Storage): Texts {
  const own = Object.entries(storage).filter(([key]) => key.startsWith(prefix))
  return Object.fromEntries(own.map(([key, text]) => [key.slice(prefix.length), String(text)]))
}

/** A file that somebody's hand spoiled counts as none. */
function readTexts(json: string | undefined): Texts {
  try {
    const value: unknown = JSON.parse(json ?? '{}')
    return typeof value === 'object' && value !== null ? (value as Texts) : {}
  } catch {
    return {}
  }
}

const writesOf = (texts: Texts) => Number(texts[count] ?? 0)
