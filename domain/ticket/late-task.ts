import type { ProblemCode } from '#domain/problems.ts'
import type { Happening } from '#domain/ticket/thread.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'

/** Words about a task that came too late: they stay in the thread, nothing else changes, and a person is asked. [O10] */
export function late(
  ticket: Ticket,
  told: Omit<Happening['event'], 'kind' | 'problem'>,
  {
    problem,
    mine,
    theirs,
  }: { readonly problem: ProblemCode; readonly mine: string; readonly theirs: string },
): Happening {
  return {
    ticket,
    event: { kind: 'task_late', problem, ...told },
    attention: [
      {
        kind: 'transition',
        problem,
        subject: { collection: 'tickets', id: ticket.id },
        customerId: ticket.customerId,
        fields: [{ field: 'taskState', base: '', mine, theirs }],
      },
    ],
  }
}
