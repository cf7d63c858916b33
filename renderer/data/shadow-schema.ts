import type { RxJsonSchema } from 'rxdb/plugins/core'
import type { AnyRecord, CollectionName } from '#domain/entities.ts'

/** Headquarters' own state of a record that has unsettled operations here; without `record`: headquarters has none. */
export interface Shadow {
  /** `collection/id` */
  readonly id: string
  /** The collection; RxDB keeps the name `collection` for itself. */
  readonly of: CollectionName
  readonly docId: string
  readonly record?: AnyRecord
}

export const shadowSchema: RxJsonSchema<Shadow> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 100 },
    of: { type: 'string', maxLength: 32 },
    docId: { type: 'string', maxLength: 64 },
    record: { type: 'object', additionalProperties: true },
  },
  required: ['id', 'of', 'docId'],
}
