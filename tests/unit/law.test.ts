import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const ruleIds = /\[([A-Z]\d+)\]/g

function idsIn(text: string): string[] {
  return [...text.matchAll(ruleIds)].flatMap((match) => match[1] ?? [])
}

const law = new Set(idsIn(readFileSync(join(root, 'docs/sync.md'), 'utf8')))
const sources = globSync('{domain,renderer,sync-server,electron,tests}/**/*.{ts,tsx}', { cwd: root })

test('every rule that code or a test quotes stands in docs/sync.md', () => {
  const unknown = sources.flatMap((file) =>
    idsIn(readFileSync(join(root, file), 'utf8'))
      .filter((id) => !law.has(id))
      .map((id) => `${file} quotes [${id}]`),
  )
  expect(unknown).toEqual([])
})

test('every rule is proven by a test that quotes it', () => {
  const quoted = new Set(
    sources
      .filter((file) => file.startsWith('tests/'))
      .flatMap((file) => idsIn(readFileSync(join(root, file), 'utf8'))),
  )
  expect([...law].filter((id) => !quoted.has(id))).toEqual([])
})

test('no rule stands twice', () => {
  const lines = readFileSync(join(root, 'docs/sync.md'), 'utf8').match(/^- \*\*\[[A-Z]\d+\]/gm) ?? []
  expect(new Set(lines).size).toBe(lines.length)
})
