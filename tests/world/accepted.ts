import type { Write } from '#domain/sync/records.ts'
import type { StepOutcome } from '#domain/sync/step.ts'

/** What a step wrote. The world only does what the domain allows, so a refusal is a fault of the world. */
export function accepted(outcome: StepOutcome): readonly Write[] {
  if (!outcome.done) throw new Error(`the made-up operator did something forbidden: ${outcome.problem}`)
  return outcome.writes
}
