import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Sight, Theme } from './axe.ts'
import { root } from './console.ts'
import { shotList, type ShotName } from './shot-list.ts'

type Sights = Partial<Record<ShotName, Partial<Record<`${'id' | 'en'}-${Theme}`, Sight>>>>

const file = join(root, 'docs/screens/access.json')
const page = join(root, 'docs/access.md')

/** Keeps what axe said of a screen, and writes `docs/access.md` anew. Pictures are taken one after the other. */
export async function report(
  name: ShotName,
  language: 'id' | 'en',
  theme: Theme,
  sight: Sight,
): Promise<void> {
  const before = JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as Sights
  const sights = { ...before, [name]: { ...before[name], [`${language}-${theme}`]: sight } }
  await writeFile(file, `${JSON.stringify(sights, undefined, 2)}\n`)
  await writeFile(page, told(sights))
}

function told(sights: Sights): string {
  const names = Object.keys(shotList) as ShotName[]
  const rows = names.flatMap((name) => {
    const seen = Object.values(sights[name] ?? {})
    const ids = (of: 'lesser' | 'undecided') =>
      [...new Set(seen.flatMap((each) => each[of]))].join(', ') || '–'
    const serious = seen.reduce((sum, { findings }) => sum + findings.length, 0)
    const passed = Math.min(...seen.map((each) => each.passed))
    return seen.length === 0
      ? []
      : [`| ${name} | ${seen.length} | ${serious} | ${ids('lesser')} | ${ids('undecided')} | ${passed} |`]
  })
  return `# What axe says of every screen

Made by \`npm run shots\`, which fails when axe finds anything serious or critical: each picture of [docs/screens](screens/README.md), in both languages and both themes, all rules of axe that are on
by default and \`target-size\` of WCAG 2.2. \`tests/app/access.spec.ts\` does the same for a tour through the console at each \`npm test\`.
_Left to people_ are rules that axe could not decide, such as the contrast of text over a picture.

| Screen | Seen | Serious or critical | Lesser | Left to people | Rules passed, at least |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`
}
