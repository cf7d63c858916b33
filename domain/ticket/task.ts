import type { Task, Ticket } from '#domain/ticket/ticket.ts'

/** Whether the department still has to do something. */
export function isTaskOpen({ state }: Pick<Task, 'state'>): boolean {
  return state === 'open' || state === 'accepted'
}

/** What a ticket still waits for. While there is any, it cannot be resolved. */
export function openTasks({ tasks = [] }: Pick<Ticket, 'tasks'>): readonly Task[] {
  return tasks.filter(isTaskOpen)
}
