import { Type } from 'typebox'
import { id } from '#domain/fields.ts'
import { defineStep, refused, unchanged } from '#domain/sync/step.ts'
import { late } from '#domain/ticket/late-task.ts'
import { happen, permitsTicketWork, touchesTicket } from '#domain/ticket/thread.ts'
import { isOpen, mostTasks, Task } from '#domain/ticket/ticket.ts'

const { department, ask, dueAt } = Task.properties

/** A department is asked to do something for the ticket, which cannot be resolved until it has answered. */
export const askDepartment = defineStep({
  kind: 'askDepartment',
  v: 1,
  since: 2,
  payload: Type.Object({ ticketId: id(), taskId: id(), department, ask, dueAt }),
  permits: permitsTicketWork,
  touches: touchesTicket,
  apply: (records, { ticketId, taskId, ...asked }, _seen, context) =>
    happen(records, ticketId, context, (ticket) => {
      const { tasks = [] } = ticket
      if (tasks.some((task) => task.id === taskId)) return unchanged
      const told = { text: asked.ask, taskId, department: asked.department }
      // Somebody else was done with it meanwhile: the words stay, and a person decides whether it goes on.
      if (!isOpen(ticket)) return late(ticket, told, { problem: 'ticket_done', mine: 'open', theirs: '' })
      if (tasks.length >= mostTasks) return refused('too_many')
      const task: Task = {
        id: taskId,
        ...asked,
        askedAt: context.at,
        askedBy: context.actorId,
        state: 'open',
      }
      return { ticket: { ...ticket, tasks: [...tasks, task] }, event: { kind: 'task_asked', ...told } }
    }),
})
