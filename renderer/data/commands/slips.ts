import { locked, type Work } from '#renderer/data/commands/command.ts'
import { doWork } from '#renderer/data/commands/do-work.ts'
import { rememberSlip } from '#renderer/data/printed-slips.ts'
import { stepOf } from '#domain/steps.ts'

export const noteSlip: Work<'noteSlip'> = async (desk, { id, ticketId, copyNote }) => {
  if (desk.sessions.person.value === undefined) return locked
  await rememberSlip(desk.core, id)
  if (ticketId === undefined || copyNote === undefined) return { ok: true, value: null }
  return doWork(desk, null, () => [stepOf('noteOnTicket', { ticketId, text: copyNote })])
}
