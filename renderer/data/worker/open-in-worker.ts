import type { Door } from '#renderer/data/door.ts'
import type { Machine } from '#renderer/data/machine.ts'
import { withKnown } from '#renderer/data/worker/with-known.ts'
import { talk, type Port } from '#renderer/data/worker/talk.ts'
import type { Beginning, OfWindow, OfWorker } from '#renderer/data/worker/words.ts'

/** A question that is open, however many screens look at it, with its present answer. */
interface Question {
  readonly number: number
  readonly looking: Set<(answer: never) => void>
  latest?: { readonly answer: never }
}

/** The window's end: the door of a desk that lives in a worker, to which this thread lends its machine. */
export async function openInWorker(
  worker: Port,
  machine: Machine,
  beginning: Omit<Beginning, 'hasJournal'>,
): Promise<Door & { syncNow(): void }> {
  const { journal, keep } = machine
  const questions = new Map<string, Question>()
  const byNumber = new Map<number, Question>()
  const state = { asked: 0 }
  const without = () => Promise.reject(new Error('this machine has no journal'))
  const own: OfWindow = {
    answer(number, answer) {
      const question = byNumber.get(number)
      if (question === undefined) return
      const latest = withKnown(question.latest?.answer, answer) as never
      question.latest = { answer: latest }
      for (const look of question.looking) look(latest)
    },
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
  const { ask, tell } = talk<OfWorker>(worker, own, queueMicrotask)
  await ask('open', { ...beginning, hasJournal: journal !== undefined })
  const close = (key: string, question: Question) => {
    if (question.looking.size > 0 || questions.get(key) !== question) return
    questions.delete(key)
    byNumber.delete(question.number)
    tell('unwatch', question.number)
  }
  return {
    watch(name, args, onAnswer) {
      const key = JSON.stringify([name, args])
      const open = (): Question => {
        const asked: Question = { number: (state.asked += 1), looking: new Set() }
        questions.set(key, asked)
        byNumber.set(asked.number, asked)
        tell('watch', asked.number, name, args)
        return asked
      }
      const question = questions.get(key) ?? open()
      question.looking.add(onAnswer)
      // What another part of the screen knows already is known here at once: a key that is pressed now must find it.
      if (question.latest !== undefined) onAnswer(question.latest.answer)
      return () => {
        question.looking.delete(onAnswer)
        // A screen that is left has often asked for the next one, which takes the question over in the same drawing.
        queueMicrotask(() => close(key, question))
      }
    },
    known: (name, args) => questions.get(JSON.stringify([name, args]))?.latest?.answer,
    run: (name, request) => ask('run', name, request) as Promise<never>,
    syncNow: () => tell('syncNow'),
  }
}
