import { locked, type Work } from '#renderer/data/commands/command.ts'
import { openAnswer } from '#renderer/data/courier/open-answer.ts'
import { takeAnswer } from '#renderer/data/courier/take-answer.ts'
import { writeWork } from '#renderer/data/courier/write-work.ts'

export const exportWork: Work<'exportWork'> = async (desk) =>
  desk.sessions.person.value === undefined ? locked : writeWork(desk)

export const importAnswer: Work<'importAnswer'> = async (desk, { bytes }) => {
  if (desk.sessions.person.value === undefined) return locked
  const read = await openAnswer(desk.core, bytes)
  if (typeof read === 'string') return { ok: false, problem: read }
  return desk.conductor.alone(() => takeAnswer(desk, read))
}
