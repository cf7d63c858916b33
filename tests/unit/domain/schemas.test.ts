import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { entities, collectionNames } from '#domain/entities.ts'

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
