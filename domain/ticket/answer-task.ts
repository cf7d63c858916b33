import { Type } from 'typebox'
import { id, oneOf, words } from '#domain/fields.ts'
import { defineStep, refused } from '#domain/sync/step.ts'
import { late } from '#domain/ticket/late-task.ts'
import { isTaskOpen } from '#domain/ticket/task.ts'
import { happen, permitsTicketWork, touchesTicket } from '#domain/ticket/thread.ts'
import { followUp } from '#domain/ticket/ticket.ts'

export const taskOutcomes = ['done', 'returned'] as const

/** The department has done what was asked, or gives it back with words. The first answer counts. */
export const answerTask = defineStep({
  kind: 'answerTask',
  v: 1,
  since: 2,
  payload: Type.Object({
    ticketId: id(),
    taskId: id(),
    outcome: oneOf(taskOutcomes),
    answer: words(4000),
    ...followUp,
  }),
  permits: permitsTicketWork,
  touches: touchesTicket,
  apply: (records, { ticketId, taskId, outcome, answer, ...follow }, _seen, context) =>
    happen(records, ticketId, context, (ticket) => {
      const { tasks = [] } = ticket
      const task = tasks.find((each) => each.id === taskId)
      if (task === undefined) return refused('unknown_record')
      const told = { text: answer, taskId, department: task.department, ...follow }
      if (task.state === outcome) return { ticket, event: { kind: 'note', ...told } }
      if (!isTaskOpen(task))
        return late(ticket, told, { problem: 'task_finished', mine: outcome, theirs: task.state })
      const answered = {
        ...task,
        ...follow,
        state: outcome,
        answer,
        answeredBy: context.actorId,
        answeredAt: context.at,
      }
      return {
        ticket: { ...ticket, tasks: tasks.map((each) => (each === task ? answered : each)) },
        event: { kind: outcome === 'done' ? 'task_done' : 'task_returned', ...told },
      }
    }),
})
