import type { Commands } from '#renderer/data/contract.ts'
import { openAnswer } from '#renderer/data/courier/open-answer.ts'
import { takeAnswer } from '#renderer/data/courier/take-answer.ts'
import { writeWork } from '#renderer/data/courier/write-work.ts'
import type { Desk } from '#renderer/data/desk.ts'

type Work<N extends keyof Commands> = (
  desk: Desk,
  request: Parameters<Commands[N]>[0],
) => Promise<ReturnType<Commands[N]>>

const locked = { ok: false, problem: 'session_expired' } as const

export const exportWork: Work<'exportWork'> = async (desk) =>
  desk.sessions.person.value === undefined ? locked : writeWork(desk)

export const importAnswer: Work<'importAnswer'> = async (desk, { bytes }) => {
  if (desk.sessions.person.value === undefined) return locked
  const read = await openAnswer(desk.core, bytes)
  if (typeof read === 'string') return { ok: false, problem: read }
  return desk.conductor.alone(() => takeAnswer(desk, read))
}
