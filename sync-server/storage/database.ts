import type { PartitionId } from '#domain/sync/feed.ts'
import type { Write } from '#domain/sync/records.ts'

/** One statement with `$1` placeholders; rows as plain objects. */
export interface Sql {
  query<R extends object>(text: string, values?: readonly unknown[]): Promise<R[]>
}

/** PGlite in a folder or PostgreSQL: the same suite runs on both. */
export interface Database extends Sql {
  readonly engine: 'pglite' | 'postgresql'
  /** Runs again on 40001 and 40P01; a thrown error rolls back. */
  transaction<T>(work: (tx: Sql) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/**
 * A record to store, and the partitions it belongs to from now on besides those it is in already. `past` are partitions
 * that it is told to have left though it never came there, unless it is there: its maker may bring more work on it.
 */
export type Placed = Write & {
  readonly partitions: readonly PartitionId[]
  readonly past?: readonly PartitionId[]
}
