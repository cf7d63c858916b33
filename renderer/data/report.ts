import { firstValueFrom } from 'rxjs'
import type { DeskReport } from '#domain/sync/session.ts'
import { courierKeys } from '#renderer/data/courier/keys.ts'
import type { Desk } from '#renderer/data/desk.ts'
import { keepEnrolment } from '#renderer/data/enrolment.ts'
import { catalogue } from '#renderer/data/queries/catalogue.ts'

/** How this desk stands. */
export async function reportOf(desk: Desk): Promise<DeskReport> {
  const { core, course, clientVersion } = desk
  const active = await firstValueFrom(catalogue(desk))
  const unsent = core.outbox.unsettled().filter((entry) => entry.result === undefined)
  const oldest = unsent[0]?.operation.capturedAt
  return {
    ...(active.release === undefined ? {} : { releaseId: active.release.id }),
    ...(active.newest === undefined ? {} : { newestReleaseId: active.newest.id }),
    waiting: unsent.length,
    ...(oldest === undefined ? {} : { oldestWaitingAt: oldest }),
    ready: course.value.ready,
    clientVersion,
    clock: core.around.now(),
  }
}

/** Tells headquarters how this desk stands, and learns how far apart the clocks are and what it missed at its enrolment. */
export async function report(desk: Desk, token: string): Promise<void> {
  const { core, clockAhead } = desk
  const { keep } = core.machine
  const said = await reportOf(desk)
  const isKeyless = core.enrolment.value?.courier === undefined
  const answer = await core.link.report(token, isKeyless ? { ...said, courier: courierKeys(keep) } : said)
  if (!answer.ok) return
  clockAhead.next(Math.round((core.around.now() - answer.value.at) / 1000))
  const enrolment = core.enrolment.value
  if (!isKeyless || enrolment === undefined || answer.value.courier === undefined) return
  const whole = { ...enrolment, courier: answer.value.courier }
  keepEnrolment(keep, whole)
  core.enrolment.next(whole)
}
