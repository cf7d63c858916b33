import type { ProblemCode } from '#domain/problems.ts'
import type { Step } from '#domain/sync/operation.ts'
import { stepOf } from '#domain/steps.ts'
import { pathTo } from '#domain/ticket/move-ticket.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { locked, type Work } from '#renderer/data/commands/command.ts'
import { doWork } from '#renderer/data/commands/do-work.ts'
import type { NewTask, RefusedTicket, TicketChanges, WorkedOn } from '#renderer/data/contract-tickets.ts'
import type { Desk } from '#renderer/data/desk.ts'
import { ownViewsKey } from '#renderer/data/own-views.ts'
import { readRecords } from '#renderer/data/replica.ts'

const hour = 3_600_000

export const askDepartment: Work<'askDepartment'> = (desk, { ticketId, ...task }) =>
  doWork(desk, null, () => [taskStep(desk, ticketId, task)])

export const acceptTask: Work<'acceptTask'> = (desk, task) =>
  doWork(desk, null, () => [stepOf('acceptTask', task)])

export const answerTask: Work<'answerTask'> = (desk, answer) =>
  doWork(desk, null, () => [stepOf('answerTask', answer)])

export const escalateTicket: Work<'escalateTicket'> = (desk, escalation) =>
  doWork(desk, null, () => [stepOf('escalateTicket', escalation)])

export const linkTickets: Work<'linkTickets'> = (desk, link) =>
  doWork(desk, null, () => [stepOf('linkTickets', link)])

export const saveOwnViews: Work<'saveOwnViews'> = async (desk, { views }) => {
  const person = desk.sessions.person.value
  if (person === undefined) return locked
  await desk.core.local.set(ownViewsKey(person.id), views)
  return { ok: true, value: null }
}

/** One operation a ticket, so that a ticket which cannot take it holds up none of the others. */
export const workOnTickets: Work<'workOnTickets'> = async (desk, { ticketIds, changes }) => {
  const found = (await readRecords(desk.core.replica, 'tickets', [...ticketIds])) as Ticket[]
  const tickets = new Map(found.map((ticket) => [ticket.id, ticket]))
  const refused: RefusedTicket[] = []
  for (const ticketId of ticketIds) {
    const ticket = tickets.get(ticketId)
    const code = ticket?.code ?? ''
    const steps = ticket === undefined ? 'unknown_record' : stepsFor(desk, ticket, changes)
    if (typeof steps === 'string') refused.push({ ticketId, code, problem: steps })
    else {
      const done = await doWork(desk, null, () => steps)
      if (!done.ok) refused.push({ ticketId, code, problem: done.problem })
    }
  }
  const worked: WorkedOn = { done: ticketIds.length - refused.length, refused }
  return { ok: true, value: worked }
}

/** Words first, the status last: so the thread reads as the agent did it. What is known here already is said at once. [C5] */
function stepsFor(desk: Desk, ticket: Ticket, changes: TicketChanges): readonly Step[] | ProblemCode {
  const { priority, ownerId, task, escalate, status, resolutionCode } = changes
  const ticketId = ticket.id
  const moves = status === undefined ? [] : pathTo(ticket, status)
  if (typeof moves === 'string') return moves
  if (status === 'resolved' && task !== undefined) return 'task_open'
  if (status === 'resolved' && resolutionCode === undefined) return 'resolution_missing'
  return [
    ...noteSteps(ticketId, changes),
    ...(priority === undefined ? [] : [stepOf('prioritizeTicket', { ticketId, priority })]),
    ...(ownerId === undefined ? [] : [stepOf('assignTicket', { ticketId, ownerId })]),
    ...(task === undefined ? [] : [taskStep(desk, ticketId, task)]),
    ...(escalate === true ? [stepOf('escalateTicket', { ticketId })] : []),
    ...moves.map((to) =>
      stepOf('moveTicket', { ticketId, to, ...(to === 'resolved' ? withCode(resolutionCode) : {}) }),
    ),
  ]
}

function noteSteps(ticketId: string, { text = '', mentioned = [] }: TicketChanges): Step[] {
  if (text === '') return []
  return mentioned.length === 0
    ? [stepOf('noteOnTicket', { ticketId, text })]
    : [stepOf('callColleagues', { ticketId, text, mentioned: [...mentioned] })]
}

const withCode = (resolutionCode: string | undefined) =>
  resolutionCode === undefined ? {} : { resolutionCode }

export function taskStep({ core }: Desk, ticketId: string, { withinHours, ...task }: NewTask): Step {
  const due = withinHours === undefined ? {} : { dueAt: core.around.now() + withinHours * hour }
  return stepOf('askDepartment', { ...task, ...due, ticketId, taskId: core.around.newId() })
}
