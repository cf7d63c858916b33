import { connected, fold } from '#domain/sync/fold.ts'
import { RecordMap, refKey, type Ref, type Write } from '#domain/sync/records.ts'
import type { DeskCore } from '#renderer/data/desk-core.ts'
import type { OutboxEntry } from '#renderer/data/outbox-schema.ts'
import { removeRecords, writeRecords } from '#renderer/data/replica.ts'
import { dropShadows, shadowsOf } from '#renderer/data/shadows.ts'

type Parts = Pick<DeskCore, 'replica' | 'outbox'>

/**
 * Computes the effective state of these records, and of all that hang together with them, again from the shadows. [D2]
 * `isThere` tells the operations whose effect the shadows hold by now: they take no part any more. [D3]
 */
export async function refold(
  { replica, outbox }: Parts,
  from: readonly Ref[],
  isThere: (entry: OutboxEntry) => boolean = () => false,
): Promise<void> {
  if (from.length === 0) return
  const { refs, operations } = connected(
    from,
    outbox
      .unsettled()
      .filter((entry) => !isThere(entry))
      .map((entry) => entry.operation),
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
 * When operations leave the fold: records that others still touch are folded again; of the rest headquarters' state
 * comes back into the replica and the shadow goes. `leaving` are those that the outbox still counts.
 */
export async function unshade(
  parts: Parts,
  refs: readonly Ref[],
  leaving: ReadonlySet<string> = new Set(),
): Promise<void> {
  const { replica, outbox } = parts
  const isTouched = (ref: Ref) => outbox.touching(refKey(ref)).some(({ opId }) => !leaving.has(opId))
  const still = refs.filter(isTouched)
  const free = refs.filter((ref) => !isTouched(ref))
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
  await refold(parts, still, ({ opId }) => leaving.has(opId))
}
