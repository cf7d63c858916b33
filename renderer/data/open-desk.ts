import type { RxStorage } from 'rxdb/plugins/core'
import { BehaviorSubject, firstValueFrom, map, scan as scanOver, shareReplay, startWith, Subject } from 'rxjs'
import { partitionsOf } from '#domain/sync/feed.ts'
import type { Link } from '#domain/sync/link.ts'
import { openCheckpoints } from '#renderer/data/checkpoints.ts'
import { conduct, lastAcknowledgedAt } from '#renderer/data/conductor.ts'
import type { Desk } from '#renderer/data/desk.ts'
import type { DeskCore } from '#renderer/data/desk-core.ts'
import { keptEnrolment } from '#renderer/data/enrolment.ts'
import { forgetOld } from '#renderer/data/history.ts'
import type { LocalStore } from '#renderer/data/local-store.ts'
import type { Machine, Surroundings } from '#renderer/data/machine.ts'
import { oneAtATime } from '#renderer/data/one-at-a-time.ts'
import { openOutbox } from '#renderer/data/outbox.ts'
import { listenForPokes } from '#renderer/data/pokes.ts'
import { primingNow } from '#renderer/data/prime.ts'
import { catalogue } from '#renderer/data/queries/catalogue.ts'
import { live } from '#renderer/data/queries/live.ts'
import { repair } from '#renderer/data/repair.ts'
import { openReplica } from '#renderer/data/replica.ts'
import type { Course, Parts } from '#renderer/data/round.ts'
import { openSessions } from '#renderer/data/session.ts'
import { recordStates } from '#renderer/data/states.ts'
import { fillIndex } from '#renderer/data/search-lines.ts'
import { createSearchIndex } from '#renderer/search/search-index.ts'

export interface DeskSettings {
  /** Names the replica's database; one per desk. */
  readonly name: string
  readonly storage: RxStorage<unknown, unknown>
  readonly local: LocalStore
  readonly link: Link
  readonly machine: Machine
  readonly around: Surroundings
  readonly clientVersion: string
}

/** Opens everything in order: stores, then the repair of what a crash left, and only then the first round with headquarters. */
export async function openDesk(settings: DeskSettings): Promise<{ desk: Desk; close(): Promise<void> }> {
  const core = await openCore(settings)
  await repair(core)
  await forgetOld(core)
  const sessions = openSessions(core)
  const checkpoints = await openCheckpoints(core.local)
  const enrolled = core.enrolment.value
  const partitions =
    enrolled === undefined ? [] : partitionsOf({ id: enrolled.deviceId, centreId: enrolled.centre.id })
  const priming = new BehaviorSubject(await primingNow(core, partitions))
  const course = new BehaviorSubject<Course>({
    link: 'unknown',
    activity: 'idle',
    ready: false,
    lastAcknowledgedAt: await lastAcknowledgedAt(core),
  })
  const search = createSearchIndex()
  const { changes, close: stopIndexing } = await fillIndex(core.replica, search)
  const listening = listenForPokes(core, sessions)
  const clockAhead = new BehaviorSubject<number | undefined>(undefined)
  const told = new Subject<string>()
  const parts: Parts = {
    core,
    sessions,
    checkpoints,
    priming,
    course,
    tell: async (token) => told.next(token),
  }
  const conductor = conduct(parts, listening.pokes.pipe(startWith(undefined)))
  const desk: Desk = {
    core,
    sessions,
    checkpoints,
    priming,
    course,
    conductor,
    search,
    indexed: changes.pipe(scanOver((count) => count + 1, 0)),
    states: recordStates(core),
    reference: live(core.replica, 'reference', { selector: {} }).pipe(
      map((all) => new Map(all.map((each) => [each.id, each]))),
      shareReplay({ bufferSize: 1, refCount: true }),
    ),
    clockAhead,
  }
  const telling = told.subscribe((token) => void report(desk, token, settings.clientVersion))
  return {
    desk,
    async close() {
      telling.unsubscribe()
      listening.close()
      stopIndexing()
      await conductor.close()
      await core.exclusive(async () => undefined)
      await core.replica.close()
      core.local.close()
    },
  }
}

async function openCore({ name, storage, local, link, machine, around }: DeskSettings): Promise<DeskCore> {
  const replica = await openReplica(name, storage)
  const outbox = await openOutbox(replica)
  const enrolment = new BehaviorSubject(keptEnrolment(machine.keep))
  return {
    replica,
    local,
    outbox,
    machine,
    around,
    link,
    exclusive: oneAtATime(),
    mending: { due: false },
    untold: new Set(),
    enrolment,
  }
}

/** Tells headquarters how this desk stands, and learns how far apart the clocks are. */
async function report(desk: Desk, token: string, clientVersion: string): Promise<void> {
  const { core, course, clockAhead } = desk
  const active = await firstValueFrom(catalogue(desk))
  const unsent = core.outbox.unsettled().filter((entry) => entry.result === undefined)
  const oldest = unsent[0]?.operation.capturedAt
  const answer = await core.link.report(token, {
    ...(active.release === undefined ? {} : { releaseId: active.release.id }),
    ...(active.newest === undefined ? {} : { newestReleaseId: active.newest.id }),
    waiting: unsent.length,
    ...(oldest === undefined ? {} : { oldestWaitingAt: oldest }),
    ready: course.value.ready,
    clientVersion,
    clock: core.around.now(),
  })
  if (answer.ok) clockAhead.next(Math.round((core.around.now() - answer.value.at) / 1000))
}
