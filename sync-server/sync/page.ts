import type { Answer } from '#domain/sync/link.ts'
import { tooLargeForPages, type Checkpoint, type FeedPage, type PartitionId } from '#domain/sync/feed.ts'
import type { Sql } from '#sync-server/storage/database.ts'
import {
  entriesAfter,
  entriesAt,
  laterEntries,
  onwardFrom,
  type FeedEntry,
  type Onward,
} from '#sync-server/storage/feed.ts'
import { commitAt, placesOf, type Places } from '#sync-server/storage/partitions.ts'

/** A page's weight; one transaction that is heavier goes whole all the same. */
const pageBytes = 1_000_000
/**
 * A transaction of more than so many pages, an import of a centre, would not get through the line of whoever asks for
 * pages of this size: priming can go on after a cut. [F7]
 */
const mostPages = 40

export interface PageAsk {
  readonly partition: PartitionId
  readonly after: Checkpoint
  readonly limit: number
  /** An operation whose answer has a place in this partition: a history without it is not the desk's. [B4] */
  readonly answered?: string
}

/** A page, where the partition stood, and whether every device that carries it gets the same from there. */
export interface FoundPage {
  readonly page: FeedPage
  readonly head: Checkpoint
  readonly isForAll: boolean
}

/** The run of a partition's feed after a checkpoint. `carried` are all partitions of the device. */
export async function pageAt(
  sql: Sql,
  carried: readonly PartitionId[],
  ask: PageAsk,
): Promise<Answer<FeedPage>> {
  const found = await pageFor(sql, carried, ask)
  return found.ok ? { ok: true, value: found.value.page } : found
}

/**
 * Most pages bring all that there is, and are one statement. What a page that ends before looks up besides may be newer
 * than its entries: the next page brings everything to the same state.
 */
export async function pageFor(
  sql: Sql,
  carried: readonly PartitionId[],
  { partition, after, limit, answered }: PageAsk,
): Promise<Answer<FoundPage>> {
  const others = carried.filter((other) => other !== partition)
  const onward = { partition, others, seq: after.seq, limit: limit + 1, answered }
  const { places, entries } = await onwardFrom(sql, onward)
  if (!places.known || !isPlace(places, after)) return { ok: false, problem: { code: 'history_changed' } }
  const run = await runOf(sql, onward, entries)
  if (run === undefined) return { ok: false, problem: { code: 'history_changed', detail: tooLargeForPages } }
  const told = run.entries.filter((entry) => entry.op === 'put' || !entry.elsewhere)
  const isForAll = run.entries.every(({ op }) => op === 'put')
  const head = headOf(places)
  const found = (page: FeedPage): Answer<FoundPage> => ({ ok: true, value: { page, head, isForAll } })
  if (!run.more) return found({ changes: told.map(changeOf), checkpoint: head, more: false })
  const seq = run.upTo
  const commit = (await commitAt(sql, partition, seq)) ?? ''
  const changes = [...told, ...(await ticketsToCome(sql, partition, told, seq))].map(changeOf)
  return found({ changes, checkpoint: { epoch: places.epoch, seq, commit }, more: true })
}

/** Whether the desk's place is one of this history: a restored backup has another epoch, a lower head or another commit there. */
export async function isOurs(sql: Sql, partition: PartitionId, after: Checkpoint): Promise<boolean> {
  return isPlace(await placesOf(sql, partition, after.seq), after)
}

export function isPlace({ epoch, head, commit }: Places, after: Checkpoint): boolean {
  if (after.seq === 0) return after.commit === ''
  return after.epoch === epoch && after.seq <= head && after.commit === commit
}

const headOf = ({ epoch, head, headCommit }: Places): Checkpoint => ({
  epoch,
  seq: head,
  commit: headCommit ?? '',
})

/**
 * A ticket that changed after its contact stands further on in the feed, beyond the end of this page: it comes now too,
 * so that no reader sees a contact without the ticket that was opened with it. [F8]
 */
function ticketsToCome(
  sql: Sql,
  partition: PartitionId,
  told: readonly FeedEntry[],
  seq: number,
): Promise<FeedEntry[]> {
  const ids = told.flatMap(({ collection, op, body }) =>
    collection === 'contacts' && op === 'put' ? (body['ticketIds'] as string[]) : [],
  )
  return ids.length === 0
    ? Promise.resolve([])
    : laterEntries(sql, partition, seq, { collection: 'tickets', ids })
}

interface FeedRun {
  readonly entries: readonly FeedEntry[]
  readonly upTo: number
  readonly more: boolean
}

/** As many whole transactions as fit, at least one; `undefined` when that one is too large for any page. */
async function runOf(
  sql: Sql,
  { partition, others, seq, limit: asked }: Onward,
  found: readonly FeedEntry[],
): Promise<FeedRun | undefined> {
  const limit = asked - 1
  // The last transaction of a full answer may go on beyond it.
  const uncertain = found.length > limit ? found.at(-1)?.seq : undefined
  const entries: FeedEntry[] = []
  let bytes = 0
  for (const transaction of bySeq(found)) {
    const weight = transaction.reduce((sum, entry) => sum + entry.bytes, 0)
    const full = entries.length > 0 && bytes + weight > pageBytes
    if (full || transaction[0]?.seq === uncertain) break
    entries.push(...transaction)
    bytes += weight
  }
  const upTo = entries.at(-1)?.seq
  if (upTo !== undefined) return { entries, upTo, more: entries.length < found.length }
  if (uncertain === undefined) return { entries, upTo: seq, more: false }
  const largest = mostPages * limit
  const whole = await entriesAt(sql, partition, others, uncertain, largest + 1)
  if (whole.length > largest) return undefined
  const beyond = await entriesAfter(sql, partition, others, uncertain, 1)
  return { entries: whole, upTo: uncertain, more: beyond.length > 0 }
}

function bySeq(entries: readonly FeedEntry[]): FeedEntry[][] {
  const runs = new Map<number, FeedEntry[]>()
  for (const entry of entries) {
    const run = runs.get(entry.seq)
    if (run === undefined) runs.set(entry.seq, [entry])
    else run.push(entry)
  }
  return [...runs.values()]
}

function changeOf({ collection, id, op, body }: FeedEntry) {
  return op === 'put' ? { collection, id, put: body } : { collection, id }
}
