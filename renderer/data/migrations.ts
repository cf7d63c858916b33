import type { Entity, OldRecord } from '#domain/entity.ts'

/** An entity's migrations as RxDB runs them: the replica's own fields are computed anew. */
export function migrationsOf(entity: Entity): Record<number, (record: OldRecord) => OldRecord> {
  return Object.fromEntries(
    Object.entries(entity.migrations ?? {}).map(([version, migrate]) => [
      Number(version),
      (record: OldRecord) => {
        const migrated = migrate(record)
        // The last migration leaves a record of the present schema; until then `derive` may not fit yet.
        return Number(version) === entity.version ? { ...migrated, ...entity.derive(migrated) } : migrated
      },
    ]),
  )
}
