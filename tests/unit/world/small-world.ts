import type { RecordOf } from '#domain/entities.ts'
import type { Placed } from '#sync-server/storage/database.ts'
import { makeWorld, type World } from '#tests/world/make-world.ts'

export const now = Date.UTC(2026, 10, 23, 2, 30)

export function smallWorld(seed = 'small', customersPerCentre = 60): World {
  return makeWorld({
    seed,
    now,
    centres: 4,
    customersPerCentre,
    customersAt: { KDI: 1000 },
    monthsOfHistory: 6,
    nikKey: Buffer.alloc(32, 7),
    sign: (release, offerings) => `signed ${release.id} ${offerings.length}`,
  })
}

export function only<C extends Placed['collection']>(
  placed: readonly Placed[],
  collection: C,
): RecordOf<C>[] {
  // The collection's name says which record it is.
  return placed.filter((each) => each.collection === collection).map((each) => each.record as RecordOf<C>)
}
