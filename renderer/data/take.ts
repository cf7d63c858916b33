import type { AnyRecord } from '#domain/entities.ts'
import { collectionNames } from '#domain/entities.ts'
import type { FeedChange } from '#domain/sync/feed.ts'
import { refKey, type Ref, type Write } from '#domain/sync/records.ts'
import type { DeskCore } from '#renderer/data/desk-core.ts'
import type { OutboxEntry } from '#renderer/data/outbox-schema.ts'
import { refold } from '#renderer/data/refold.ts'
import { removeRecords, writeRecords } from '#renderer/data/replica.ts'
import { putShadows } from '#renderer/data/shadows.ts'
import type { Shadow } from '#renderer/data/shadow-schema.ts'

/**
 * Headquarters' changes into the replica. A record with unsettled operations goes to its shadow and is folded again;
 * any other is simply stored. [D1] A collection that this console does not know is left alone. [V2] `isThere` tells the
 * operations whose effect is here with these changes. [D3]
 */
export function take(
  core: DeskCore,
  changes: readonly FeedChange[],
  isThere?: (entry: OutboxEntry) => boolean,
): Promise<void> {
  return core.exclusive(async () => {
    const known = changes.filter((change) => collectionNames.includes(change.collection))
    const touched = known.filter((change) => core.outbox.touching(refKey(change)).length > 0)
    const free = known.filter((change) => core.outbox.touching(refKey(change)).length === 0)
    const store = async () => {
      await writeRecords(core.replica, free.flatMap(writeOf))
      await removeRecords(core.replica, free.filter((change) => change.put === undefined).map(refOf))
      await putShadows(core.replica, touched.map(shadowOf))
      await refold(core, touched.map(refOf), isThere)
    }
    // A part of a snapshot is of one collection: nothing in it hangs together.
    const isPart = touched.length === 0 && new Set(free.map(({ collection }) => collection)).size < 2
    await (isPart ? store() : core.wholly(store))
  })
}

function refOf(change: FeedChange): Ref {
  return { collection: change.collection, id: change.id }
}

function writeOf(change: FeedChange): Write[] {
  // Headquarters checked the record against its schema when it stored it.
  return change.put === undefined
    ? []
    : [{ collection: change.collection, record: change.put } as unknown as Write]
}

function shadowOf(change: FeedChange): Shadow {
  const shadow = { id: refKey(change), of: change.collection, docId: change.id }
  return change.put === undefined ? shadow : { ...shadow, record: change.put as unknown as AnyRecord }
}
