import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { Checkpoint } from '#domain/sync/feed.ts'
import { DeskReport } from '#domain/sync/session.ts'

/** The first line of what a desk sends; each line after it is an operation. */
export const CourierWork = Type.Object({
  /** Version of the wire. */
  protocol: Type.Integer({ minimum: 1 }),
  /** Where the desk stands in each partition: from there on it is told what is new. */
  places: Type.Record(Type.String(), Checkpoint),
  /** It has to be told everything: it was not filled yet, or what it holds did not agree. */
  whole: Type.Boolean(),
  report: DeskReport,
})
export type CourierWork = Static<typeof CourierWork>

export interface ReadWork {
  readonly work: CourierWork
  /** Not checked: what is no operation is headquarters' to say. */
  readonly operations: readonly unknown[]
}

/** `undefined` when the lines are not what this version understands. */
export async function readWork(lines: AsyncIterable<string>): Promise<ReadWork | undefined> {
  const values: unknown[] = []
  for await (const line of lines) values.push(JSON.parse(line))
  const [work, ...operations] = values
  return Value.Check(CourierWork, work) ? { work, operations } : undefined
}
