import { stepOf } from '#domain/steps.ts'
import { locked, type Work } from '#renderer/data/commands/command.ts'
import { doWork } from '#renderer/data/commands/do-work.ts'
import { rememberSlip } from '#renderer/data/printed-slips.ts'

export const noteSlip: Work<'noteSlip'> = async (desk, { id, ticketId, orderId, copyNote }) => {
  if (desk.sessions.person.value === undefined) return locked
  await rememberSlip(desk.core, id)
  if (copyNote !== undefined && ticketId !== undefined)
    return doWork(desk, null, () => [stepOf('noteOnTicket', { ticketId, text: copyNote })])
  if (copyNote !== undefined && orderId !== undefined)
    return doWork(desk, null, () => [stepOf('noteOnOrder', { orderId, note: copyNote })])
  return { ok: true, value: null }
}
