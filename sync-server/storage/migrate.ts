import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database, Sql } from './database.ts'
import { codeOf } from './faults.ts'

const folder = join(import.meta.dirname, 'migrations')

/** Brings the tables up to date: each file once, each in a transaction, also when several servers start together. */
export async function migrate(database: Database): Promise<readonly string[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted()
  const done = await applied(database)
  if (files.every((name) => done.has(name))) return []
  await prepare(database)
  const fresh: string[] = []
  for (const name of files) {
    const text = await readFile(join(folder, name), 'utf8')
    if (await database.transaction((tx) => apply(tx, name, text))) fresh.push(name)
  }
  return fresh
}

/** The names of the migrations that this database has. */
async function applied(database: Database): Promise<ReadonlySet<string>> {
  try {
    const rows = await database.query<{ name: string }>('select name from migration')
    return new Set(rows.map(({ name }) => name))
  } catch (error) {
    if (codeOf(error) === '42P01') return new Set()
    throw error
  }
}

/** A row to lock: advisory locks are no-ops on some of the engines. */
async function prepare(database: Database): Promise<void> {
  for (const statement of [
    'create table if not exists migration (name text primary key, at timestamptz not null)',
    'create table if not exists migration_lock (id bigint primary key)',
    'insert into migration_lock (id) values (1) on conflict do nothing',
  ]) {
    // `if not exists` does not keep two servers from creating the same table at the same instant.
    await database.query(statement).catch((error: unknown) => {
      if (!['23505', '42P07', '42710'].includes(codeOf(error) ?? '')) throw error
    })
  }
}

async function apply(tx: Sql, name: string, text: string): Promise<boolean> {
  await tx.query('select id from migration_lock where id = 1 for update')
  const done = await tx.query('select name from migration where name = $1', [name])
  if (done.length > 0) return false
  for (const statement of text.split(/;[ \t]*$/m)) if (statement.trim() !== '') await tx.query(statement)
  await tx.query('insert into migration (name, at) values ($1, now())', [name])
  return true
}
