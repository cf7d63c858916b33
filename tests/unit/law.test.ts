import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { articles, isHazard, proof, proofFile, quotedBy, tests } from '#build/law.ts'

const root = join(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const law = articles()
const known = new Set(law.map(({ id }) => id))
const proven = new Set(tests().flatMap(quotedBy))

test('every rule that code or a test quotes stands in docs/sync.md', () => {
  const unknown = globSync('{domain,renderer,sync-server,electron,tests}/**/*.{ts,tsx}', {
    cwd: root,
  }).flatMap((file) =>
    [...read(file).matchAll(/\[([A-Z]\d+)\]/g)]
      .filter(([, id = '']) => !known.has(id))
      .map(([quoted]) => `${file} quotes ${quoted}`),
  )
  expect(unknown).toEqual([])
  expect(
    tests()
      .flatMap(quotedBy)
      .filter((id) => !known.has(id)),
  ).toEqual([])
})

test('every rule is proven by a test whose title quotes it', () => {
  const unproven = law.filter((article) => !isHazard(article) && !proven.has(article.id))
  expect(unproven.map(({ id }) => id)).toEqual([])
})

test('every rule has its reason', () => {
  const bare = law.filter((article) => !isHazard(article) && article.reason === '')
  expect(bare.map(({ id }) => id)).toEqual([])
})

test('every hazard from H1 to H23 is met by a test that carries its number', () => {
  const all = Array.from({ length: 23 }, (_, index) => `H${index + 1}`)
  expect(law.filter(isHazard).map(({ id }) => id)).toEqual(all)
  expect(all.filter((id) => !proven.has(id))).toEqual([])
})

test('no rule stands twice', () => {
  expect(known.size).toBe(law.length)
})

test('docs/sync-proof.md says what the tests say; npm run law -- --write', () => {
  expect(read(proofFile)).toBe(proof())
})
