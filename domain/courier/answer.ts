import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { id, instant } from '#domain/fields.ts'
import {
  Checkpoint,
  Digest,
  FeedPage,
  SnapshotHead,
  SnapshotPart,
  type PartitionId,
} from '#domain/sync/feed.ts'
import { OperationResult } from '#domain/sync/operation.ts'

/** The first line of what headquarters answers; all of the file is its state at one instant. */
export const CourierAnswer = Type.Object({
  /** Version of the wire. */
  protocol: Type.Integer({ minimum: 1 }),
  /** The file that it answers; absent for the first filling of a desk, which answers none. */
  to: Type.Optional(id()),
  at: instant(),
  /** The desk's places are of another history than headquarters' present one. */
  restored: Type.Boolean(),
  /** Pages go on from these places of the desk; of a partition without one, from its beginning. */
  from: Type.Record(Type.String(), Checkpoint),
  /** Or everything is here, and the feed goes on from these. */
  heads: Type.Record(Type.String(), SnapshotHead),
  /** Word for word as headquarters stored them. */
  results: Type.Array(OperationResult),
  digest: Digest,
})
export type CourierAnswer = Static<typeof CourierAnswer>

/** Each line after it: a page of a partition, or a part of its snapshot. */
export const CourierRun = Type.Object({
  partition: Type.String({ maxLength: 80 }),
  page: Type.Optional(FeedPage),
  collection: Type.Optional(Type.String({ maxLength: 32 })),
  part: Type.Optional(SnapshotPart),
})
export type CourierRun = Static<typeof CourierRun>

/** A run as it stood in the file; it stays text until it is taken: a whole centre is large. */
interface KeptRun<E> {
  readonly text: string
  /** Of a page its place, of a part its last id. */
  readonly end: E
}

/** An answer that was read to its end, its runs in order. */
export interface ReadAnswer {
  readonly answer: CourierAnswer
  readonly pages: ReadonlyMap<PartitionId, readonly KeptRun<number>[]>
  /** By `partsKey`. */
  readonly parts: ReadonlyMap<string, readonly KeptRun<string>[]>
}

export const partsKey = (partition: PartitionId, collection: string) => `${partition}/${collection}`

/** `undefined` when the lines are not what this version understands, or do not come to an end. */
export async function readAnswer(lines: AsyncIterable<string>): Promise<ReadAnswer | undefined> {
  let answer: CourierAnswer | undefined
  const pages = new Map<PartitionId, KeptRun<number>[]>()
  const parts = new Map<string, KeptRun<string>[]>()
  for await (const text of lines) {
    const value: unknown = JSON.parse(text)
    if (answer === undefined) {
      if (!Value.Check(CourierAnswer, value)) return undefined
      answer = value
      continue
    }
    if (!Value.Check(CourierRun, value)) return undefined
    const { partition, page, collection = '', part } = value
    if (page !== undefined) append(pages, partition, { text, end: page.checkpoint.seq })
    if (part !== undefined)
      append(parts, partsKey(partition, collection), { text, end: part.records.at(-1)?.id ?? '' })
  }
  return answer !== undefined && endsAtDigest(answer, pages) ? { answer, pages, parts } : undefined
}

function append<E>(runs: Map<string, KeptRun<E>[]>, key: string, run: KeptRun<E>): void {
  const before = runs.get(key)
  if (before === undefined) runs.set(key, [run])
  else before.push(run)
}

/** Every partition comes to the place of which the digest speaks. */
function endsAtDigest({ heads, digest }: CourierAnswer, pages: ReadAnswer['pages']): boolean {
  return Object.entries(digest.seqs).every(
    ([partition, seq]) => (heads[partition]?.checkpoint.seq ?? pages.get(partition)?.at(-1)?.end) === seq,
  )
}
