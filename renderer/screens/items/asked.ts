import { valueOf, type StepField } from '#domain/item/step-fields.ts'
import type { StepDraft } from '#domain/item/steps-to-send.ts'

/** A ticket is resolved with a code, which the schema alone does not ask for. */
export function lacksResolution({ kind, payload }: StepDraft): boolean {
  return kind === 'moveTicket' && payload['to'] === 'resolved' && payload['resolutionCode'] === undefined
}

/** Fields that say nothing for the chosen status are left out. */
export function isAsked(draft: StepDraft, field: StepField): boolean {
  return field.name !== 'resolutionCode' || draft.payload['to'] === 'resolved' || valueOf(draft, field) !== ''
}
