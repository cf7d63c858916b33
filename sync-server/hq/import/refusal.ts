/** Why a row of a file was not taken, by code; the sentence in the report says it with the row's own words. */
export const refusalReasons = [
  'empty_field',
  'bad_value',
  'bad_date',
  'bad_number',
  'too_long',
  'bad_format',
  'broken_row',
  'twice_in_file',
  'already_imported',
  'code_taken',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

export interface Refusal {
  readonly reason: RefusalReason
  readonly sentence: string
  readonly value: string
}

/** Thrown by the reading of one row and caught by the one loop over rows. */
export class RowRefused extends Error {
  override readonly name = 'RowRefused'
  readonly refusal: Refusal

  constructor(reason: RefusalReason, sentence: string, value = '') {
    super(sentence)
    this.refusal = { reason, sentence, value }
  }
}
