import sqlite3InitModule from '@sqlite.org/sqlite-wasm'
import { filled, indexesOf, type Filled, type Row } from '#tests/bench/desk/rows.ts'
import type { Ask } from '#tests/bench/desk/page/peer.ts'

export type Asked =
  | { readonly do: 'open'; readonly name: string }
  | { readonly do: 'write'; readonly collection: Filled; readonly rows: readonly Row[] }
  | { readonly do: 'count'; readonly collection: Filled }
  | { readonly do: 'byId'; readonly collection: Filled; readonly id: string }
  | { readonly do: 'ask'; readonly ask: Ask }
  | { readonly do: 'after'; readonly collection: Filled; readonly id: string; readonly limit: number }

/** SQLite in a worker on the origin-private file system: write-ahead log, `synchronous = normal`, one row a record with its indexed fields as columns. */
async function opened(name: string) {
  const sqlite = await sqlite3InitModule()
  const pool = await sqlite.installOpfsSAHPoolVfs({ clearOnInit: true })
  const database = new pool.OpfsSAHPoolDb(`/${name}`)
  database.exec(
    'pragma locking_mode = exclusive; pragma journal_mode = wal; pragma synchronous = normal; pragma temp_store = memory; pragma cache_size = -65536;',
  )
  const columns = new Map(filled.map((each) => [each, [...new Set(['id', ...indexesOf(each).flat()])]]))
  for (const [collection, names] of columns) {
    database.exec(
      `create table ${collection} (${names.map((each) => (each === 'id' ? 'id text primary key' : each)).join(', ')}, body text) without rowid`,
    )
    for (const [n, index] of indexesOf(collection).entries())
      database.exec(`create index ${collection}_${n} on ${collection} (${index.join(', ')})`)
  }
  const statements = new Map<string, ReturnType<typeof database.prepare>>()
  const prepared = (sql: string) => {
    const known = statements.get(sql) ?? database.prepare(sql)
    statements.set(sql, known)
    return known
  }
  const read = (sql: string, values: readonly (string | number)[]): Row[] => {
    const statement = prepared(sql).bind([...values])
    const rows: Row[] = []
    while (statement.step()) rows.push(JSON.parse(statement.getString(0) ?? '{}') as Row)
    statement.reset()
    return rows
  }
  return {
    write(collection: Filled, rows: readonly Row[]) {
      const names = columns.get(collection) ?? []
      const statement = prepared(
        `insert or replace into ${collection} values (${names.map(() => '?').join(', ')}, ?)`,
      )
      database.exec('begin')
      for (const row of rows)
        statement
          .bind([...names.map((each) => (row[each] ?? null) as string | number | null), JSON.stringify(row)])
          .stepReset()
      database.exec('commit')
    },
    count: (collection: Filled) => database.selectValue(`select count(*) from ${collection}`),
    byId: (collection: Filled, id: string) => read(`select body from ${collection} where id = ?`, [id])[0],
    ask: ({ collection, index, equal, limit }: Ask) =>
      read(
        `select body from ${collection} where ${equal.map((_, n) => `${index[n] ?? ''} = ?`).join(' and ')} order by ${index.join(', ')} limit ?`,
        [...equal, limit],
      ),
    after: (collection: Filled, id: string, limit: number) =>
      read(`select body from ${collection} where id > ? order by id limit ?`, [id, limit]),
  }
}

const state: { database?: Awaited<ReturnType<typeof opened>> } = {}

async function answer(asked: Asked): Promise<unknown> {
  if (asked.do === 'open') {
    state.database = await opened(asked.name)
    return null
  }
  const { database } = state
  if (database === undefined) throw new Error('SQLite is not open')
  if (asked.do === 'write') return database.write(asked.collection, asked.rows)
  if (asked.do === 'count') return database.count(asked.collection)
  if (asked.do === 'byId') return database.byId(asked.collection, asked.id)
  if (asked.do === 'after') return database.after(asked.collection, asked.id, asked.limit)
  return database.ask(asked.ask)
}

self.addEventListener('message', ({ data }: MessageEvent<{ id: number; asked: Asked }>) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no other origin
  const say = (words: object) => self.postMessage({ id: data.id, ...words })
  answer(data.asked).then(
    (value) => say({ value }),
    (fault: unknown) => say({ fault: String(fault) }),
  )
})
