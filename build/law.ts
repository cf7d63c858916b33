// `npm run law`: which test proves which rule of docs/sync.md and meets which hazard, read from the sources.
// `npm run law -- --write` writes it to docs/sync-proof.md.
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.ts'

export const proofFile = 'docs/sync-proof.md'

interface Article {
  readonly id: string
  /** Empty when none is given. */
  readonly reason: string
}

interface Test {
  readonly file: string
  readonly title: string
}

/** The rules (`[C3]`) and hazards (`H7`) of docs/sync.md, in their order. */
export function articles(): Article[] {
  return read('docs/sync.md')
    .split('\n')
    .flatMap((line) => {
      const [, id, rest = ''] = /^- \*\*\[?([A-Z]\d+)\]?\*\* (.+)$/.exec(line) ?? []
      if (id === undefined) return []
      const reason = / _([^_]+\._)$/.exec(rest)?.[1] ?? ''
      return [{ id, reason }]
    })
}

export const isHazard = ({ id }: Pick<Article, 'id'>) => id.startsWith('H')

export function tests(): Test[] {
  const title = /\b(?:test|it)(?:\.[\w.]+(?:\([^\n]*?\))?)?\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g
  const table = /\]\s*(?:as const)?\)\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g
  return globSync('tests/**/*.{test,spec}.{ts,tsx}', { cwd: root })
    .toSorted()
    .flatMap((file) => {
      const text = read(file)
      const found = [...text.matchAll(title), ...text.matchAll(table)].toSorted((a, b) => a.index - b.index)
      return [...new Set(found.map((match) => match[2] ?? ''))].map((each) => ({ file, title: each }))
    })
}

/** The rules and hazards that a title quotes: `[C3][B1] …`, `[F2] (H3) …`, `H7: …`. */
export function quotedBy({ title }: Test): string[] {
  const rules = [...title.matchAll(/\[([A-Z]\d+)\]/g)]
  const hazards = [...title.matchAll(/(?:^|\()(H\d+)(?=[):])/g)]
  return [...rules, ...hazards].flatMap((match) => match[1] ?? [])
}

/** The page, one line an article, so that branches that add rules merge. */
export function proof(): string {
  const all = tests()
  const lineOf = (article: Article) => {
    const proving = all.filter((test) => quotedBy(test).includes(article.id))
    return `- **${article.id}** ${proving.map(({ file, title }) => `${file}: ${title}`).join(' · ')}`.trimEnd()
  }
  const lines = (hazards: boolean) =>
    articles()
      .filter((each) => isHazard(each) === hazards)
      .map(lineOf)
  const about = 'Written by `npm run law -- --write` from `sync.md` and the titles of the tests; not by hand.'
  const blocks = ['# What proves the law of sync', about, '## Rules', lines(false), '## Hazards', lines(true)]
  return `${blocks.map((block) => [block].flat().join('\n')).join('\n\n')}\n`
}

const read = (file: string) => readFileSync(join(root, file), 'utf8')

if (import.meta.main) {
  if (process.argv.includes('--write')) writeFileSync(join(root, proofFile), proof())
  else process.stdout.write(proof())
}
