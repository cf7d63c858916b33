import { openLocalStore } from '#renderer/data/local-store.ts'
import type { Keep } from '#renderer/data/machine.ts'

type Texts = Readonly<Record<string, string>>

const prefix = 'loket:'
const count = 'writes'

/**
 * The small texts of this PC, each kept twice. `localStorage` outlives Chromium's database, which a full disk takes
 * away whole, but Chromium writes it seconds later: a kill soon after an enrolment took the enrolment back, and its
 * code was used. The database has them at once. The one that counts more writes is the newer.
 */
export async function openKeep(): Promise<Keep> {
  const store = await openLocalStore('loket-keep')
  const slow = textsIn(localStorage)
  const quick = (await store.get<Texts>('texts')) ?? {}
  const texts = new Map(Object.entries(writesOf(quick) > writesOf(slow) ? quick : slow))
  for (const [key, text] of texts) localStorage.setItem(prefix + key, text)
  let stored: Promise<void> = Promise.resolve()
  const write = (key: string, text: string) => {
    texts.set(key, text)
    localStorage.setItem(prefix + key, text)
  }
  return {
    get: (key) => texts.get(key),
    set(key, text) {
      write(key, text)
      write(count, String(writesOf(Object.fromEntries(texts)) + 1))
      const all = Object.fromEntries(texts)
      // A database that takes nothing any more leaves `localStorage`, which is why there are two.
      stored = stored.then(() => store.set('texts', all)).catch(() => undefined)
    },
    stored: () => stored,
  }
}

function textsIn(storage: Storage): Texts {
  const own = Object.entries(storage).filter(([key]) => key.startsWith(prefix))
  return Object.fromEntries(own.map(([key, text]) => [key.slice(prefix.length), String(text)]))
}

const writesOf = (texts: Texts) => Number(texts[count] ?? 0)
