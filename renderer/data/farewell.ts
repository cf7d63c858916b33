import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { instant, oneOf } from '#domain/fields.ts'
import { Operation } from '#domain/sync/operation.ts'
import type { Keep } from '#renderer/data/machine.ts'

const key = 'farewell'

/**
 * How far this desk has come in leaving. `told`: headquarters has revoked it, nobody opens it any more. `packed`: the
 * unsent work stands here, so everything else may go. `over`: headquarters has the work and this PC has nothing.
 */
const Farewell = Type.Object({
  /** When it was heard, ms UTC. */
  at: instant(),
  stage: oneOf(['told', 'packed', 'over'] as const),
  /** What headquarters does not have yet. */
  words: Type.Array(Operation),
})
export type Farewell = Static<typeof Farewell>

export function keptFarewell(keep: Keep): Farewell | undefined {
  const stored: unknown = JSON.parse(keep.get(key) ?? 'null')
  return Value.Check(Farewell, stored) ? stored : undefined
}

/** False when the words are too long for where they should be kept. */
export async function keepFarewell(keep: Keep, farewell: Farewell): Promise<boolean> {
  try {
    keep.set(key, JSON.stringify(farewell))
  } catch {
    return false
  }
  await keep.stored()
  return true
}

export function forgetFarewell(keep: Keep): void {
  keep.set(key, 'null')
}

/** What the last words need to reach headquarters; every other text goes when they are packed. */
export const neededToLeave = ['enrolment', key]

/** Revoked, and not yet as new. */
export function isLeaving(farewell: Farewell | undefined): boolean {
  return farewell !== undefined && farewell.stage !== 'over'
}
