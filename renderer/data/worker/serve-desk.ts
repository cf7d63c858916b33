import { deepEqual } from 'rxdb/plugins/core'
import { doorOf } from '#renderer/data/door.ts'
import type { Desk } from '#renderer/data/desk.ts'
import type { Machine } from '#renderer/data/machine.ts'
import { keepCopy } from '#renderer/data/worker/keep-copy.ts'
import { talk, type Port, type Talk } from '#renderer/data/worker/talk.ts'
import type { Beginning, OfWindow, OfWorker } from '#renderer/data/worker/words.ts'

/** The worker's end: opens the desk when the window says so, and answers for its door from then on. */
export function serveDesk(
  port: Port,
  open: (beginning: Beginning, machine: Machine) => Promise<Desk>,
): Talk<OfWindow> {
  const watched = new Map<number, () => void>()
  const opened = { desk: undefined as Desk | undefined }
  const desk = () => {
    if (opened.desk === undefined) throw new Error('the desk is not open yet')
    return opened.desk
  }
  const own: OfWorker = {
    async open(beginning) {
      opened.desk = await open(beginning, machineOver(window, beginning))
    },
    watch(number, name, args) {
      const last = { answer: undefined as unknown }
      const stop = doorOf(desk()).watch(name, args as never, (answer) => {
        // Whatever changes in the outbox lets all questions look again, and few of them have something else to say.
        if (deepEqual(last.answer, answer)) return
        last.answer = answer
        window.tell('answer', number, answer)
      })
      watched.set(number, stop)
    },
    unwatch(number) {
      watched.get(number)?.()
      watched.delete(number)
    },
    run: (name, request) => doorOf(desk()).run(name, request as never),
    syncNow: () => void desk().conductor.syncNow(),
  }
  const window = talk<OfWindow>(port, own)
  return window
}

function machineOver(window: Talk<OfWindow>, { texts, hasJournal }: Beginning): Machine {
  const { ask, tell } = window
  const journal = {
    append: (entry) => ask('append', entry),
    read: () => ask('read'),
    settle: (opIds) => ask('settle', opIds),
  } satisfies Machine['journal']
  return {
    journal: hasJournal ? journal : undefined,
    keep: keepCopy(texts, window),
    diskRoom: () => ask('diskRoom'),
    wipe: () => ask('wipe'),
    startAgain: () => tell('startAgain'),
  }
}
