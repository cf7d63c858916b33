import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '#build/root.ts'

/** The version of a package that is installed here. */
function versionOf(name: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as {
    version: string
  }
  return `${name} ${version}`
}

/** How each peer was set up. */
const settings = {
  ours: () =>
    `ours: the console's data folder on ${versionOf('rxdb')}, records in leaves, strict durability, search index and live queries included; parts as its pace asks for them, up to 1,000 records`,
  raw: () =>
    'raw IndexedDB: one record a row, the same indexes (and one by number), batches of 1,000 in one transaction each, Chromium’s own durability (relaxed)',
  dexie: () => `Dexie: ${versionOf('dexie')}, the same indexes, its own durability`,
  'rxdb two-way': () =>
    `RxDB two-way: ${versionOf('rxdb')} on Dexie, its replication with pull and push, pages of 1,000, the same schemas and indexes`,
  'rxdb pull-only': () => 'RxDB pull-only: the same without push',
  pouch: () =>
    `PouchDB: ${versionOf('pouchdb-browser')} with ${versionOf('pouchdb-adapter-indexeddb')}, bulkDocs of 1,000, one revision kept, no index but the id`,
  sqlite: () =>
    `SQLite: ${versionOf('@sqlite.org/sqlite-wasm')} in a worker, OPFS pool of synchronous handles, WAL, synchronous = normal, the same indexes, batches of 1,000 in one transaction each`,
  minisearch: () =>
    `MiniSearch: ${versionOf('minisearch')}, prefixes, all terms; last digits as a token of their own`,
  flexsearch: () =>
    `FlexSearch: ${versionOf('flexsearch')}, tokens forward; last digits as a token of their own`,
} as const

export const settingsOf = (...names: readonly (keyof typeof settings)[]): readonly string[] =>
  names.map((name) => settings[name]())
