import { BehaviorSubject, type Observable } from 'rxjs'
import { refKey, type RefKey } from '#domain/sync/records.ts'
import { touchedBy } from '#domain/sync/run.ts'
import { plain, type Replica } from '#renderer/data/replica.ts'
import type { OutboxEntry } from '#renderer/data/outbox-schema.ts'

/**
 * What was captured here and is not settled, in memory beside the collection: the writer asks it for every record that
 * passes. Only the writer calls what changes it.
 */
export interface Outbox {
  /** In the order of `deviceSeq`. */
  unsettled(): readonly OutboxEntry[]
  touching(key: RefKey): readonly OutboxEntry[]
  /** Tells after each change. */
  readonly changed: Observable<readonly OutboxEntry[]>
  add(entries: readonly OutboxEntry[]): Promise<void>
  change(entries: readonly OutboxEntry[]): Promise<void>
}

export async function openOutbox(replica: Replica): Promise<Outbox> {
  const stored = await replica.outbox
    .find({ selector: { unsettled: 'yes' }, sort: [{ unsettled: 'asc' }, { deviceSeq: 'asc' }] })
    .exec()
  const byId = new Map<string, OutboxEntry>(
    stored.map((document) => [document.opId, plain<OutboxEntry>(document)]),
  )
  const byRef = new Map<RefKey, Set<string>>()
  const changed = new BehaviorSubject<readonly OutboxEntry[]>([])
  const inOrder = () => [...byId.values()].toSorted((a, b) => a.deviceSeq - b.deviceSeq)

  const remember = (entry: OutboxEntry) => {
    const keys = touchedBy(entry.operation).map(refKey)
    if (entry.unsettled === 'yes') {
      byId.set(entry.opId, entry)
      for (const key of keys) byRef.set(key, (byRef.get(key) ?? new Set()).add(entry.opId))
      return
    }
    byId.delete(entry.opId)
    for (const key of keys) {
      const ids = byRef.get(key)
      ids?.delete(entry.opId)
      if (ids?.size === 0) byRef.delete(key)
    }
  }
  const store = async (entries: readonly OutboxEntry[]) => {
    const { error } = await replica.outbox.bulkUpsert(entries as OutboxEntry[])
    if (error.length > 0) throw new Error('the outbox refused an operation')
    for (const entry of entries) remember(entry)
    changed.next(inOrder())
  }
  for (const entry of byId.values()) remember(entry)
  changed.next(inOrder())

  return {
    unsettled: () => changed.value,
    touching: (key) => [...(byRef.get(key) ?? [])].flatMap((opId) => byId.get(opId) ?? []),
    changed,
    add: store,
    change: store,
  }
}
