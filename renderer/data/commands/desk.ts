import { locked, type Work } from '#renderer/data/commands/command.ts'
import { courierKeys } from '#renderer/data/courier/keys.ts'
import { keepEnrolment } from '#renderer/data/enrolment.ts'
import type { Desk } from '#renderer/data/desk.ts'
import { forgetFarewell, isLeaving } from '#renderer/data/farewell.ts'
import { forgetRebuilt } from '#renderer/data/rebuilt.ts'
import { draftKey } from '#renderer/data/queries/drafts.ts'

export const enrol: Work<'enrol'> = async (desk, request) => {
  const courier = courierKeys(desk.core.machine.keep)
  // An answer that comes is for these keys: they must outlive it.
  await desk.core.machine.keep.stored()
  const answer = await desk.core.link.enrol({
    code: request.code.trim().toUpperCase(),
    name: request.name.trim(),
    courier,
  })
  if (!answer.ok) return { ok: false, problem: answer.problem.code }
  forgetFarewell(desk.core.machine.keep)
  desk.core.farewell.next(undefined)
  keepEnrolment(desk.core.machine.keep, answer.value)
  await desk.core.machine.keep.stored()
  desk.core.enrolment.next(answer.value)
  return { ok: true, value: null }
}

export const signIn: Work<'signIn'> = async (desk, { username, password }) => {
  const done = await desk.sessions.signIn(username.trim(), password)
  if (done.ok) void desk.conductor.syncNow()
  return done
}

export const lock: Work<'lock'> = async (desk) => {
  desk.sessions.lock()
  return { ok: true, value: null }
}

export const unlockWithPin: Work<'unlockWithPin'> = async (desk, { username, pin }) => {
  const done = await desk.sessions.unlockWithPin(username, pin)
  if (done.ok) void desk.conductor.syncNow()
  return done
}

export const setPin: Work<'setPin'> = (desk, { pin, password }) => desk.sessions.setPin(pin, password)

export const dropPin: Work<'dropPin'> = async (desk) => {
  desk.sessions.dropPin()
  return { ok: true, value: null }
}

export const askRollout: Work<'askRollout'> = async (desk) => {
  const answer = await desk.sessions.call((token) => desk.core.link.rollout(token))
  return answer.ok ? { ok: true, value: answer.value } : { ok: false, problem: answer.problem.code }
}

export const syncNow: Work<'syncNow'> = async (desk) => {
  await desk.conductor.syncNow()
  const { problem } = desk.course.value
  return problem === undefined ? { ok: true, value: null } : { ok: false, problem: problem.code }
}

export const noteRebuilt: Work<'noteRebuilt'> = async (desk) => {
  await forgetRebuilt(desk.core)
  return { ok: true, value: null }
}

/** A parked operation gets its five tries again. */
export const retryParked: Work<'retryParked'> = async (desk, { opId }) => {
  const { core } = desk
  await core.exclusive(async () => {
    const parked = core.outbox.unsettled().filter((entry) => entry.opId === opId && entry.state === 'parked')
    if (parked.length > 0)
      await core.outbox.change(parked.map((entry) => ({ ...entry, state: 'waiting', tries: 0 })))
  })
  await desk.conductor.syncNow()
  return { ok: true, value: null }
}

/** A desk that leaves keeps nothing any more. [E3] */
function authorOf({ sessions, core }: Desk, authorId: string | undefined): string | undefined {
  return isLeaving(core.farewell.value) ? undefined : (authorId ?? sessions.person.value?.id)
}

export const saveDraft: Work<'saveDraft'> = async (desk, { key, value, authorId }) => {
  const author = authorOf(desk, authorId)
  if (author === undefined) return locked
  await desk.core.local.set(draftKey(author, key), value)
  return { ok: true, value: null }
}

export const dropDraft: Work<'dropDraft'> = async (desk, { key, authorId }) => {
  const author = authorOf(desk, authorId)
  if (author !== undefined) await desk.core.local.remove(draftKey(author, key))
  return { ok: true, value: null }
}
