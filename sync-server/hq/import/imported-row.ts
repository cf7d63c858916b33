import type { Placed } from '#sync-server/storage/database.ts'
import type { Centre } from '#sync-server/storage/people.ts'

/** Where the rows of a file go, and who answers for them. */
export interface ImportPlace {
  readonly centre: Centre
  /** Owner of imported tickets. */
  readonly ownerId: string
  readonly now: number
}

/** What one row of a file becomes: all of it or nothing. */
export interface ImportedRow {
  readonly collection: 'customers' | 'tickets'
  readonly id: string
  readonly code: string
  readonly placed: readonly Placed[]
}
