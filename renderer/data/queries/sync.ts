import { combineLatest, from, map, switchMap, timer, type Observable } from 'rxjs'
import type { Item } from '#domain/item/item.ts'
import type { DeskPerson, DeskView, OutboxRow, SyncView } from '#renderer/data/contract.ts'
import type { Desk } from '#renderer/data/desk.ts'
import { isLeaving } from '#renderer/data/farewell.ts'
import { knownPeople } from '#renderer/data/people.ts'
import { rebuiltIn } from '#renderer/data/rebuilt.ts'
import { plain } from '#renderer/data/replica.ts'
import type { OutboxEntry } from '#renderer/data/outbox-schema.ts'
import { live } from '#renderer/data/queries/live.ts'

export function desk(of: Desk): Observable<DeskView> {
  return combineLatest([of.core.enrolment, of.sessions.person, of.core.farewell, of.sessions.pinTries]).pipe(
    map(([enrolment, person, farewell, pins]): DeskView => {
      const revoked = farewell === undefined ? {} : { revokedAt: farewell.at }
      const words = farewell?.words ?? []
      // Until it has been gathered nobody knows how much it is.
      const packed = farewell?.stage === 'packed' || words.length > 0
      if (isLeaving(farewell))
        return { stage: 'leaving', people: [], ...revoked, ...(packed ? { toHandOver: words.length } : {}) }
      const people = knownPeople(of.core.machine.keep).map(({ person: { username, name } }): DeskPerson => {
        const pinTries = pins.get(username)
        return pinTries === undefined ? { username, name } : { username, name, pinTries }
      })
      if (enrolment === undefined) return { stage: 'new', people, ...revoked }
      const { deviceId, label, centre } = enrolment
      const known = { device: { id: deviceId, label }, centre, people }
      return person === undefined ? { stage: 'locked', ...known } : { stage: 'open', ...known, person }
    }),
  )
}

export function sync(of: Desk): Observable<SyncView> {
  const { machine, outbox, replica } = of.core
  const disk = timer(0, 30_000).pipe(switchMap(() => from(machine.diskRoom())))
  const items = live(replica, 'items', { selector: { status: 'open' } })
  return combineLatest([of.course, outbox.changed, items, of.clockAhead, disk, rebuiltIn(of.core)]).pipe(
    map(([course, entries, open, clockAhead, room, rebuilt]): SyncView => {
      const unanswered = entries.filter((entry) => entry.result === undefined)
      const oldest = unanswered[0]?.operation.capturedAt
      return {
        link: course.link,
        activity: course.activity,
        waiting: unanswered.filter((entry) => entry.state !== 'parked').length,
        ...(oldest === undefined ? {} : { oldestWaitingAt: oldest }),
        parked: unanswered.filter((entry) => entry.state === 'parked').length,
        openItems: open.length,
        ...(course.lastAcknowledgedAt === undefined ? {} : { lastAcknowledgedAt: course.lastAcknowledgedAt }),
        ready: course.ready,
        ...(course.problem === undefined ? {} : { problem: course.problem.code }),
        ...(clockAhead === undefined ? {} : { clockAhead }),
        journal: machine.journal !== undefined,
        disk: room,
        ...(rebuilt === undefined ? {} : { rebuilt }),
      }
    }),
  )
}

export function outbox(of: Desk, limit: number): Observable<OutboxRow[]> {
  const { replica, outbox: work } = of.core
  const settled = replica.outbox
    .find({ selector: { unsettled: 'no' }, sort: [{ unsettled: 'asc' }, { newest: 'asc' }], limit })
    .$.pipe(map((documents) => documents.map((document) => plain<OutboxEntry>(document))))
  return combineLatest([work.changed, settled]).pipe(
    map(([unsettled, done]) => {
      const unsent = unsettled.filter((entry) => entry.result === undefined)
      const sent = unsettled.filter((entry) => entry.result !== undefined).toReversed()
      return [...unsent, ...sent, ...done].slice(0, limit).map(rowOf)
    }),
  )
}

function rowOf(entry: OutboxEntry): OutboxRow {
  const { opId, deviceSeq, operation, state, tries, problem, result } = entry
  return {
    opId,
    deviceSeq,
    kinds: operation.steps.map((step) => step.kind),
    actorId: operation.actorId,
    capturedAt: operation.capturedAt,
    state,
    tries,
    ...(problem === undefined ? {} : { problem }),
    ...(result?.movedTo === undefined ? {} : { movedTo: result.movedTo }),
    ...(state === 'parked' || state === 'handed_in' ? { operation: { ...operation } } : {}),
  }
}

export function items(of: Desk, status: Item['status'], limit: number): Observable<Item[]> {
  return live(of.core.replica, 'items', {
    selector: { status },
    sort: [{ status: 'asc' }, { newest: 'asc' }],
    limit,
  })
}
