import { Type, type Static } from 'typebox'
import { id } from '#domain/fields.ts'
import { Operation } from '#domain/sync/operation.ts'
import { StandingRequest } from '#domain/sync/session.ts'

/** What a revoked or lost device had not sent: kept for a person's decision, never applied by itself. [E2] */
export const LastWords = Type.Object({
  ...StandingRequest.properties,
  operations: Type.Array(Operation, { maxItems: 50 }),
})
export type LastWords = Static<typeof LastWords>

/** The ids that headquarters has, from now or from before. Nothing else is told to a device that may be in wrong hands. */
export const LastWordsTaken = Type.Object({ taken: Type.Array(id()) })
export type LastWordsTaken = Static<typeof LastWordsTaken>
