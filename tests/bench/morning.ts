import { setTimeout as pause } from 'node:timers/promises'
import { stepOf } from '#domain/steps.ts'
import type { Checkpoint, Digest } from '#domain/sync/feed.ts'
import type { Operation } from '#domain/sync/operation.ts'
import { recordHash } from '#domain/sync/record-hash.ts'
import type { DeskReport } from '#domain/sync/session.ts'
import { newHeads } from '#renderer/data/heads.ts'
import { chunked } from '#sync-server/storage/chunked.ts'
import { contact, ticket } from '#tests/server/payloads.ts'
import { beginning, type Desk } from '#tests/server/wire-desk.ts'
import type { HttpWire } from './http-wire.ts'

/** What a centre captures in a day. */
export interface Day {
  readonly contacts: number
  readonly tickets: number
}
export const fullDay: Day = { contacts: 225, tickets: 60 }

const batch = 50
const page = 500
const calm = 20_000

/** A desk's share of its centre's day: conversations, some with a ticket, and what follows of each ticket. */
export function workOf(
  desk: Desk,
  n: number,
  desks: number,
  day: Day,
  customerIds: readonly string[],
): Operation[] {
  const operations: Operation[] = []
  const { label } = desk.enrolment
  const ownerId = desk.session.person.id
  for (let index = n - 1; index < day.contacts; index += desks) {
    const customerId = customerIds[index % customerIds.length] ?? ''
    const opens =
      Math.floor((index * day.tickets) / day.contacts) <
      Math.floor(((index + 1) * day.tickets) / day.contacts)
    const ticketId = `${label}-t${index}`
    const talk = contact(`${label}-k${index}`, {
      customerId,
      ticketIds: opens ? [ticketId] : [],
      note: 'Sinyal hilang sejak pagi, sudah restart.',
    })
    operations.push(
      opens
        ? desk.operation(
            stepOf('openTicket', ticket(ticketId, label, { customerId, ownerId })),
            stepOf('recordContact', talk),
          )
        : desk.operation(stepOf('recordContact', talk)),
    )
    if (opens)
      operations.push(
        desk.operation(stepOf('moveTicket', { ticketId, to: 'open', note: 'Diteruskan ke jaringan.' })),
        desk.operation(stepOf('noteOnTicket', { ticketId, text: 'Pelanggan dihubungi lagi besok.' })),
      )
  }
  return operations
}

export interface Returning {
  readonly desk: Desk
  readonly work: readonly Operation[]
  /** How many records its centre's feed must have brought when everybody's work is in. */
  readonly expected: number
  /** Where the desk's partitions stood when the line went, and what they came to. */
  readonly before: Digest
  readonly places: Map<string, Checkpoint>
}

/** Where a desk stood yesterday: at the head of everything. */
export async function yesterday(desk: Desk): Promise<Pick<Returning, 'before' | 'places'>> {
  const { body: before } = await desk.get<Digest>('/v1/digest')
  const places = new Map<string, Checkpoint>()
  for (const partition of Object.keys(before.seqs)) {
    const { body } = await desk.post<{ checkpoint: Checkpoint }>('/v1/snapshot', { partition })
    places.set(partition, body.checkpoint)
  }
  return { before, places }
}

/**
 * Does what a desk does: sends, asks for everything, and from then on for what a poke tells of and for everything by the
 * timer; compares when nothing more was told of; reports what it sent. Until the whole centre's day is here and proven. Answers ms.
 */
export async function comeBack(
  wire: HttpWire,
  { desk, work, expected, before, places }: Returning,
): Promise<number> {
  const began = performance.now()
  const held: Held = new Map()
  const heads = newHeads()
  const poked = { is: false, wake: () => {} }
  const listening = wire.listen(desk.session.accessToken, (poke) => {
    heads.hear(poke)
    poked.is = true
    poked.wake()
  })
  for (const operations of chunked(work, batch)) {
    const results = await desk.send(...operations)
    const wrong = results.find(({ outcome }) => outcome !== 'accepted')
    if (wrong !== undefined || results.length !== operations.length)
      throw new Error(`an operation was not taken: ${JSON.stringify(wrong)}`)
  }
  const partitions = [...places.keys()]
  const here = (partition: string) => places.get(partition)?.seq ?? 0
  const news = () =>
    poked.is ? partitions.filter((partition) => heads.mayBeNew(partition, here(partition))) : []
  for (let everything = true, proven = -1; ;) {
    const asked = everything ? partitions : news()
    poked.is = false
    for (const partition of asked) heads.asking(partition)
    await Promise.all(asked.map((partition) => pullAll(desk, partition, places, held)))
    const isBehind = partitions.some((partition) => heads.isAhead(partition, here(partition)))
    const isDue = !isBehind && proven < Math.min(held.size, expected)
    if (isDue && (await isProven(desk, { before, places }, held))) proven = held.size
    if (proven >= expected) break
    if (everything) await desk.post('/v1/report', reportOf(desk))
    everything = news().length === 0 && !(await isWoken(poked))
  }
  await listening
  return performance.now() - began
}

type Held = Map<string, { readonly collection: string; readonly hash: number }>

/** A poke, or else the timer. */
function isWoken(poked: { wake: () => void }): Promise<boolean> {
  return Promise.race([
    new Promise<true>((resolve) => (poked.wake = () => resolve(true))),
    pause(calm, false),
  ])
}

async function isProven(
  desk: Desk,
  { before, places }: Pick<Returning, 'before' | 'places'>,
  held: Held,
): Promise<boolean> {
  const { body: digest } = await desk.get<Digest>('/v1/digest')
  if (Object.entries(digest.seqs).some(([partition, seq]) => places.get(partition)?.seq !== seq)) return false
  if (agrees(before, digest, held)) return true
  throw new Error(`${desk.enrolment.label} does not agree with headquarters`)
}

const reportOf = (desk: Desk): DeskReport => ({
  waiting: 0,
  ready: true,
  clientVersion: 'bench',
  clock: desk.enrolment.lastSeq,
})

async function pullAll(
  desk: Desk,
  partition: string,
  places: Map<string, Checkpoint>,
  held: Held,
): Promise<void> {
  for (let more = true; more;) {
    const after = places.get(partition) ?? beginning
    const { body } = await desk.post<Awaited<ReturnType<Desk['page']>>>('/v1/feed', {
      partition,
      ...after,
      limit: page,
      form: 'columns',
    })
    for (const { collection, id, put } of body.changes)
      if (put !== undefined) held.set(`${collection}/${id}`, { collection, hash: recordHash(id, put.rev) })
    places.set(partition, body.checkpoint)
    more = body.more
  }
}

/** The day's records are all new, so headquarters' sums have grown by exactly theirs. */
function agrees(before: Digest, now: Digest, held: Held): boolean {
  return Object.entries(now.collections).every(([collection, { count, hash }]) => {
    const was = before.collections[collection] ?? { count: 0, hash: 0 }
    const news = [...held.values()].filter((each) => each.collection === collection)
    return (
      count - was.count === news.length && hash - was.hash === news.reduce((sum, each) => sum + each.hash, 0)
    )
  })
}
