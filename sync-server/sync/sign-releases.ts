import type { Write } from '#domain/sync/records.ts'
import { signRelease } from '#sync-server/release-key.ts'
import type { Sql } from '#sync-server/storage/database.ts'
import { keysOf } from '#sync-server/storage/meta.ts'

/** Headquarters' signature on each release among the writes: no desk sells by a release without it. */
export async function signReleases(tx: Sql, writes: readonly Write[]): Promise<readonly Write[]> {
  const records = writes.flatMap((write) => (write.collection === 'catalogue' ? [write.record] : []))
  if (records.length === 0) return writes
  const { release_seed: seed } = await keysOf(tx)
  return writes.map((write): Write => {
    if (write.collection !== 'catalogue' || write.record.kind !== 'release') return write
    const { releaseId } = write.record
    const offerings = records.filter((record) => record.kind === 'offering' && record.releaseId === releaseId)
    return {
      collection: 'catalogue',
      record: { ...write.record, signature: signRelease(seed, write.record, offerings) },
    }
  })
}
