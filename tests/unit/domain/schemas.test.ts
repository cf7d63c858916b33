import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { entities, collectionNames } from '#domain/entities.ts'
import type { Entity } from '#domain/entity.ts'

/**
 * A changed schema without a raised version breaks every replica in the field. When this fails: raise the entity's
 * `version`, add its migration, and then take the new line over.
 */
test('each entity has the schema that its version stands for', () => {
  const fingerprints = collectionNames.map((name) => {
    const { version, schema, derived, indexes } = entities[name]
    const hash = createHash('sha256')
      .update(JSON.stringify([schema, derived, indexes]))
      .digest('hex')
      .slice(0, 12)
    return `${name} v${version} ${hash}`
  })
  expect(fingerprints).toMatchSnapshot()
})

test('each version of a schema says how a record of the version before becomes one of it', () => {
  for (const name of collectionNames) {
    const { version, migrations = {} }: Entity = entities[name]
    const needed = Array.from({ length: version }, (_, before) => String(before + 1))
    expect([name, Object.keys(migrations)]).toEqual([name, needed])
  }
})
