import type { Journal, JournalEntry } from '#electron/shared/bridge.ts'
import type { Machine } from '#renderer/data/machine.ts'

/** What survives when a desk of a test is killed: its kept texts and its journal. */
export interface TestMachine extends Machine {
  readonly texts: Map<string, string>
  readonly entries: JournalEntry[]
}

export function testMachine(): TestMachine {
  const texts = new Map<string, string>()
  const entries: JournalEntry[] = []
  const highest = { seq: 0 }
  const journal: Journal = {
    append: async (entry) => {
      entries.push(entry)
      highest.seq = Math.max(highest.seq, entry.seq)
    },
    read: async () => ({ entries: [...entries], highestSeq: highest.seq }),
    settle: async (opIds) => {
      const kept = entries.filter((entry) => !opIds.includes(entry.opId))
      entries.splice(0, entries.length, ...kept)
    },
  }
  return {
    texts,
    entries,
    journal,
    keep: {
      get: (key) => texts.get(key),
      set: (key, value) => void texts.set(key, value),
      forgetAllBut: (keys) => {
        for (const key of [...texts.keys()].filter((each) => !keys.includes(each))) texts.delete(key)
      },
      stored: async () => undefined,
    },
    wipe: async () => void entries.splice(0),
    // A test opens the desk again itself, or kills it before.
    startAgain: () => undefined,
    diskRoom: async () => 'enough',
  }
}
