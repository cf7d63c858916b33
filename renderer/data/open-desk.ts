import type { RxStorage } from 'rxdb/plugins/core'
import { BehaviorSubject, map, shareReplay, Subject } from 'rxjs'
import { partitionsOf } from '#domain/sync/feed.ts'
import type { Link } from '#domain/sync/link.ts'
import { openCheckpoints } from '#renderer/data/checkpoints.ts'
import { conduct, lastAcknowledgedAt } from '#renderer/data/conductor.ts'
import type { Desk } from '#renderer/data/desk.ts'
import type { DeskCore } from '#renderer/data/desk-core.ts'
import { keptEnrolment } from '#renderer/data/enrolment.ts'
import { eraseStores } from '#renderer/data/erase-stores.ts'
import { keepFarewell, keptFarewell, type Farewell } from '#renderer/data/farewell.ts'
import { heed } from '#renderer/data/heed.ts'
import { newHeads } from '#renderer/data/heads.ts'
import { forgetOld } from '#renderer/data/history.ts'
import { inTime } from '#renderer/data/in-time.ts'
import { keepOpenList } from '#renderer/data/keep-open-list.ts'
import { leave } from '#renderer/data/leave.ts'
import type { LocalStore } from '#renderer/data/local-store.ts'
import type { Machine, Surroundings } from '#renderer/data/machine.ts'
import { oneAtATime } from '#renderer/data/one-at-a-time.ts'
import { openOutbox } from '#renderer/data/outbox.ts'
import { newPaces } from '#renderer/data/pace.ts'
import { listenForPokes } from '#renderer/data/pokes.ts'
import { primingNow } from '#renderer/data/prime.ts'
import { live } from '#renderer/data/queries/live.ts'
import { noticeRebuilt } from '#renderer/data/rebuilt.ts'
import { repair } from '#renderer/data/repair.ts'
import { openReplica } from '#renderer/data/replica.ts'
import { report } from '#renderer/data/report.ts'
import type { Course, Parts } from '#renderer/data/round.ts'
import { openSessions } from '#renderer/data/session.ts'
import { recordStates } from '#renderer/data/states.ts'
import { wholeWrites } from '#renderer/data/whole.ts'
import { fillIndex } from '#renderer/data/search-lines.ts'
import { createSearchIndex } from '#renderer/search/search-index.ts'

export interface DeskSettings {
  /** Names the replica's database; one per desk. */
  readonly name: string
  readonly storage: RxStorage<unknown, unknown>
  /** Opened after what had to be erased is gone. */
  readonly openLocal: () => Promise<LocalStore>
  readonly link: Link
  readonly machine: Machine
  readonly around: Surroundings
  readonly clientVersion: string
}

/** Opens everything in order: stores, then the repair of what a crash left, and only then the first round with headquarters. */
export async function openDesk(settings: DeskSettings): Promise<{ desk: Desk; close(): Promise<void> }> {
  // The unsent work is packed: the stores go before anything is opened, and the journal brings nothing back into them. [E3]
  const packed = keptFarewell(settings.machine.keep)?.stage === 'packed'
  if (packed) await eraseStores(settings.name, settings.storage)
  const core = await openCore(settings)
  if (!packed) await noticeRebuilt(core, await repair(core))
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
  const lines = fillIndex(core, search)
  const heads = newHeads()
  const listening = listenForPokes(core, sessions, heads)
  const clockAhead = new BehaviorSubject<number | undefined>(undefined)
  const told = new Subject<string>()
  const parts: Parts = {
    core,
    sessions,
    checkpoints,
    heads,
    priming,
    course,
    tell: async (token) => told.next(token),
    indexed: lines.filled.catch(() => undefined),
  }
  const conductor = conduct(parts, listening.pokes)
  const desk: Desk = {
    core,
    sessions,
    checkpoints,
    priming,
    course,
    conductor,
    search,
    lines,
    states: recordStates(core),
    reference: live(core.replica, 'reference', { selector: {} }).pipe(
      map((all) => new Map(all.map((each) => [each.id, each]))),
      shareReplay({ bufferSize: 1, refCount: true }),
    ),
    clockAhead,
    clientVersion: settings.clientVersion,
  }
  const openList = keepOpenList(desk)
  const leaving = leave(core)
  const telling = told.subscribe((token) => void report(desk, token))
  return {
    desk,
    async close() {
      openList.close()
      leaving.close()
      telling.unsubscribe()
      listening.close()
      await lines.close()
      await conductor.close()
      await core.exclusive(async () => undefined)
      await core.replica.close()
      core.local.close()
    },
  }
}

async function openCore(settings: DeskSettings): Promise<DeskCore> {
  const { name, storage, openLocal, link, machine, around } = settings
  const replica = await openReplica(name, storage, around)
  const local = await inTime(around, 'the local store', openLocal())
  const outbox = await openOutbox(replica)
  const enrolment = new BehaviorSubject(keptEnrolment(machine.keep))
  const farewell = new BehaviorSubject(keptFarewell(machine.keep))
  const heard = { already: false }
  const heeded = heed(link, () => {
    if (heard.already || farewell.value !== undefined) return
    heard.already = true
    const told: Farewell = { at: around.now(), stage: 'told', words: [] }
    // A full disk does not keep it: this desk leaves all the same, and a start in between hears it again.
    const go = () => farewell.next(told)
    keepFarewell(machine.keep, told).then(go, go)
  })
  return {
    replica,
    local,
    outbox,
    machine,
    around,
    link: heeded,
    paces: newPaces(),
    exclusive: oneAtATime(),
    mending: { due: false },
    untold: new Set(),
    wholly: wholeWrites(replica.asked),
    enrolment,
    farewell,
  }
}
