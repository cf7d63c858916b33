import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** Who may import whom. A folder may import itself, the prefixes listed here, and nothing else. */
const mayImport: Record<string, readonly RegExp[]> = {
  domain: [/^#domain\//, /^typebox/],
  'renderer/data': [
    /^#(domain|renderer\/(data|search))\//,
    /^#electron\/shared\/bridge\.ts$/,
    /^(rxdb|rxjs|dexie|typebox|@noble\/|react$)/,
  ],
  'renderer/search': [/^#(domain|renderer\/search)\//],
  'renderer/ui': [
    /^#(domain|renderer\/(ui|stores|words|data\/(contract(-[a-z]+)?|useLive)\.ts))/,
    /^(react|@mantine\/|@tabler\/)/,
    /\.module\.css$/,
  ],
  'renderer/stores': [
    /^#(domain|renderer\/(stores|data\/contract(-[a-z]+)?\.ts)|electron\/shared\/bridge\.ts$)/,
    /^(react|zustand)/,
  ],
  'renderer/words': [
    /^#(domain|renderer\/(words|ui|stores|data\/(contract(-[a-z]+)?|useLive)\.ts))/,
    /^react/,
    /^\.\//,
  ],
  'renderer/screens': [
    /^#(domain|renderer\/(screens|work|data\/(contract(-[a-z]+)?|useLive)\.ts|stores|words|ui))/,
    /^#electron\/shared\/bridge\.ts$/,
    /^(react|@mantine\/|@tabler\/|typebox)/,
    /\.module\.css$/,
  ],
  'renderer/app': [
    /^#(domain|renderer\/(app|screens|data\/(contract(-[a-z]+)?|useLive)\.ts|stores|words|ui|work))/,
    /^(react|@mantine\/|@tabler\/)/,
    /\.css$/,
  ],
  electron: [/^#(domain|electron)\//, /^(electron$|node:|zod$)/, /^\.\//, /^\.\.\/shared\//],
  'sync-server': [
    /^#(domain|sync-server)\//,
    /^(fastify|@fastify\/|pg$|@electric-sql\/pglite|@node-rs\/argon2|csv-parse|node:|typebox)/,
    /^\.\//,
  ],
}

/** The one door through which the made-up operator comes into the product: `npm run hq -- demo`. */
const exceptions = new Set(['sync-server/hq/demo.ts'])

function importsOf(file: string): string[] {
  const statement = /(?:^|\n)\s*(?:import|export)\s(?:[^;'"`]*?from\s)?'([^']+)'|import\('([^']+)'\)/g
  return [...readFileSync(join(root, file), 'utf8').matchAll(statement)].flatMap(
    (match) => match[1] ?? match[2] ?? [],
  )
}

const filesIn = (folder: string) =>
  globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root }).filter(
    (file) => !file.includes('node_modules') && !exceptions.has(file),
  )

for (const [folder, allowed] of Object.entries(mayImport)) {
  test(`${folder} imports only what it may`, () => {
    const strangers = filesIn(folder).flatMap((file) =>
      importsOf(file)
        .filter((name) => !allowed.some((rule) => rule.test(name)))
        .map((name) => `${file} -> ${name}`),
    )
    expect(strangers).toEqual([])
  })
}

test('a screen never imports another screen', () => {
  const crossing = filesIn('renderer/screens').flatMap((file) => {
    const own = file.split('/')[2] ?? ''
    return importsOf(file)
      .filter(
        (name) => name.startsWith('#renderer/screens/') && !name.startsWith(`#renderer/screens/${own}/`),
      )
      .map((name) => `${file} -> ${name}`)
  })
  expect(crossing).toEqual([])
})

test('only the data folder knows RxDB, only storage holds SQL, only routes and the app know Fastify', () => {
  const strangers = filesIn('renderer')
    .filter((file) => !file.startsWith('renderer/data/') && file !== 'renderer/desk-worker.ts')
    .filter((file) => importsOf(file).some((name) => /^(rxdb|dexie)/.test(name)))
  const sql = filesIn('sync-server')
    .filter((file) => !file.startsWith('sync-server/storage/'))
    .filter((file) =>
      /\b(select\s[\s\S]{1,200}?\sfrom\s|insert into\s|delete from\s|update\s\w+\sset\s)/.test(
        readFileSync(join(root, file), 'utf8'),
      ),
    )
  const http = filesIn('sync-server/sync').filter((file) =>
    importsOf(file).some((name) => /^(@?fastify)/.test(name)),
  )
  expect({ strangers, sql, http }).toEqual({ strangers: [], sql: [], http: [] })
})

test('nothing imports from the tests', () => {
  const importers = ['domain', 'renderer', 'electron', 'sync-server'].flatMap((folder) =>
    filesIn(folder).filter((file) => importsOf(file).some((name) => name.startsWith('#tests/'))),
  )
  expect(importers).toEqual([])
})

test('no file climbs out of its folder, and no file is a default export', () => {
  const climbing = ['domain', 'renderer', 'electron', 'sync-server'].flatMap((folder) =>
    filesIn(folder).filter((file) => importsOf(file).some((name) => name.startsWith('../..'))),
  )
  const unnamed = ['domain', 'renderer', 'electron', 'sync-server'].flatMap((folder) =>
    filesIn(folder).filter((file) => /^export default /m.test(readFileSync(join(root, file), 'utf8'))),
  )
  expect({ climbing, unnamed }).toEqual({ climbing: [], unnamed: [] })
})
