import { Type } from 'typebox'
import type { CollectionName } from '#domain/entities.ts'
import { folded } from '#domain/sync/columns/columns.ts'
import type { Held } from '#domain/sync/columns/ids.ts'
import type { FeedChange, FeedPage, SnapshotPart } from '#domain/sync/feed.ts'

/** A desk that can open columns asks for them; one that does not ask is answered record by record. [T11] */
export const AskColumns = Type.Optional(Type.Literal('columns'))

/** What an answer in columns says of itself. */
export const columnsType = 'application/x-loket-columns'

/** With fewer records the names of the columns weigh as much as they save. */
const worthFolding = 8

/** A part in columns; nothing when it is too small for that. `held`: the ids that the desk has already. */
export function foldPart(part: SnapshotPart, held?: Held): Uint8Array<ArrayBuffer> | undefined {
  // What crosses the line is JSON.
  return part.records.length < worthFolding ? undefined : folded(part, held)
}

type PutPage = Omit<FeedPage, 'changes'> & {
  readonly puts: Readonly<Record<string, readonly NonNullable<FeedChange['put']>[]>>
  readonly left: readonly FeedChange[]
}

/** A page in columns, collection by collection; then what is no longer in any partition of the device. */
export function foldPage({ changes, ...rest }: FeedPage): Uint8Array<ArrayBuffer> | undefined {
  if (changes.length < worthFolding) return undefined
  const puts: Record<string, NonNullable<FeedChange['put']>[]> = {}
  for (const { collection, put } of changes) if (put !== undefined) (puts[collection] ??= []).push(put)
  const page: PutPage = { puts, left: changes.filter(({ put }) => put === undefined), ...rest }
  return folded(page)
}

/** The page as it was; the desk checks what comes out of it as it checks a page that came record by record. */
export function openPage(page: unknown): unknown {
  const { puts, left, ...rest } = page as PutPage
  if (puts === undefined) return page
  // Which collections there are is for the desk to know. [V2]
  const changes = Object.entries(puts).flatMap(([collection, records]) =>
    records.map((put): FeedChange => ({ collection: collection as CollectionName, id: put.id, put })),
  )
  return { changes: [...changes, ...left], ...rest }
}
