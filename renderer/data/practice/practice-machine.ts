import type { JournalEntry } from '#electron/shared/bridge.ts'
import type { OpenKeep } from '#renderer/data/keep.ts'
import type { Machine } from '#renderer/data/machine.ts'

/** A machine that keeps nothing: while somebody practises, the real journal and texts of this PC are out of reach. */
export function practiceMachine(startAgain: () => void): Machine & { readonly keep: OpenKeep } {
  const texts = new Map<string, string>()
  const entries: JournalEntry[] = []
  return {
    journal: {
      append: (entry) => Promise.resolve(void entries.push(entry)),
      read: () => Promise.resolve({ entries: [...entries], highestSeq: entries.at(-1)?.seq ?? 0 }),
      settle: () => Promise.resolve(),
    },
    keep: {
      texts: () => Object.fromEntries(texts),
      get: (key) => texts.get(key),
      set: (key, text) => void texts.set(key, text),
      forgetAllBut(keys) {
        for (const key of [...texts.keys()].filter((each) => !keys.includes(each))) texts.delete(key)
      },
      stored: () => Promise.resolve(),
    },
    diskRoom: () => Promise.resolve('enough'),
    wipe: () => Promise.resolve(),
    startAgain,
  }
}
