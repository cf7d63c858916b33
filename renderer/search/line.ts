/** Records that have a line. */
export const indexed = ['customers', 'subscriptions', 'tickets'] as const
export type IndexedName = (typeof indexed)[number]

/** What a record is found by. */
export interface Line {
  readonly id: string
  readonly words?: string
  /** Found by each of their parts. */
  readonly codes?: readonly string[]
  readonly digits?: readonly string[]
  /** The record that it leads to, where that is another one. */
  readonly target?: string
}
