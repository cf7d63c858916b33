import type { Filled, Row } from '#tests/bench/desk/rows.ts'

/** Another store for the same rows, in the same page. */
export interface Peer {
  /** Resolves when the rows are stored. */
  write(collection: Filled, rows: readonly Row[]): Promise<void>
  count(collection: Filled): Promise<number>
}

/** What a desk reads in one go, by an index: the first so many rows where these fields are equal. */
export interface Ask {
  readonly collection: Filled
  /** Fields of an index, in its order. */
  readonly index: readonly string[]
  /** Its first fields are these; the rest rises. */
  readonly equal: readonly string[]
  readonly limit: number
}

export interface ReadingPeer extends Peer {
  byId(collection: Filled, id: string): Promise<Row | undefined>
  ask(ask: Ask): Promise<readonly Row[]>
  /** Rows with ids above this one. */
  after(collection: Filled, id: string, limit: number): Promise<readonly Row[]>
}
