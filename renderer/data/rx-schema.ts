import { Type } from 'typebox'
import type { RxJsonSchema } from 'rxdb/plugins/core'
import type { Entity } from '#domain/entity.ts'

/** An entity as RxDB wants it: the same TypeBox object plus the fields that only the replica keeps. */
export function rxSchemaOf(entity: Entity): RxJsonSchema<{ id: string }> {
  const whole = Type.Object({ ...entity.schema.properties, ...entity.derived })
  return {
    version: entity.version,
    primaryKey: 'id',
    type: 'object',
    // TypeBox's properties are JSON schema; RxDB's own type names fewer keywords.
    properties: whole.properties as unknown as RxJsonSchema<{ id: string }>['properties'],
    required: whole.required as unknown as ['id'],
    indexes: entity.indexes.map((fields) => [...fields]),
  }
}
