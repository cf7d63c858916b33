import { isHeld, nextQueueStatuses } from '#domain/queue/lifecycle.ts'
import type { QueueTicket } from '#domain/queue/queue-ticket.ts'
import type { ProblemCode } from '#domain/problems.ts'
import { useLive } from '#renderer/data/useLive.ts'
import type { KeyId } from '#renderer/stores/keymap.ts'
import { useCallNext } from '#renderer/work/useCallNext.ts'
import { usePermits } from '#renderer/work/usePermits.ts'
import { useRun } from '#renderer/work/useRun.ts'
import { useWords } from '#renderer/words/words.ts'

export interface NumberAction {
  readonly key: KeyId
  readonly label: string
  readonly run: () => void
}

/** What a number's life allows now, in the words and with the keys of the screen. */
export function useNumberActions(onTransfer: (number: QueueTicket) => void): {
  readonly actionsFor: (number: QueueTicket) => readonly NumberAction[]
  readonly problem: ProblemCode | undefined
} {
  const { queue } = useWords()
  const me = useLive('desk')?.person?.id
  const works = usePermits()('moveNumber')
  const { call, goOn, problem } = useCallNext()
  const move = useRun('moveNumber')

  function actionsFor(number: QueueTicket): readonly NumberAction[] {
    const { id: queueTicketId, display, status, agentId } = number
    // Whom a colleague serves is theirs.
    if (!works || (status === 'serving' && agentId !== me)) return []
    const called = { queueTicketId, display }
    const mine = isHeld(number) && agentId === me
    const may = (to: QueueTicket['status']) => nextQueueStatuses[status].includes(to)
    const to = (key: KeyId, label: string, target: 'waiting' | 'no_show' | 'cancelled'): NumberAction[] =>
      may(target) ? [{ key, label, run: () => void move.run({ queueTicketId, to: target }) }] : []
    return [
      ...(may('called')
        ? [{ key: 'listOpen', label: queue.call, run: () => void call(called) } as const]
        : []),
      ...(mine ? [{ key: 'listOpen', label: queue.goOn, run: () => goOn(called) } as const] : []),
      ...(mine && status === 'called'
        ? [{ key: 'recallNumber', label: queue.recall, run: () => void call(called) } as const]
        : []),
      ...(may('transferred')
        ? [{ key: 'transferNumber', label: queue.transfer, run: () => onTransfer(number) } as const]
        : []),
      ...to('noShow', queue.noShow, 'no_show'),
      ...to('putBackNumber', queue.putBack, 'waiting'),
      ...to('cancelNumber', queue.cancel, 'cancelled'),
    ]
  }
  return { actionsFor, problem: problem ?? move.problem }
}
