import type { Static, TObject, TProperties } from 'typebox'

/**
 * Everything the house needs to know about one kind of replicated record.
 * `derived` are fields that only the replica keeps, computed from the record, so that every list has an index.
 */
export interface Entity<N extends string = string, S extends TObject = TObject> {
  readonly name: N
  /** Raise it with every change of the schema: a desk then migrates its replica. */
  readonly version: number
  readonly schema: S
  readonly derived: TProperties
  readonly derive: (record: Static<S>) => Readonly<Record<string, string | number>>
  readonly indexes: readonly (readonly string[])[]
  /**
   * Indexes that are asked for one value of a field only, by their fields joined with `_`: the desk's storage has no entry for
   * a record with another value, and a question for one reads past the index.
   */
  readonly partial?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /**
   * Indexes whose last field is a number that grows or falls with the ids, by their fields joined with `_`, and the stretch of it
   * within which the desk's storage does not tell records apart: it then has one entry for many of them.
   */
  readonly coarse?: Readonly<Record<string, number>>
  /** For each version above 0: a record of the version before it in the words of this one. Pure, and nothing is left out. */
  readonly migrations?: Readonly<Record<number, (record: OldRecord) => OldRecord>>
}

export type OldRecord = Readonly<Record<string, unknown>>

export function defineEntity<const N extends string, S extends TObject>(entity: Entity<N, S>): Entity<N, S> {
  return entity
}
