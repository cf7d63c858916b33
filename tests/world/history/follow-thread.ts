import type { RecordMap } from '#domain/sync/records.ts'
import type { StepContext } from '#domain/sync/step.ts'
import { assignTicket } from '#domain/ticket/assign-ticket.ts'
import { moveTicket } from '#domain/ticket/move-ticket.ts'
import { noteOnTicket } from '#domain/ticket/note-on-ticket.ts'
import { accepted } from '#tests/world/accepted.ts'
import type { TicketScene } from '#tests/world/history/make-ticket.ts'
import { idAt } from '#tests/world/id-at.ts'
import type { Random } from '#tests/world/random.ts'
import { fillerAt } from '#tests/world/talk/fill.ts'
import { moveLines, noteLines } from '#tests/world/talk/phrases.ts'
import { resolutions } from '#tests/world/talk/resolutions.ts'

const hour = 3_600_000
type Target = keyof typeof moveLines

type Life = readonly [path: readonly Target[], weight: number]

/** How tickets end, and how often. */
const ended: readonly Life[] = [
  [['open', 'in_progress', 'resolved', 'closed'], 40],
  [['open', 'resolved', 'closed'], 18],
  [['open', 'pending_department', 'in_progress', 'resolved', 'closed'], 15],
  [['open', 'in_progress', 'pending_customer', 'in_progress', 'resolved', 'closed'], 8],
  [['open', 'in_progress', 'on_hold', 'in_progress', 'resolved', 'closed'], 4],
  [['open', 'in_progress', 'resolved', 'closed', 'open', 'in_progress', 'resolved'], 4],
  [['open', 'cancelled'], 5],
  [['rejected'], 2],
]

/** Where tickets stand that somebody still works on. */
const unfinished: readonly Life[] = [
  [[], 1],
  [['open'], 4],
  [['open', 'in_progress'], 4],
  [['open', 'pending_customer'], 3],
  [['open', 'pending_department'], 3],
  [['open', 'in_progress', 'on_hold'], 1],
]

const day = 24 * hour

/** Work of these days is half done; after two weeks nearly everything has ended, and each centre has a few that were forgotten. */
function livesAt(age: number): readonly Life[] {
  if (age < 10 * day) return [...ended, ...unfinished.map(([path, weight]): Life => [path, weight * 8])]
  return age < 25 * day ? [...ended, ...unfinished.map(([path, weight]): Life => [path, weight / 4])] : ended
}

/** Hours until a status is reached, least and most. */
const waits: Readonly<Record<Target, readonly [least: number, most: number]>> = {
  open: [0.1, 5],
  in_progress: [0.3, 20],
  pending_customer: [0.2, 12],
  pending_department: [0.2, 6],
  on_hold: [1, 20],
  resolved: [0.5, 60],
  closed: [24, 72],
  cancelled: [0.5, 30],
  rejected: [0.2, 10],
}

/** The rest of a ticket's life up to now: moves, notes and other owners. */
export function followThread(random: Random, scene: TicketScene, ticketId: string, records: RecordMap): void {
  let at = scene.happening.at
  for (const to of random.weighted(livesAt(scene.now - scene.happening.at))) {
    const [least, most] = waits[to]
    at += Math.floor((least + random.unit() * (most - least)) * hour)
    if (at > scene.now) return
    move(random, scene, ticketId, records, to, at)
    const aside = at + random.int(60, 1800) * 1000
    if (to !== 'closed' && aside <= scene.now && random.chance(0.4)) {
      happenAside(random, scene, ticketId, records, aside)
      at = aside
    }
  }
}

function move(
  random: Random,
  scene: TicketScene,
  ticketId: string,
  records: RecordMap,
  to: Target,
  at: number,
): void {
  const note = fillerAt(random, at, scene.districts)(random.pick<string>(moveLines[to]))
  const resolution = to === 'resolved' ? { resolutionCode: random.pick(resolutions).code } : {}
  const words = random.chance(0.7) ? { note } : {}
  const context = contextAt(random, scene, at)
  for (const write of accepted(
    moveTicket.apply(records, { ticketId, to, ...resolution, ...words }, {}, context),
  ))
    records.put(write)
}

function happenAside(
  random: Random,
  scene: TicketScene,
  ticketId: string,
  records: RecordMap,
  at: number,
): void {
  const text = fillerAt(random, at, scene.districts)(random.pick(noteLines))
  const context = contextAt(random, scene, at)
  const outcome = random.chance(0.3)
    ? assignTicket.apply(records, { ticketId, ownerId: random.pick(scene.colleagues).id }, {}, context)
    : noteOnTicket.apply(records, { ticketId, text }, {}, context)
  for (const write of accepted(outcome)) records.put(write)
}

function contextAt(random: Random, scene: TicketScene, at: number): StepContext {
  const actor = random.pick(scene.colleagues)
  return { opId: idAt(at, random), index: 0, actorId: actor.id, centreId: actor.centreId, at }
}
