import { Type } from 'typebox'
import { id } from '#domain/fields.ts'
import { defineStep, refused, unchanged } from '#domain/sync/step.ts'
import { happen, permitsTicketWork, touchesTicket } from '#domain/ticket/thread.ts'

/** Somebody of the department works on it now. Of two who accept, the first has it. */
export const acceptTask = defineStep({
  kind: 'acceptTask',
  v: 1,
  since: 2,
  payload: Type.Object({ ticketId: id(), taskId: id() }),
  permits: permitsTicketWork,
  touches: touchesTicket,
  apply: (records, { ticketId, taskId }, _seen, context) =>
    happen(records, ticketId, context, (ticket) => {
      const { tasks = [] } = ticket
      const task = tasks.find((each) => each.id === taskId)
      if (task === undefined) return refused('unknown_record')
      if (task.state !== 'open') return unchanged
      const accepted = {
        ...task,
        state: 'accepted' as const,
        acceptedBy: context.actorId,
        acceptedAt: context.at,
      }
      return {
        ticket: { ...ticket, tasks: tasks.map((each) => (each === task ? accepted : each)) },
        event: { kind: 'task_accepted', taskId, department: task.department },
      }
    }),
})
