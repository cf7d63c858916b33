import { Type, type Static } from 'typebox'
import type { CollectionName } from '#domain/entities.ts'
import { id, text } from '#domain/fields.ts'
import { Folded, folded, unfolded } from '#domain/sync/columns.ts'
import { Checkpoint, type FeedPage, type SnapshotPart } from '#domain/sync/feed.ts'

/** A desk that can open columns asks for them; one that does not ask is answered record by record. [T11] */
export const AskColumns = Type.Optional(Type.Literal('columns'))

/** A part of a snapshot in columns. */
export const FoldedPart = Type.Object({ folded: Folded, more: Type.Boolean() })
export type FoldedPart = Static<typeof FoldedPart>

/** A page of the feed in columns, collection by collection; then what is no longer in any partition of the device. */
export const FoldedPage = Type.Object({
  folded: Type.Array(Type.Object({ collection: text(32), records: Folded })),
  left: Type.Array(Type.Object({ collection: text(32), id: id() })),
  checkpoint: Checkpoint,
  more: Type.Boolean(),
})
export type FoldedPage = Static<typeof FoldedPage>

/** With fewer records the names of the columns weigh as much as they save. */
const worthFolding = 8

export function foldPart(part: SnapshotPart): SnapshotPart | FoldedPart {
  const records = part.records.length < worthFolding ? undefined : folded(part.records)
  return records === undefined ? part : { folded: records, more: part.more }
}

export function foldPage(page: FeedPage): FeedPage | FoldedPage {
  const { changes, checkpoint, more } = page
  if (changes.length < worthFolding) return page
  const groups = [
    ...Map.groupBy(
      changes.filter(({ put }) => put !== undefined),
      ({ collection }) => collection,
    ),
  ]
  const left = changes.filter(({ put }) => put === undefined)
  const columns = groups.flatMap(([collection, puts]) => {
    const records = folded(puts.map(({ put }) => ({ ...put })))
    return records === undefined ? [] : [{ collection, records }]
  })
  return columns.length < groups.length ? page : { folded: columns, left, checkpoint, more }
}

/** The part as it was before it was folded; `undefined` when it cannot be opened. */
export function openPart(part: SnapshotPart | FoldedPart): SnapshotPart | undefined {
  if (!('folded' in part)) return part
  const records = opened(part.folded)
  return records === undefined ? undefined : { records, more: part.more }
}

export function openPage(page: FeedPage | FoldedPage): FeedPage | undefined {
  if (!('folded' in page)) return page
  const changes: FeedPage['changes'] = []
  for (const { collection, records } of page.folded) {
    const puts = opened(records)
    if (puts === undefined) return undefined
    // Which collections there are is for the desk to know. [V2]
    changes.push(...puts.map((put) => ({ collection: collection as CollectionName, id: put.id, put })))
  }
  const left = page.left.map((each) => ({ ...each, collection: each.collection as CollectionName }))
  return { changes: [...changes, ...left], checkpoint: page.checkpoint, more: page.more }
}

function opened(columns: Folded): SnapshotPart['records'] | undefined {
  try {
    // The desk checks what comes out of it as it checks records that came one by one.
    return unfolded(columns) as SnapshotPart['records']
  } catch {
    return undefined
  }
}
