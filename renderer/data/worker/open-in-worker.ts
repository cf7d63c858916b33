import type { Door } from '#renderer/data/door.ts'
import type { Machine } from '#renderer/data/machine.ts'
import { talk, type Port } from '#renderer/data/worker/talk.ts'
import type { Beginning, OfWindow, OfWorker } from '#renderer/data/worker/words.ts'

/** The window's end: the door of a desk that lives in a worker, to which this thread lends its machine. */
export async function openInWorker(
  worker: Port,
  machine: Machine,
  beginning: Omit<Beginning, 'hasJournal'>,
): Promise<Door & { syncNow(): void }> {
  const { journal, keep } = machine
  const watching = new Map<number, (answer: never) => void>()
  const state = { watched: 0 }
  const without = () => Promise.reject(new Error('this machine has no journal'))
  const own: OfWindow = {
    answer: (number, answer) => watching.get(number)?.(answer as never),
    // As an error of this thread: in its console, where tests and support look.
    fault: (fault) => reportError(fault),
    append: (entry) => journal?.append(entry) ?? without(),
    read: () => journal?.read() ?? without(),
    settle: (opIds) => journal?.settle(opIds) ?? without(),
    keep: (key, text) => keep.set(key, text),
    forgetAllBut: (keys) => keep.forgetAllBut(keys),
    stored: () => keep.stored(),
    diskRoom: () => machine.diskRoom(),
    wipe: () => machine.wipe(),
    startAgain: () => machine.startAgain(),
  }
  const { ask, tell } = talk<OfWorker>(worker, own)
  await ask('open', { ...beginning, hasJournal: journal !== undefined })
  return {
    watch(name, args, onAnswer) {
      const number = (state.watched += 1)
      watching.set(number, onAnswer)
      tell('watch', number, name, args)
      return () => {
        watching.delete(number)
        tell('unwatch', number)
      }
    },
    run: (name, request) => ask('run', name, request) as Promise<never>,
    syncNow: () => tell('syncNow'),
  }
}
