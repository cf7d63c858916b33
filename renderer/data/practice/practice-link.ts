import { collectionNames, type AnyRecord, type CollectionName } from '#domain/entities.ts'
import { centrePartition, globalPartition, type Checkpoint, type PartitionId } from '#domain/sync/feed.ts'
import type { Answer, Link } from '#domain/sync/link.ts'
import { recordHash } from '#domain/sync/record-hash.ts'
import { protocolVersion, type Session } from '#domain/sync/session.ts'
import type { MadeUp } from '#renderer/data/practice/made-up.ts'
import { practiceCentre, practicePerson } from '#renderer/data/practice/made-up-people.ts'

const deviceId = 'practice-device'
const place: Checkpoint = { epoch: 'practice', seq: 1, commit: 'practice' }
const yes = <T>(value: T): Promise<Answer<T>> => Promise.resolve({ ok: true, value })
/** As when the line is down: what is done in practice stays in practice. */
const never = (): Promise<Answer<never>> => Promise.resolve({ ok: false, problem: { code: 'unreachable' } })

const isGlobal = (collection: CollectionName) => collection === 'reference' || collection === 'catalogue'

/**
 * What stands in headquarters' place while somebody practises. It knows no address and calls nothing: it fills the desk
 * with made-up records and takes no work, so that nothing can leave.
 */
export function practiceLink(made: MadeUp, releaseKey: string, now: () => number): Link {
  const recordsIn = (partition: PartitionId, collection: CollectionName): readonly AnyRecord[] => {
    const isHere = partition === (isGlobal(collection) ? globalPartition : centrePartition(practiceCentre.id))
    return isHere ? (made[collection] ?? []) : []
  }
  const session = (): Session => ({
    accessToken: 'practice',
    accessUntil: now() + 86_400_000,
    refreshToken: 'practice',
    person: practicePerson,
  })
  return {
    enrol: () =>
      yes({
        deviceId,
        deviceSecret: 'practice',
        label: 'LAT1',
        lastSeq: 0,
        centre: practiceCentre,
        releaseKey,
        nikKey: '00',
      }),
    signIn: () => yes(session()),
    refresh: () => yes(session()),
    send: never,
    setAside: never,
    lastWords: never,
    rollout: never,
    ordersToAnswer: never,
    page: () => yes({ changes: [], checkpoint: place, more: false }),
    snapshotHead: (_token, partition) =>
      yes({
        checkpoint: place,
        counts: Object.fromEntries(collectionNames.map((each) => [each, recordsIn(partition, each).length])),
      }),
    snapshotPart: (_token, { partition, collection, afterId }) =>
      yes({
        records: recordsIn(partition, collection)
          .filter(({ id }) => id > afterId)
          .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        more: false,
      }),
    digest: () => yes({ seqs: {}, collections: digestsOf(made) }),
    report: () => yes({ at: now() }),
    standing: () => yes({ at: now() }),
    probe: () => Promise.resolve(true),
    pokes: () => ({ ended: new Promise<never>(() => undefined), close: () => undefined }),
    protocol: () => protocolVersion,
  }
}

function digestsOf(made: MadeUp): Record<string, { count: number; hash: number }> {
  return Object.fromEntries(
    Object.entries(made).map(([collection, records]) => [
      collection,
      { count: records.length, hash: records.reduce((sum, { id, rev }) => sum + recordHash(id, rev), 0) },
    ]),
  )
}
