import type { CollectionName } from '#domain/entities.ts'
import { unfolded, type Json } from '#domain/sync/columns/columns.ts'
import { isId, NotHeld, shortOf } from '#domain/sync/columns/ids.ts'
import type { PartAsk, SnapshotPart } from '#domain/sync/feed.ts'

/** The ids that came with the parts of one partition while a desk is filled: later parts name them in short. [T12] */
export interface HeldIds {
  /** The collections that came whole, from their first part to their last. */
  whole(partition: string): readonly CollectionName[]
  /** A part came. */
  took(ask: PartAsk, part: SnapshotPart): void
  /** What came in columns. */
  open(columns: Uint8Array): Json
  /** Whether something was opened since this was asked that named an id which is not here: it is to be told in full. */
  missed(): boolean
  forget(): void
}

interface Came {
  readonly id: string
  readonly customerId?: unknown
}

/** Whose ids other records name, many times over. */
const named: readonly CollectionName[] = ['customers', 'subscriptions', 'tickets']

export function heldIds(): HeldIds {
  const state = { partition: '', missed: false }
  // About 200 bytes an id, and only while a desk is filled. Nothing stands for a short form that two have.
  const ids = new Map<number, string | undefined>()
  const under = new Map<string, string[]>()
  const coming: Came[] = []
  const reached = new Map<CollectionName, string>()
  const whole = new Set<CollectionName>()
  const add = ({ id, customerId }: Came) => {
    const short = shortOf(id)
    if (ids.get(short) === id) return
    ids.set(short, ids.has(short) ? undefined : id)
    if (typeof customerId !== 'string') return
    // The same text as stands here already, and a list without room for more: both are many.
    const parent =
      ids.get(shortOf(customerId)) === customerId ? (ids.get(shortOf(customerId)) ?? '') : customerId
    under.set(parent, [...(under.get(parent) ?? []), id])
  }
  const forget = () => {
    state.partition = ''
    for (const each of [ids, under, reached, whole]) each.clear()
  }
  return {
    whole: (partition) => (partition === state.partition ? [...whole] : []),
    took({ partition, collection, afterId }, { records, more }) {
      if (!named.includes(collection)) return
      if (partition !== state.partition) forget()
      state.partition = partition
      // Asked from the middle on, after a start or when a store failed: what came before is not known here.
      if (afterId !== '' && reached.get(collection) !== afterId) return
      if (afterId === '') coming.splice(0)
      for (const { id, ...record } of records) {
        const { customerId } = record as Omit<Came, 'id'>
        if (isId(id)) coming.push({ id, customerId })
      }
      reached.set(collection, records.at(-1)?.id ?? '')
      if (more) return
      // Only now: headquarters counts by what came whole.
      for (const each of coming.splice(0)) add(each)
      whole.add(collection)
    },
    open(columns) {
      try {
        return unfolded(columns, {
          has: () => false,
          of: (short) => ids.get(short),
          under: (id) => under.get(id) ?? [],
        })
      } catch (fault) {
        state.missed ||= fault instanceof NotHeld
        throw fault
      }
    },
    missed() {
      const { missed } = state
      state.missed = false
      return missed
    },
    forget,
  }
}
