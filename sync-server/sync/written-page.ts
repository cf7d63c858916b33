import type { Answer } from '#domain/sync/link.ts'
import type { Checkpoint, FeedPage, PartitionId } from '#domain/sync/feed.ts'
import type { Database } from '#sync-server/storage/database.ts'
import { placesOf } from '#sync-server/storage/partitions.ts'
import { keptUpTo, type Kept } from './kept.ts'
import { isPlace, pageFor, type PageAsk } from './page.ts'

interface WrittenPage {
  /** Where the partition stood. What a page looked up besides may be newer: then the partition stands elsewhere. */
  readonly head: Checkpoint
  /** JSON, or columns. */
  readonly told: string | Uint8Array
}
export type WrittenPages = Kept<WrittenPage>

/** Bytes of memory; JSON counts as its characters, which is so where a page has no words beyond Latin-1. */
const most = 16_000_000
export const writtenPages = (): WrittenPages => keptUpTo(most, ({ told }) => told.length)

/**
 * The run of a partition's feed after a checkpoint, written down as `form` says; `carried` are all partitions of the
 * device. All desks of a centre ask for the same after a poke: as long as the partition stands where it stood, what was
 * written for the first does for the others. A page that tells of what left is each desk's own. [F4]
 */
export async function writtenPage(
  { database, pages }: { readonly database: Database; readonly pages: WrittenPages },
  carried: readonly PartitionId[],
  ask: PageAsk,
  form: { readonly name: string; readonly write: (page: FeedPage) => string | Uint8Array },
): Promise<Answer<string | Uint8Array>> {
  const { partition, after, limit, answered } = ask
  if (!carried.includes(partition)) return { ok: false, problem: { code: 'unknown_partition' } }
  const key = [form.name, partition, after.seq, after.commit, limit].join('\n')
  const kept = pages.get(key)
  if (kept !== undefined) {
    const places = await placesOf(database, partition, after.seq, answered)
    if (!places.known || !isPlace(places, after)) return { ok: false, problem: { code: 'history_changed' } }
    const { epoch, seq, commit } = kept.head
    if (places.epoch === epoch && places.head === seq && places.headCommit === commit)
      return { ok: true, value: kept.told }
  }
  const found = await pageFor(database, carried, ask)
  if (!found.ok) return found
  const { page, head, isForAll } = found.value
  const told = form.write(page)
  if (isForAll && page.changes.length > 0) pages.set(key, { head, told })
  return { ok: true, value: told }
}
