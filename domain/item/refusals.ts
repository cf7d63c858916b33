import type { ProblemCode } from '#domain/problems.ts'

/** Why headquarters may leave a whole operation to a person. Whoever adds a code here gives it words: `renderer/words/…/refusals.ts`. */
export const refusalCodes = [
  'unknown_step',
  'bad_operation',
  'not_permitted',
  'actor_foreign',
  'device_foreign',
  'code_foreign',
  'id_taken',
  'unknown_record',
  'resolution_missing',
  'identity_unverified',
  'already_linked',
  'link_to_itself',
  'item_decided',
  'release_exists',
  'release_invalid',
  'edition_exists',
  'internal',
  'too_many',
  'already_reversed',
] as const satisfies readonly ProblemCode[]

export type RefusalCode = (typeof refusalCodes)[number]

export function isRefusalCode(code: string): code is RefusalCode {
  return (refusalCodes as readonly string[]).includes(code)
}
