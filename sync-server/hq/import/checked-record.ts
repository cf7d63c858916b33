import { Value } from 'typebox/value'
import { entities, type CollectionName, type RecordOf } from '#domain/entities.ts'
import { RowRefused, type RefusalReason } from '#sync-server/hq/import/refusal.ts'

const reasons: Readonly<Record<string, RefusalReason>> = {
  required: 'empty_field',
  maxLength: 'too_long',
  enum: 'bad_value',
  minimum: 'bad_number',
  maximum: 'bad_number',
  type: 'bad_format',
}

/** The record, if it keeps to its schema's bounds; otherwise the row is refused with the field that does not. */
export function checkedRecord<C extends CollectionName>(
  collection: C,
  record: Record<string, unknown>,
): RecordOf<C> {
  const { schema } = entities[collection]
  // `Check` has just said that it is one.
  if (Value.Check(schema, record)) return record as RecordOf<C>
  const [error] = Value.Errors(schema, record)
  const field = error?.instancePath.slice(1) ?? ''
  const value = record[field.split('/')[0] ?? '']
  const what = field === '' ? collection : `${collection}.${field}`
  throw new RowRefused(
    reasons[error?.keyword ?? ''] ?? 'bad_format',
    `${what} ${error?.message ?? 'is not allowed'}.`,
    textOf(value),
  )
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
