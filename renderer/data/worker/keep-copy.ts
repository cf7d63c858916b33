import type { Keep } from '#renderer/data/machine.ts'
import type { Talk } from '#renderer/data/worker/talk.ts'
import type { OfWindow } from '#renderer/data/worker/words.ts'

/** Chromium's `localStorage` takes 5.2 million characters, in which the settings have a place too. */
const most = 5_000_000

/**
 * The small texts in the worker: a copy to read from, and a word to the window for each change. The window hears these
 * in the order in which they were said, and each before whatever is asked of it later. So when the journal or `stored`
 * has answered, the window has made every change that was made here before, just as if it had been made there; and a
 * kill in between takes back only what nobody was told yet. The counter may be such a text: its number is then in the
 * journal and the outbox, above which a start raises it, or its work is nowhere and was never called saved. [C4][T1]
 */
export function keepCopy(
  texts: Readonly<Record<string, string>>,
  { ask }: Pick<Talk<OfWindow>, 'ask'>,
): Keep {
  const copy = new Map(Object.entries(texts))
  const refused: unknown[] = []
  const heard = (saying: Promise<unknown>) => void saying.catch((fault: unknown) => refused.push(fault))
  return {
    get: (key) => copy.get(key),
    set(key, text) {
      const others = [...copy].filter(([other]) => other !== key)
      const length = [...others, [key, text]].flat().reduce((sum, each) => sum + each.length, 0)
      if (length > most) throw new Error('the texts are too long to be kept')
      copy.set(key, text)
      heard(ask('keep', key, text))
    },
    forgetAllBut(keys) {
      for (const key of [...copy.keys()].filter((each) => !keys.includes(each))) copy.delete(key)
      heard(ask('forgetAllBut', keys))
    },
    async stored() {
      await ask('stored')
      const [fault] = refused.splice(0)
      if (fault !== undefined) throw fault
    },
  }
}
