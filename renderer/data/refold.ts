import { connected, fold } from '#domain/sync/fold.ts'
import { RecordMap, refKey, type Ref, type Write } from '#domain/sync/records.ts'
import type { DeskCore } from '#renderer/data/desk-core.ts'
import { removeRecords, writeRecords } from '#renderer/data/replica.ts'
import { dropShadows, shadowsOf } from '#renderer/data/shadows.ts'

type Parts = Pick<DeskCore, 'replica' | 'outbox'>

/** Computes the effective state of these records, and of all that hang together with them, again from the shadows. [D2] */
export async function refold({ replica, outbox }: Parts, from: readonly Ref[]): Promise<void> {
  if (from.length === 0) return
  const { refs, operations } = connected(
    from,
    outbox.unsettled().map((entry) => entry.operation),
  )
  const shadows = await shadowsOf(replica, refs)
  const base = new RecordMap()
  for (const { of, record } of shadows.values())
    if (record !== undefined) base.put({ collection: of, record } as Write)
  const effective = new Map(
    [...base.writes(), ...fold(base, operations)].map((write) => [
      refKey({ collection: write.collection, id: write.record.id }),
      write,
    ]),
  )
  await writeRecords(replica, [...effective.values()])
  await removeRecords(
    replica,
    refs.filter((ref) => shadows.has(refKey(ref)) && !effective.has(refKey(ref))),
  )
}

/**
 * After operations were settled: records that others still touch are folded again; of the rest headquarters' state
 * comes back into the replica and the shadow goes.
 */
export async function unshade(parts: Parts, refs: readonly Ref[]): Promise<void> {
  const { replica, outbox } = parts
  const still = refs.filter((ref) => outbox.touching(refKey(ref)).length > 0)
  const free = refs.filter((ref) => outbox.touching(refKey(ref)).length === 0)
  const shadows = [...(await shadowsOf(replica, free)).values()]
  await writeRecords(
    replica,
    shadows.flatMap(({ of, record }) => (record === undefined ? [] : [{ collection: of, record } as Write])),
  )
  await removeRecords(
    replica,
    shadows
      .filter((shadow) => shadow.record === undefined)
      .map(({ of, docId }) => ({ collection: of, id: docId })),
  )
  await dropShadows(
    replica,
    shadows.map((shadow) => shadow.id),
  )
  await refold(parts, still)
}
