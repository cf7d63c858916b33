import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkMapping } from '#sync-server/hq/import/check-mapping.ts'
import { readMapping, type Mapping } from '#sync-server/hq/import/mapping.ts'
import { mappings } from './hq-desk.ts'

const good = {
  source: 'people',
  target: 'customers',
  sourceId: { column: 'id' },
  record: { code: { column: 'id' }, name: { column: 'name' } },
}
const read = (mapping: unknown, target: Mapping['target'] = 'customers') => {
  const made = readMapping(typeof mapping === 'string' ? mapping : JSON.stringify(mapping), target, 'm.json')
  checkMapping(made, 'm.json')
  return made
}

describe('a mapping', () => {
  it('is read when it has the form', () => {
    expect(read(good).source).toBe('people')
  })

  it.each([
    ['{ no json', /m\.json is no JSON/],
    [{ ...good, source: 'A B' }, /at \/source/],
    [{ ...good, record: { name: { colum: 'name' } } }, /at \/record\/name/],
    [
      { ...good, record: { nmae: { column: 'name' } } },
      /at \/record\/nmae: there is no such field; the fields are .*name/,
    ],
    [{ ...good, record: { rev: { constant: 7 } } }, /at \/record\/rev/],
    [{ ...good, sourceId: { column: 'id', pattern: '(' } }, /at \/sourceId\/pattern/],
    [{ ...good, target: 'complaints' }, /at /],
    [{ ...good, extra: true }, /wrong at/],
  ])('is refused with its place: %j', (mapping, sentence) => {
    expect(() => read(mapping)).toThrow(sentence)
  })

  it('of complaints needs a zone for the opening time', () => {
    const complaints = {
      ...good,
      target: 'complaints',
      record: {},
      openedAt: { column: 'd', dates: ['dd-MM-yyyy'], zone: 'Asia/Nowhere' },
    }
    expect(() => read(complaints, 'complaints')).toThrow(/at \/openedAt\/zone/)
  })

  it.each([
    ['telco-customers', 'customers'],
    ['telecom-complaints', 'complaints'],
  ] as const)('%s of the project is sound', (name, target) => {
    expect(read(readFileSync(join(mappings, `${name}.json`), 'utf8'), target).target).toBe(target)
  })
})
