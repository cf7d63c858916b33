import { Type } from 'typebox'
import { refused, unchanged, type StepOutcome } from '#domain/sync/step.ts'

/** One more with each publication. */
export const edition = () => Type.Integer({ minimum: 1, maximum: 100_000, multipleOf: 1 })

interface Published {
  readonly edition?: number
  readonly publishedIn?: string
}

/** Why an edition is not written: it is there already, or somebody published one meanwhile. */
export function whyNotEdition(
  present: Published | undefined,
  own: Required<Published>,
): StepOutcome | undefined {
  if (present?.publishedIn === own.publishedIn) return unchanged
  return (present?.edition ?? 0) >= own.edition ? refused('edition_exists') : undefined
}
