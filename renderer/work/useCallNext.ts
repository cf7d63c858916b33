import type { Called } from '#renderer/data/contract-queue.ts'
import { receive, useContact } from '#renderer/stores/contact.ts'
import { useSettings } from '#renderer/stores/settings.ts'
import { go } from '#renderer/stores/workspace.ts'
import { announce } from '#renderer/ui/announce.tsx'
import { useCounter } from '#renderer/work/useCounter.ts'
import { useRun } from '#renderer/work/useRun.ts'
import { useWords } from '#renderer/words/words.ts'

/** Calls a visitor and begins the contact: the search is open and has the focus. While a contact runs nobody is called. */
export function useCallNext() {
  const { queue } = useWords()
  const counter = useCounter()
  const services = useSettings((settings) => settings.counterServices)
  const next = useRun('callNext')
  const one = useRun('callNumber')

  function isBusy(): boolean {
    const busy = useContact.getState().contact !== undefined
    if (busy) announce(queue.busy)
    return busy
  }
  function take(called: Called): void {
    announce(queue.calledSentence(called.display, counter))
    receive(called)
    go({ at: 'search', text: '' })
  }
  /** Whose turn it is; where nobody waits the queue says so. */
  const callNext = async (): Promise<void> => {
    if (next.running || isBusy()) return
    const done = await next.run({ services, counter })
    if (done === undefined) return
    if (done.value !== null) return take(done.value)
    announce(queue.nobody)
    go({ at: 'queue' })
  }
  /** One number out of its turn. */
  const call = async (called: Called): Promise<void> => {
    if (one.running || isBusy()) return
    if ((await one.run({ queueTicketId: called.queueTicketId, counter })) !== undefined) take(called)
  }
  /** A number that is being served already. */
  const goOn = (called: Called): void => {
    if (!isBusy()) take(called)
  }
  return {
    callNext,
    call,
    goOn,
    running: next.running || one.running,
    problem: next.problem ?? one.problem,
  }
}
